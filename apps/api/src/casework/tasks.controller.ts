import {
  type ListedTask,
  listedTaskSchema,
  type Task,
  type TaskMove,
  type TaskWrite,
  taskListQuery,
  taskMoveSchema,
  taskSchema,
  taskWriteSchema,
} from '@matchwatch/contracts';
import { dayIn, scopeOf, taskStates, taskTransitions } from '@matchwatch/domain';
import {
  addTasks,
  changeTask,
  type Database,
  findTask,
  listColleagues,
  listTasks,
  moveTask,
  type StandingSession,
  type TaskRow,
} from '@matchwatch/store';
import { Body, Controller, Get, Headers, Inject, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { versionOf } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs, NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toTask } from './casework-answer.js';
import { CaseworkWriter, savedVersion } from './casework-writer.js';

const ifMatchDoc = { name: 'If-Match', required: true, description: 'The version the change is based on.' };

@ApiTags('Tasks')
@Controller('api/v1/applicants/:id/tasks')
export class TasksController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly writer: CaseworkWriter,
  ) {}

  @Post()
  @NeedsOfApplicant('plan.write')
  @Answers(taskSchema, { status: 201, summary: 'Add a task that belongs to no plan.' })
  async add(
    @PathId() id: number,
    @Body({ schema: taskWriteSchema }) write: TaskWrite,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Task> {
    if (!place) throw notFound('applicant');
    await this.demandColleague(school.id, write);
    const taskId = await this.writer.write(request, [place], async (transaction, mark) => {
      const task = { ...write, advice: null, answers: [], restricted: false };
      const [taskId = 0] = await addTasks(transaction, school.id, { applicantId: id }, [task], mark);
      const { owner, dueOn } = write;
      const told = { event: 'task.added', applicantId: id, subject: `task ${taskId}`, after: { owner, dueOn } } as const;
      return { result: taskId, slot: `task:${taskId}:v1`, told: [told] };
    });
    return toTask(await this.task(school.id, id, taskId, []));
  }

  @Put(':taskId')
  @NeedsOfApplicant('plan.write')
  @ApiHeader(ifMatchDoc)
  @Answers(taskSchema, { summary: 'Change an open task.' })
  async change(
    @PathId() id: number,
    @PathId('taskId') taskId: number,
    @Body({ schema: taskWriteSchema }) write: TaskWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Task> {
    const version = versionOf(ifMatch);
    const before = await this.task(school.id, id, taskId, actions);
    if (!place) throw notFound('applicant');
    await this.demandColleague(school.id, write);
    await this.writer.write(request, [place], async (transaction, mark) => {
      const saved = savedVersion(await changeTask(transaction, school.id, { applicantId: id, id: taskId, version }, write, mark), 'task');
      const told = {
        event: 'task.changed',
        applicantId: id,
        subject: `task ${taskId}`,
        before: { version, owner: before.owner, dueOn: before.dueOn },
        after: { version: saved, owner: write.owner, dueOn: write.dueOn },
      } as const;
      return { result: undefined, slot: `task:${taskId}:v${saved}`, told: [told] };
    });
    return toTask(await this.task(school.id, id, taskId, actions));
  }

  @Post(':taskId/move')
  @NeedsOfApplicant('plan.write')
  @ApiHeader(ifMatchDoc)
  @Answers(taskSchema, { summary: 'A task is done, with its day and outcome; or dropped; or open again.' })
  async move(
    @PathId() id: number,
    @PathId('taskId') taskId: number,
    @Body({ schema: taskMoveSchema }) { state, on, outcome }: TaskMove,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Task> {
    const version = versionOf(ifMatch);
    const before = await this.task(school.id, id, taskId, actions);
    if (!place) throw notFound('applicant');
    const today = dayIn(school.timeZone, this.now());
    if (on !== null && on > today) throw refusedField('on', 'is still to come');
    const doneOn = state === 'done' ? (on ?? today) : null;
    const from = taskStates.filter((each) => taskTransitions[each].includes(state));
    await this.writer.write(request, [place], async (transaction, mark) => {
      const moved = await moveTask(
        transaction,
        school.id,
        { applicantId: id, id: taskId, version },
        { to: state, from, doneOn, outcome },
        mark,
      );
      const saved = savedVersion(moved, 'task');
      const told = {
        event: 'task.changed',
        applicantId: id,
        subject: `task ${taskId}`,
        before: { version, state: before.state },
        after: { version: saved, state, doneOn },
      } as const;
      return { result: undefined, slot: `task:${taskId}:v${saved}`, told: [told] };
    });
    return toTask(await this.task(school.id, id, taskId, actions));
  }

  private async task(schoolId: string, applicantId: number, taskId: number, actions: Access['actions']): Promise<TaskRow> {
    const task = await findTask(this.db, schoolId, applicantId, taskId);
    if (!task || (task.restricted && !actions.includes('wellbeing.view'))) throw notFound('task');
    return task;
  }

  private async demandColleague(schoolId: string, { ownerId }: TaskWrite): Promise<void> {
    if (ownerId === null || (await listColleagues(this.db, schoolId)).some(({ id }) => id === ownerId)) return;
    throw refusedField('ownerId', 'is nobody of this school who acts for applicants');
  }
}

@ApiTags('Tasks')
@Controller('api/v1/tasks')
export class TaskListController {
  constructor(@Inject(DATABASE) private readonly db: Database) {}

  @Get()
  @Needs('notes.view')
  @Answers(z.array(listedTaskSchema), {
    summary: 'A page of tasks of applicants in scope, by due day; tasks of drafts are nobody’s yet.',
    headers: contentRangeDoc,
  })
  async list(
    @Query({ schema: taskListQuery }) { filter: { whose = 'all', ...filter }, sort: [sort, order], range }: z.output<typeof taskListQuery>,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() { links, view }: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ListedTask[]> {
    const scopes = { notes: scopeOf(person, 'notes.view', links), wellbeing: view.wellbeing };
    const holder = { id: person.id, email: person.email, isDean: person.role === 'dean' };
    const criteria = {
      ...filter,
      ...(whose === 'mine' && { holder }),
      ...(whose === 'applicants' && { advisor: person.email, owner: 'applicant' as const }),
    };
    const page = await listTasks(this.db, school.id, scopes, criteria, { sort, descending: order === 'DESC', range });
    return sendPage(response, 'tasks', range, { ...page, rows: page.rows.map(toTask) });
  }
}
