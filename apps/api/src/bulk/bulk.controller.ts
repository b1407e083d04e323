import { createHash } from 'node:crypto';
import { type BulkAnswer, type BulkRequest, bulkAnswerSchema, bulkRequestSchema, mostBulk } from '@matchwatch/contracts';
import { type ApplicantAction, type AuditEvent, type AuditLine, dayIn, may, relationsTo } from '@matchwatch/domain';
import {
  addTasks,
  type BulkOutcome,
  countApplicants,
  type Database,
  keepBulkResult,
  listApplicantIds,
  listColleagues,
  listNamedPlaces,
  type Mark,
  type StandingSession,
  takeBulkKey,
} from '@matchwatch/store';
import { refusalText } from '@matchwatch/words';
import { Body, Controller, Headers, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { CaseworkWriter } from '../casework/casework-writer.js';
import { logOne, toldOfLog } from '../casework/log-meeting.js';
import { meetingContent } from '../casework/meeting-content.js';
import { Answers } from '../http/answers.decorator.js';
import { ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { demandGroup } from '../views/demand-group.js';
import { idempotencyKey } from './idempotency-key.js';

type Place = Awaited<ReturnType<typeof listNamedPlaces>>[number];
type Told = Pick<AuditLine, 'applicantId' | 'subject' | 'after'> & { event: AuditEvent };
/** Does it for one applicant: what was made, and what the audit tells of it. */
type DoOne = (transaction: Database, place: Place, mark: Mark) => Promise<{ madeId: number; told: Told }>;

const needed = { task: 'plan.write', meeting: 'meeting.write' } as const satisfies Record<BulkRequest['action']['kind'], ApplicantAction>;

@ApiTags('Applicants')
@Controller('api/v1/applicants/bulk')
export class BulkController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CLOCK) private readonly now: Clock,
    private readonly writer: CaseworkWriter,
  ) {}

  @Post()
  @HttpCode(200)
  @Needs('plan.write')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'Chosen by who asks: the same thing sent again with it is not done again.',
  })
  @Answers(bulkAnswerSchema, { summary: 'Do one thing for everybody a filter shows, each checked by itself; tells what became of each.' })
  async run(
    @Body({ schema: bulkRequestSchema }) asked: BulkRequest,
    @Headers('idempotency-key') header: string | undefined,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { links, view }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<BulkAnswer> {
    const key = idempotencyKey(header);
    const { school, person } = session;
    await demandGroup(this.db, session, asked.filter);
    const doOne = await this.doerOf(session, asked.action);
    const action = needed[asked.action.kind];
    const total = await countApplicants(this.db, school.id, view, asked.filter);
    if (total > mostBulk) {
      throw new ProblemError(
        422,
        `${total} applicants fit, and at most ${mostBulk} can be done at once. Narrow the filter and do it in parts.`,
      );
    }
    const ids = await listApplicantIds(this.db, school.id, view, asked.filter, ['name', 'ASC'], mostBulk);
    const places = await listNamedPlaces(this.db, school.id, ids);
    const verdicts = places.map((place) => ({ place, ...may(person, action, 'applicant', relationsTo(links, place)) }));
    const open = verdicts.filter(({ allowed }) => allowed).map(({ place }) => place);
    const digest = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
    const { id, repeated, outcomes } = await this.writer.write(request, open, async (transaction, mark) => {
      const taken = await takeBulkKey(transaction, school.id, key, digest, mark);
      if (!taken.fresh) {
        if (taken.asked !== digest) throw new ProblemError(422, 'Something else was done under this Idempotency-Key. Take another.');
        return { result: { id: taken.id, repeated: true, outcomes: taken.result }, told: [], slot: null };
      }
      if (places.length !== asked.expected) {
        throw new ProblemError(409, `${places.length} applicants fit by now, not ${asked.expected}. Look at the list again.`);
      }
      const outcomes: BulkOutcome[] = [];
      const told: Told[] = [];
      for (const { place, allowed, because } of verdicts) {
        const { applicantId } = place;
        if (!allowed) outcomes.push({ applicantId, madeId: null, because });
        else {
          const made = await doOne(transaction, place, mark);
          outcomes.push({ applicantId, madeId: made.madeId, because: null });
          told.push(made.told);
        }
      }
      await keepBulkResult(transaction, school.id, taken.id, outcomes);
      const after = { kind: asked.action.kind, filter: asked.filter, done: told.length, refused: outcomes.length - told.length };
      const whole: Told = { event: 'bulk.asked', subject: `bulk ${taken.id}`, after };
      return {
        result: { id: taken.id, repeated: false, outcomes },
        told: [whole, ...told],
        slot: told.length > 0 ? `bulk:${taken.id}` : null,
      };
    });
    const named = new Map(
      (
        await listNamedPlaces(
          this.db,
          school.id,
          outcomes.map(({ applicantId }) => applicantId),
        )
      ).map((each) => [each.applicantId, each]),
    );
    const rows = outcomes.flatMap(({ applicantId, madeId, because }) => {
      const place = named.get(applicantId);
      if (!place) return [];
      const { externalId, name } = place;
      const reason = because && refusalText(because, action, person.role);
      return [{ applicantId, externalId, name, outcome: because ? ('refused' as const) : ('done' as const), reason, madeId }];
    });
    return { id, repeated, done: rows.filter(({ outcome }) => outcome === 'done').length, rows };
  }

  /** How the thing is done for one; refuses what could be done for nobody. */
  private async doerOf(session: StandingSession, action: BulkRequest['action']): Promise<DoOne> {
    const { school, person } = session;
    const colleagues = await listColleagues(this.db, school.id);
    if (action.kind === 'meeting') {
      const content = meetingContent(action.meeting, colleagues, person, dayIn(school.timeZone, this.now()), 'action.meeting.');
      return async (transaction, place, mark) => {
        const madeId = await logOne(transaction, session, place, content, mark);
        return { madeId, told: toldOfLog(place.applicantId, madeId, content) };
      };
    }
    const { task } = action;
    if (task.ownerId !== null && !colleagues.some(({ id }) => id === task.ownerId)) {
      throw refusedField('action.task.ownerId', 'is nobody of this school who acts for applicants');
    }
    return async (transaction, { applicantId }, mark) => {
      const [madeId = 0] = await addTasks(
        transaction,
        school.id,
        { applicantId },
        [{ ...task, advice: null, answers: [], restricted: false }],
        mark,
      );
      const after = { owner: task.owner, dueOn: task.dueOn };
      return { madeId, told: { event: 'task.added', applicantId, subject: `task ${madeId}`, after } };
    };
  }
}
