import {
  type CheckedIds,
  type CohortViewDetail,
  type CohortViewWrite,
  checkedIdsSchema,
  cohortViewDetailSchema,
  cohortViewWriteSchema,
  type ListedCohortView,
  listedCohortViewSchema,
  type MembershipChange,
  membershipQuery,
  membershipStepSchema,
  type PastedIds,
  pastedIdsSchema,
} from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import {
  addCohortView,
  appendAudit,
  type CohortViewContent,
  changeCohortView,
  countApplicants,
  countCohortViews,
  type Database,
  type DayMark,
  findCohortView,
  listApplicantIds,
  listByExternalIds,
  listCohortViews,
  listGroupMembers,
  listMembershipSteps,
  type Pool,
  removeCohortView,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { savedVersion } from '../casework/casework-writer.js';
import { Answers, AnswersNothing } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { versionOf, versionTag } from '../http/if-match.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError, refusedField, refusedFields } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { checkPastedIds, linesWithIds } from './check-pasted-ids.js';
import { toCohortView } from './cohort-view-answer.js';

/** Each view of a list is counted when the list is shown. */
const mostViewsEach = 40;
const etagDoc = { ETag: 'The version, to be sent back in If-Match.' };

@ApiTags('Saved views')
@Controller('api/v1/views')
export class CohortViewsController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('applicant.find')
  @Answers(z.array(listedCohortViewSchema), {
    summary: 'The views you saved and those shared with your role, each with how many of your applicants it shows now.',
  })
  async list(@CurrentSession() session: StandingSession, @CurrentAccess() { view }: Access): Promise<ListedCohortView[]> {
    const rows = await listCohortViews(this.db, session.school.id, session.person);
    return Promise.all(
      rows.map(async (row) => ({
        ...toCohortView(row, session),
        count: await countApplicants(this.db, session.school.id, view, row.filter),
      })),
    );
  }

  @Post('check-ids')
  @HttpCode(200)
  @Needs('applicant.find')
  @Answers(checkedIdsSchema, { summary: 'Tell line by line whom pasted school ids name.' })
  async checkIds(
    @Body({ schema: pastedIdsSchema }) { lines }: PastedIds,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { view }: Access,
  ): Promise<CheckedIds> {
    const ids = linesWithIds(lines).map(({ text }) => text.replaceAll('\0', ''));
    return checkPastedIds(lines, await listByExternalIds(this.db, school.id, view, ids));
  }

  @Get(':id')
  @Needs('applicant.find')
  @Answers(cohortViewDetailSchema, { summary: 'A saved view; of a group, whom of it you see.', headers: etagDoc })
  read(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CohortViewDetail> {
    return this.detail(session, access, id, response);
  }

  @Post()
  @Needs('applicant.find')
  @Answers(cohortViewDetailSchema, { status: 201, summary: 'Save a view.', headers: etagDoc })
  async save(
    @Body({ schema: cohortViewWriteSchema }) write: CohortViewWrite,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CohortViewDetail> {
    const { school, person } = session;
    if ((await countCohortViews(this.db, school.id, person.id)) >= mostViewsEach) {
      throw new ProblemError(422, `You keep ${mostViewsEach} views, which is the most. Remove one that is not needed any more.`);
    }
    const members = await this.membersOf(session, access, write);
    const content = contentOf(write);
    const mark = this.mark(session);
    const id = await this.db.transaction(async (transaction) => {
      const id = await addCohortView(transaction, school.id, content, members, mark);
      const told = { subject: `view ${id}`, after: toldOf(content, members.length) };
      await appendAudit(transaction, school.id, auditLine(request, 'view.saved', mark.at, told));
      return id;
    });
    return this.detail(session, access, id, response);
  }

  @Put(':id')
  @Needs('applicant.find')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version the change is based on, as it was given in ETag.' })
  @Answers(cohortViewDetailSchema, { summary: 'Change a view of yours.', headers: etagDoc })
  async change(
    @PathId() id: number,
    @Body({ schema: cohortViewWriteSchema }) write: CohortViewWrite,
    @Headers('if-match') ifMatch: string | undefined,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CohortViewDetail> {
    const version = versionOf(ifMatch);
    const { school } = session;
    await this.own(session, id);
    const wanted = new Set(await this.membersOf(session, access, write));
    const content = contentOf(write);
    const mark = this.mark(session);
    await this.db.transaction(async (transaction) => {
      // Members whom the owner cannot see any more stay: nobody can leave out whom they do not know of.
      const seen = (await listGroupMembers(transaction, school.id, access.view, id)).map((member) => member.id);
      const members = {
        add: [...wanted].filter((each) => !seen.includes(each)),
        remove: seen.filter((each) => !wanted.has(each)),
      };
      savedVersion(await changeCohortView(transaction, school.id, id, version, content, members, mark), 'view');
      const told = { subject: `view ${id}`, after: toldOf(content, wanted.size) };
      await appendAudit(transaction, school.id, auditLine(request, 'view.changed', mark.at, told));
    });
    return this.detail(session, access, id, response);
  }

  @Delete(':id')
  @Needs('applicant.find')
  @AnswersNothing('Remove a view of yours; who was in it when is kept.')
  async remove(@PathId() id: number, @CurrentSession() session: StandingSession, @Req() request: IdentifiedRequest): Promise<void> {
    await this.own(session, id);
    const mark = this.mark(session);
    await this.db.transaction(async (transaction) => {
      if (!(await removeCohortView(transaction, session.school.id, id, mark))) throw notFound('view');
      await appendAudit(transaction, session.school.id, auditLine(request, 'view.removed', mark.at, { subject: `view ${id}` }));
    });
  }

  @Get(':id/history')
  @Needs('applicant.find')
  @Answers(z.array(membershipStepSchema), {
    summary: 'Who joined and who left a view since it was saved, as published runs of the cohort saw it.',
    headers: contentRangeDoc,
  })
  async history(
    @PathId() id: number,
    @Query({ schema: membershipQuery }) { sort, range }: z.output<typeof membershipQuery>,
    @CurrentSession() { school, person }: StandingSession,
    @CurrentAccess() { view }: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MembershipChange[]> {
    const saved = await findCohortView(this.db, school.id, person, id);
    if (!saved) throw notFound('view');
    const page = await listMembershipSteps(this.db, school.id, view, saved, { ascending: sort[1] === 'ASC', range });
    return sendPage(response, 'views', range, page);
  }

  private async detail(session: StandingSession, { view }: Access, id: number, response: Response): Promise<CohortViewDetail> {
    const { school, person } = session;
    const saved = await findCohortView(this.db, school.id, person, id);
    if (!saved) throw notFound('view');
    response.setHeader('ETag', versionTag(saved.version));
    const members = saved.kind === 'group' ? await listGroupMembers(this.db, school.id, view, id) : [];
    return { ...toCohortView(saved, session), members };
  }

  private async own({ school, person }: StandingSession, id: number): Promise<void> {
    const saved = await findCohortView(this.db, school.id, person, id);
    if (!saved) throw notFound('view');
    if (saved.owner.id !== person.id)
      throw new ProblemError(403, `That is not allowed: ${saved.owner.name} keeps this view. Save one of your own.`);
  }

  /** Whom a written group names; refuses, by its place, each who is not there for whoever writes. */
  private async membersOf(
    { school }: StandingSession,
    { view }: Access,
    write: CohortViewWrite,
    db: Database = this.db,
  ): Promise<readonly number[]> {
    if (write.kind === 'filter') {
      if (write.filter.inGroup === undefined) return [];
      throw refusedField('filter.inGroup', 'is a view itself; a filter cannot be saved within it');
    }
    const known = new Set(await listApplicantIds(db, school.id, view, { id: write.members }, ['name', 'ASC'], write.members.length));
    const unknown = write.members.flatMap((id, at) => (known.has(id) ? [] : [{ path: `members.${at}`, reason: 'is nobody of yours' }]));
    if (unknown.length > 0) throw refusedFields(unknown);
    return write.members;
  }

  private mark({ school, person }: StandingSession): DayMark {
    const at = this.now();
    return { by: person.id, at, on: dayIn(school.timeZone, at) };
  }
}

const contentOf = ({ kind, name, sort, hidden, sharedWith, ...rest }: CohortViewWrite): CohortViewContent => ({
  kind,
  name,
  sort,
  hidden,
  sharedWith,
  filter: 'filter' in rest ? rest.filter : {},
});

const toldOf = ({ kind, sharedWith, filter }: CohortViewContent, members: number) => ({
  kind,
  sharedWith,
  ...(kind === 'group' ? { members } : { filter }),
});
