import {
  type Checklist,
  type ChecklistTick,
  checklistSchema,
  checklistStartSchema,
  checklistTickSchema,
  type Plan,
  type PlanRevision,
  type PlanRevisionWrite,
  type PlanWrite,
  planAgreeSchema,
  planCloseSchema,
  planRevisionSchema,
  planRevisionWriteSchema,
  planSchema,
  planWriteSchema,
} from '@matchwatch/contracts';
import { type ApplicantPlace, dayIn, restrictedRuleCodes, templates } from '@matchwatch/domain';
import {
  addPlan,
  agreePlan,
  type CaseworkOutcome,
  closePlan,
  type Database,
  listChecklistsOf,
  listColleagues,
  listPlanRevisions,
  listPlansOf,
  listTasksOf,
  type Mark,
  type PlanAt,
  type PlanContent,
  revisePlan,
  type StandingSession,
  startChecklist,
  tickChecklist,
} from '@matchwatch/store';
import { Body, Controller, Get, Headers, Inject, Post, Put, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers } from '../http/answers.decorator.js';
import { versionOf } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { toPlan, toPlanRevision } from './casework-answer.js';
import { CaseworkWriter, savedVersion } from './casework-writer.js';

const ifMatchDoc = { name: 'If-Match', required: true, description: 'The version the change is based on.' };

@ApiTags('Plans')
@Controller('api/v1/applicants/:id')
export class PlansController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly writer: CaseworkWriter,
  ) {}

  @Post('plans')
  @NeedsOfApplicant('plan.write')
  @Answers(planSchema, { status: 201, summary: 'Begin a plan as a draft; there is one at a time.' })
  async draft(
    @PathId() id: number,
    @Body({ schema: planWriteSchema }) write: PlanWrite,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Plan> {
    const content = await this.contentOf(school.id, write);
    const planId = await this.writer.write(request, [placed(place)], async (transaction, mark) => {
      const planId = await addPlan(transaction, school.id, id, content, mark);
      if (planId === undefined) throw new ProblemError(409, 'There is a plan already: revise it, or close it first.');
      const told = { event: 'plan.drafted', applicantId: id, subject: `plan ${planId}`, after: toldOf(content) } as const;
      return { result: planId, slot: null, told: [told] };
    });
    return this.plan(school.id, id, planId);
  }

  @Put('plans/:planId')
  @NeedsOfApplicant('plan.write')
  @ApiHeader(ifMatchDoc)
  @Answers(planSchema, {
    summary: 'Revise a plan: its tasks, goals and phases as they should read. What it said before stays in its versions.',
  })
  async revise(
    @PathId() id: number,
    @PathId('planId') planId: number,
    @Body({ schema: planRevisionWriteSchema }) { reason, ...write }: PlanRevisionWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place, actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Plan> {
    const at = { applicantId: id, id: planId, version: versionOf(ifMatch) };
    const given = await this.contentOf(school.id, write);
    const content = actions.includes('wellbeing.view') ? given : await this.withHidden(school.id, at, given);
    const told = { event: 'plan.revised', reason: reason ?? undefined, after: toldOf(content) } as const;
    return this.change(request, placed(place), at, told, (transaction, mark) =>
      revisePlan(transaction, school.id, at, content, mark, reason),
    );
  }

  @Post('plans/:planId/agree')
  @NeedsOfApplicant('plan.write')
  @ApiHeader(ifMatchDoc)
  @Answers(planSchema, { summary: 'Note that a draft was agreed: with whom and on which day. From then on its tasks are due.' })
  async agree(
    @PathId() id: number,
    @PathId('planId') planId: number,
    @Body({ schema: planAgreeSchema }) agreement: z.output<typeof planAgreeSchema>,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Plan> {
    const at = { applicantId: id, id: planId, version: versionOf(ifMatch) };
    if (agreement.on > dayIn(school.timeZone, this.now())) throw refusedField('on', 'is still to come');
    const told = { event: 'plan.agreed', after: { on: agreement.on } } as const;
    return this.change(request, placed(place), at, told, (transaction, mark) => agreePlan(transaction, school.id, at, agreement, mark));
  }

  @Post('plans/:planId/close')
  @NeedsOfApplicant('plan.write')
  @ApiHeader(ifMatchDoc)
  @Answers(planSchema, { summary: 'Close a plan; its open tasks are dropped.' })
  async close(
    @PathId() id: number,
    @PathId('planId') planId: number,
    @Body({ schema: planCloseSchema }) { ending, reason }: z.output<typeof planCloseSchema>,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Plan> {
    const at = { applicantId: id, id: planId, version: versionOf(ifMatch) };
    const on = dayIn(school.timeZone, this.now());
    const told = { event: 'plan.closed', reason: reason ?? undefined, after: { ending, on } } as const;
    return this.change(request, placed(place), at, told, (transaction, mark) =>
      closePlan(transaction, school.id, at, { on, ending, reason }, mark),
    );
  }

  @Get('plans/:planId/revisions')
  @NeedsOfApplicant('notes.view')
  @Answers(z.array(planRevisionSchema), { summary: 'Every version of a plan, the newest first.' })
  async revisions(
    @PathId() id: number,
    @PathId('planId') planId: number,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { actions }: Access,
  ): Promise<PlanRevision[]> {
    const revisions = await listPlanRevisions(this.db, school.id, id, planId);
    if (revisions.length === 0) throw notFound('plan');
    return revisions.map((each) => toPlanRevision(each, actions.includes('wellbeing.view')));
  }

  @Post('checklists')
  @NeedsOfApplicant('plan.write')
  @Answers(checklistSchema, { status: 201, summary: 'Begin a checklist of the templates for an applicant; once each.' })
  async start(
    @PathId() id: number,
    @Body({ schema: checklistStartSchema }) { template }: z.output<typeof checklistStartSchema>,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Checklist> {
    const checklistId = await this.writer.write(request, [placed(place)], async (transaction, mark) => {
      const started = await startChecklist(transaction, school.id, id, template, mark);
      const told = { event: 'checklist.started', applicantId: id, subject: `checklist ${started.id}`, after: { template } } as const;
      return { result: started.id, slot: null, told: started.created ? [told] : [] };
    });
    return this.checklist(school.id, id, checklistId);
  }

  @Put('checklists/:checklistId/ticks')
  @NeedsOfApplicant('plan.write')
  @Answers(checklistSchema, { summary: 'Tick an item with its day and evidence, or take a tick away.' })
  async tick(
    @PathId() id: number,
    @PathId('checklistId') checklistId: number,
    @Body({ schema: checklistTickSchema }) tick: ChecklistTick,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { place }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Checklist> {
    const { template } = await this.checklist(school.id, id, checklistId);
    const sections: Readonly<Record<string, readonly string[]>> = templates[template].sections;
    const items = Object.hasOwn(sections, tick.section) ? sections[tick.section] : undefined;
    if (!items?.includes(tick.item)) throw refusedField('item', 'is not of this checklist');
    await this.writer.write(request, [placed(place)], async (transaction, mark) => {
      await tickChecklist(transaction, school.id, { applicantId: id, id: checklistId }, tick, mark);
      const { section, item, on } = tick;
      const told = {
        event: 'checklist.ticked',
        applicantId: id,
        subject: `checklist ${checklistId}`,
        after: { section, item, on },
      } as const;
      return { result: undefined, slot: null, told: [told] };
    });
    return this.checklist(school.id, id, checklistId);
  }

  private async change(
    request: IdentifiedRequest,
    place: ApplicantPlace,
    { applicantId, id, version }: PlanAt,
    told: { event: 'plan.revised' | 'plan.agreed' | 'plan.closed'; reason?: string | undefined; after: object },
    work: (transaction: Database, mark: Mark) => Promise<CaseworkOutcome>,
  ): Promise<Plan> {
    await this.writer.write(request, [place], async (transaction, mark) => {
      const saved = savedVersion(await work(transaction, mark), 'plan');
      const line = { ...told, applicantId, subject: `plan ${id}`, before: { version }, after: { version: saved, ...told.after } };
      return { result: undefined, slot: `plan:${id}:v${saved}`, told: [line] };
    });
    return this.plan(request.session?.school.id ?? '', applicantId, id);
  }

  /** A plan is written as it should read; who must not know of a task leaves it out and does not drop it. */
  private async withHidden(schoolId: string, { applicantId, id }: PlanAt, content: PlanContent): Promise<PlanContent> {
    const hidden = (await listTasksOf(this.db, schoolId, applicantId)).filter(
      ({ planId, restricted, state }) => planId === id && restricted && state === 'open',
    );
    return { ...content, tasks: [...content.tasks, ...hidden.map(({ person, ...task }) => ({ ...task, ownerId: person?.id ?? null }))] };
  }

  private async contentOf(schoolId: string, { tasks, goals, phases }: PlanWrite): Promise<PlanContent> {
    const colleagues = new Set((await listColleagues(this.db, schoolId)).map(({ id }) => id));
    const stranger = tasks.findIndex(({ ownerId }) => ownerId !== null && !colleagues.has(ownerId));
    if (stranger !== -1) throw refusedField(`tasks.${stranger}.ownerId`, 'is nobody of this school who acts for applicants');
    return {
      tasks: tasks.map((task) => ({
        ...task,
        // What answers only restricted findings is as restricted as they are.
        restricted: task.answers.length > 0 && task.answers.every((code) => restrictedRuleCodes.has(code)),
      })),
      goals,
      phases,
    };
  }

  private async plan(schoolId: string, applicantId: number, planId: number): Promise<Plan> {
    const plan = (await listPlansOf(this.db, schoolId, applicantId)).find(({ id }) => id === planId);
    if (!plan) throw notFound('plan');
    return toPlan(plan);
  }

  private async checklist(schoolId: string, applicantId: number, checklistId: number): Promise<Checklist> {
    const checklist = (await listChecklistsOf(this.db, schoolId, applicantId)).find(({ id }) => id === checklistId);
    if (!checklist) throw notFound('checklist');
    return { ...checklist, startedAt: checklist.startedAt.toISOString() } as Checklist;
  }
}

function placed(place: ApplicantPlace | undefined): ApplicantPlace {
  if (!place) throw notFound('applicant');
  return place;
}

const toldOf = ({ tasks, goals, phases }: PlanContent) => ({
  tasks: tasks.filter(({ restricted }) => !restricted).map(({ advice, owner, dueOn }) => `${advice ?? 'own task'}, ${owner}, ${dueOn}`),
  goals: goals.map(({ change, dueOn }) => `${change.fact}, ${dueOn}`),
  phases,
});
