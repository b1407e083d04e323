import type { Config } from '@matchwatch/config';
import {
  type Run,
  type RunComparison,
  type RunDetail,
  type RunFilter,
  type RunRequest,
  runActionSchema,
  runComparisonQuery,
  runComparisonSchema,
  runDetailSchema,
  runListQuery,
  runRequestSchema,
  runSchema,
} from '@matchwatch/contracts';
import type { Doorbell } from '@matchwatch/queue';
import {
  appendAudit,
  compareRuns,
  decideRun,
  findRun,
  findRunBefore,
  findSession,
  type ListWindow,
  listRunChanges,
  listRunProblems,
  listRuns,
  type Pool,
  type RunDecision,
  type RunRow,
  type RunSort,
  retryRun,
  type StandingSession,
} from '@matchwatch/store';
import { Body, Controller, Get, Inject, type MessageEvent, Post, Query, Req, Res, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { defer, filter, interval, map, merge, mergeMap, type Observable, of, share, takeUntil } from 'rxjs';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers, AnswersMedia } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';
import type { Access } from '../session/authoriser.js';
import { readCookie } from '../session/cookie.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { SessionEnds } from '../session/session-ends.js';
import { isSecure, sessionLimits } from '../session/session-settings.js';
import { CLOCK, type Clock, CONFIG, DATABASE, DOORBELL } from '../tokens.js';
import { requestRun } from './request-run.js';
import { readRunAnswer, readRunAnswers } from './run-answer.js';
import { RunStream } from './run-stream.js';

const heartbeatMs = 15_000;
const mostShown = 500;
const decided = { cancel: 'run.cancelled', approve: 'run.approved', discard: 'run.discarded' } as const;

@ApiTags('Runs')
@Controller('api/v1/runs')
export class RunsController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(DOORBELL) private readonly doorbell: Doorbell,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly stream: RunStream,
    private readonly ends: SessionEnds,
  ) {}

  @Get()
  @Needs('run.view')
  @Answers(z.array(runSchema), { summary: 'A page of runs.', headers: contentRangeDoc })
  async list(
    @Query({ schema: runListQuery }) { filter, sort, range }: ListWindow<RunSort> & { filter: RunFilter },
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { view }: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Run[]> {
    const { rows, total } = await listRuns(this.db, school.id, filter, { sort, range });
    return sendPage(response, 'runs', range, { rows: await readRunAnswers(this.db, school.id, view, rows), total });
  }

  @Sse('stream')
  @Needs('run.view')
  @AnswersMedia('text/event-stream', 'Progress of every run that moves, as server-sent events named `run`.')
  follow(@CurrentSession() session: StandingSession, @Req() request: IdentifiedRequest): Observable<MessageEvent> {
    const progress = this.stream.watch(session.school.id).pipe(map((data): MessageEvent => ({ type: 'run', data })));
    const beats = interval(heartbeatMs).pipe(
      mergeMap(async () => this.isStanding(request)),
      share(),
    );
    const alive = beats.pipe(map((): MessageEvent => ({ comment: 'still here' })));
    const over = merge(
      this.stream.stopping,
      this.ends.ended.pipe(filter((csrfToken) => csrfToken === session.csrfToken)),
      beats.pipe(filter((standing) => !standing)),
    );
    // A comment at once, so that the browser knows the stream is open.
    return merge(
      of<MessageEvent>({ comment: 'open' }),
      defer(() => progress),
      alive,
    ).pipe(takeUntil(over));
  }

  @Get(':id')
  @Needs('run.view')
  @Answers(runDetailSchema, { summary: 'One run with what changed and what could not be done.' })
  async read(@PathId() id: number, @CurrentSession() { school }: StandingSession, @CurrentAccess() access: Access): Promise<RunDetail> {
    const run = await this.run(school.id, access, id);
    const changes = await listRunChanges(this.db, school.id, access.view, id, mostShown);
    const before = (await findRunBefore(this.db, school.id, run)) ?? null;
    return { ...run, before, changes, problems: await listRunProblems(this.db, school.id, access.view, id, mostShown) };
  }

  @Get(':id/comparison')
  @Needs('run.view')
  @Answers(runComparisonSchema, { summary: 'Two runs of a season side by side, and whom the later one answers otherwise.' })
  async compare(
    @PathId() id: number,
    @Query({ schema: runComparisonQuery }) { filter, range }: z.output<typeof runComparisonQuery>,
    @CurrentSession() { school }: StandingSession,
    @CurrentAccess() { view }: Access,
  ): Promise<RunComparison> {
    const run = await this.counted(school.id, id);
    const other = filter.with ?? (await findRunBefore(this.db, school.id, run));
    if (other === undefined) throw notFound('run before it');
    const against = await this.counted(school.id, other);
    if (against.season !== run.season) throw refusedField('with', 'is of another season');
    const [before, after] = run.id < against.id ? [run, against] : [against, run];
    const { rows, total, ...moves } = await compareRuns(
      this.db,
      school.id,
      view,
      { season: run.season, before: before.id, after: after.id },
      range,
    );
    const [shownBefore, shownAfter] = await readRunAnswers(this.db, school.id, view, [before, after]);
    if (!shownBefore || !shownAfter) throw new Error('Two runs have two answers');
    return { before: shownBefore, after: shownAfter, moves, total, changes: rows };
  }

  @Post(':id/retry')
  @Needs('run.request')
  @Answers(runSchema, { status: 202, summary: 'Try those again whom a published run could not assess: a run of these only.' })
  async retry(
    @PathId() id: number,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Run> {
    const { school, person } = session;
    const retried = await this.db.transaction(async (transaction) => {
      const retried = await retryRun(transaction, school.id, id, { policyVersion, rulesDigest, requestedBy: person.name });
      if (retried.outcome === 'done' && retried.created) {
        const line = auditLine(request, 'run.retried', this.now(), {
          subject: `run ${id}`,
          after: { run: retried.id, applicants: retried.applicants },
        });
        await appendAudit(transaction, school.id, line);
      }
      return retried;
    });
    if (retried.outcome === 'missing') throw notFound('run');
    if (retried.outcome === 'refused')
      throw new ProblemError(409, `The run is ${retried.state}; only a published one has failures to try again.`);
    if (retried.outcome === 'nothing') throw new ProblemError(409, 'Everybody of this run was assessed, or is gone.');
    if (retried.created)
      await this.doorbell
        .ring('run.open', { schoolId: school.id, runId: retried.id }, { urgent: true })
        .catch((error: Error) => request.log.warn({ err: error, runId: retried.id }, 'could not ring for a run'));
    return this.run(school.id, access, retried.id);
  }

  @Post()
  @Needs('run.request')
  @Answers(runSchema, { status: 202, summary: 'Ask for a run of a season; asking again while it still moves gives the same run.' })
  async request(
    @Body({ schema: runRequestSchema }) body: RunRequest,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Run> {
    const id = await requestRun({ db: this.db, doorbell: this.doorbell, request, session, now: this.now() }, body);
    return this.run(session.school.id, access, id);
  }

  @Post(':id/cancel')
  @Needs('run.cancel')
  @Answers(runSchema, { summary: 'Stop a run; nothing of it is shown.' })
  cancel(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) { reason }: z.output<typeof runActionSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Run> {
    return this.decide('cancel', session, request, id, reason);
  }

  @Post(':id/approve')
  @Needs('run.decide')
  @Answers(runSchema, { summary: 'Publish a held run.' })
  async approve(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) { reason }: z.output<typeof runActionSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Run> {
    const run = await this.decide('approve', session, request, id, reason);
    await this.doorbell
      .ring('run.publish', { schoolId: session.school.id, runId: id }, { urgent: true })
      .catch((error: Error) => request.log.warn({ err: error, runId: id }, 'could not ring for a publication'));
    return run;
  }

  @Post(':id/discard')
  @Needs('run.decide')
  @Answers(runSchema, { summary: 'Drop a held run.' })
  discard(
    @PathId() id: number,
    @Body({ schema: runActionSchema }) { reason }: z.output<typeof runActionSchema>,
    @CurrentSession() session: StandingSession,
    @Req() request: IdentifiedRequest,
  ): Promise<Run> {
    return this.decide('discard', session, request, id, reason);
  }

  private async decide(
    decision: RunDecision,
    { school, person }: StandingSession,
    request: IdentifiedRequest,
    id: number,
    reason: string | undefined,
  ): Promise<Run> {
    const outcome = await this.db.transaction(async (transaction) => {
      const outcome = await decideRun(transaction, school.id, id, decision, { by: person.name, reason });
      const line = auditLine(request, decided[decision], this.now(), { subject: `run ${id}`, reason });
      if (outcome.outcome === 'done') await appendAudit(transaction, school.id, line);
      return outcome;
    });
    if (outcome.outcome === 'missing') throw notFound('run');
    if (outcome.outcome === 'refused') throw new ProblemError(409, `The run is ${outcome.state}; that cannot be done to it now.`);
    return this.run(school.id, request.access, id);
  }

  /** A run whose answers are all there and are those of the policy in force. */
  private async counted(schoolId: string, id: number): Promise<RunRow> {
    const run = await findRun(this.db, schoolId, id);
    if (!run) throw notFound('run');
    if (run.kind === 'shadow') throw new ProblemError(409, `Run ${id} tries a draft; its result stands with the policy version.`);
    if (run.closedAt === null) throw new ProblemError(409, `Run ${id} is ${run.state}; its answers are not all there.`);
    return run;
  }

  private async run(schoolId: string, access: Access | undefined, id: number): Promise<Run> {
    const run = await findRun(this.db, schoolId, id);
    if (!run || !access) throw notFound('run');
    return readRunAnswer(this.db, schoolId, access.view, run);
  }

  /** Asked without noting a use: a page left open is not activity. */
  private async isStanding(request: IdentifiedRequest): Promise<boolean> {
    const cookie = readCookie(request, isSecure(this.config));
    const session = cookie && (await findSession(this.db, cookie.schoolId, cookie.token, this.now(), sessionLimits(this.config)));
    return session !== undefined;
  }
}
