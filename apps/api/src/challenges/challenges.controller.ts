import {
  type Challenge,
  type ChallengeDecline,
  type ChallengeWrite,
  challengeCorrectSchema,
  challengeDeclineSchema,
  challengeListQuery,
  challengeSchema,
  challengeStatementSchema,
  challengeWriteSchema,
} from '@matchwatch/contracts';
import { allowedActions, challengeDueOn, dayIn, relationsTo } from '@matchwatch/domain';
import { resolvePolicy } from '@matchwatch/risk-policy';
import {
  appendAudit,
  type ChallengeDecision,
  type ChallengeRow,
  type Database,
  findApplicantPlace,
  findChallenge,
  findRecord,
  findRunOfVersion,
  listChallenges,
  lockChallenge,
  type Pool,
  recordChallenge,
  type StandingSession,
  stepChallenge,
} from '@matchwatch/store';
import { hasWords } from '@matchwatch/words';
import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { auditLine } from '../audit/audit-line.js';
import { Answers } from '../http/answers.decorator.js';
import { contentRangeDoc, sendPage } from '../http/content-range.js';
import { PathId } from '../http/path-id.js';
import { notFound, ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import type { Access } from '../session/authoriser.js';
import { CurrentAccess } from '../session/current-access.decorator.js';
import { CurrentSession } from '../session/current-session.decorator.js';
import { Needs, NeedsOfApplicant } from '../session/needs.decorator.js';
import { CLOCK, type Clock, DATABASE } from '../tokens.js';
import { isShownTo, toChallenge } from './challenge-answer.js';
import { challengeViewOf } from './challenge-view.js';
import { correctChallenge } from './correct-challenge.js';

@ApiTags('Challenges')
@Controller('api/v1')
export class ChallengesController {
  constructor(
    @Inject(DATABASE) private readonly db: Pool,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get('challenges')
  @Needs('record.view')
  @Answers(z.array(challengeSchema), { summary: 'A page of what applicants say is wrong, what is due first.', headers: contentRangeDoc })
  async list(
    @Query({ schema: challengeListQuery }) { filter, sort, range }: z.output<typeof challengeListQuery>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Challenge[]> {
    const today = this.today(session);
    const view = challengeViewOf(session, access);
    const { rows, total } = await listChallenges(this.db, session.school.id, view, filter, { sort, range }, today);
    return sendPage(response, 'challenges', range, { rows: rows.map((row) => toChallenge(row, today)), total });
  }

  @Post('applicants/:id/challenges')
  @NeedsOfApplicant('challenge.write')
  @Answers(challengeSchema, {
    status: 201,
    summary: 'Write down what the applicant says is wrong; the clock for an answer starts on the day it was received.',
  })
  async record(
    @PathId() applicantId: number,
    @Body({ schema: challengeWriteSchema }) write: ChallengeWrite,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() { actions }: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Challenge> {
    const { school, person } = session;
    const now = this.now();
    const { subject, receivedOn } = write;
    if (receivedOn > this.today(session)) throw refusedField('receivedOn', 'must not be after today');
    if (subject.kind === 'finding' && !hasWords(subject.about)) throw refusedField('subject.about', 'is no rule of this product');
    if (!isShownTo(actions, subject)) throw refusedField('subject.about', 'is not open to you');
    const { policy } = await readSchoolPolicy(this.db, school.id, receivedOn);
    const dueOn = challengeDueOn(receivedOn, resolvePolicy(policy, receivedOn)['challenge.answer.days']);
    const id = await this.db.transaction(async (transaction) => {
      const standing = await findRecord(transaction, school.id, applicantId);
      if (!standing) throw notFound('applicant');
      const challenge = { ...write, applicantId, dueOn, recordVersion: standing.version };
      const id = await recordChallenge(transaction, school.id, challenge, { personId: person.id, at: now });
      // What it says stands in the challenge itself.
      const told = { applicantId, subject: `challenge ${id}`, after: { kind: subject.kind, receivedOn, dueOn } };
      await appendAudit(transaction, school.id, auditLine(request, 'challenge.recorded', now, told));
      return id;
    });
    return this.read(session, id);
  }

  @Post('challenges/:id/decline')
  @Needs('challenge.decide')
  @Answers(challengeSchema, { summary: 'Let what is contested stand, with the reason and what the applicant wants said beside it.' })
  async decline(
    @PathId() id: number,
    @Body({ schema: challengeDeclineSchema }) { reason, statement }: ChallengeDecline,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Challenge> {
    await this.step(session, access, request, id, 'decline', { reason, statement });
    return this.read(session, id);
  }

  @Post('challenges/:id/statement')
  @Needs('challenge.decide')
  @Answers(challengeSchema, { summary: 'Put what the applicant wants said beside what stands; it replaces what they had said before.' })
  async state(
    @PathId() id: number,
    @Body({ schema: challengeStatementSchema }) { statement }: z.output<typeof challengeStatementSchema>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Challenge> {
    await this.step(session, access, request, id, 'state', { statement });
    return this.read(session, id);
  }

  @Post('challenges/:id/correct')
  @Needs('challenge.decide')
  @Answers(challengeSchema, {
    summary: 'Say which later version of the record put it right, where the change did not name the challenge itself.',
  })
  async correct(
    @PathId() id: number,
    @Body({ schema: challengeCorrectSchema }) { version }: z.output<typeof challengeCorrectSchema>,
    @CurrentSession() session: StandingSession,
    @CurrentAccess() access: Access,
    @Req() request: IdentifiedRequest,
  ): Promise<Challenge> {
    const { school } = session;
    const now = this.now();
    await this.db.transaction(async (transaction) => {
      const challenge = await this.lock(transaction, session, access, id);
      const standing = await findRecord(transaction, school.id, challenge.applicantId);
      if (version <= challenge.recordVersion || version > (standing?.version ?? 0)) {
        throw refusedField('version', 'must be one that the record got after it was contested');
      }
      const runId = await findRunOfVersion(transaction, school.id, challenge.applicantId, version);
      await correctChallenge({ transaction, request, session, now }, challenge, { version, runId });
    });
    return this.read(session, id);
  }

  private async step(
    session: StandingSession,
    access: Access,
    request: IdentifiedRequest,
    id: number,
    step: 'decline' | 'state',
    decision: Pick<ChallengeDecision, 'reason' | 'statement'>,
  ): Promise<void> {
    const { school, person } = session;
    const now = this.now();
    await this.db.transaction(async (transaction) => {
      const { applicantId, state } = await this.lock(transaction, session, access, id);
      const done = await stepChallenge(transaction, school.id, id, step, { ...decision, personId: person.id, at: now });
      if (!done) throw new ProblemError(409, `The challenge is ${state}; that cannot be done to it now.`);
      const told = { applicantId, subject: `challenge ${id}`, reason: decision.reason };
      const event = step === 'decline' ? 'challenge.declined' : 'challenge.stated';
      await appendAudit(transaction, school.id, auditLine(request, event, now, told));
    });
  }

  /** A challenge that the person is shown, held until the transaction ends. */
  private async lock(transaction: Database, { school, person }: StandingSession, { links }: Access, id: number): Promise<ChallengeRow> {
    const challenge = await lockChallenge(transaction, school.id, id);
    const place = challenge && (await findApplicantPlace(transaction, school.id, challenge.applicantId));
    if (!place || !isShownTo(allowedActions(person, relationsTo(links, place)), challenge.subject)) throw notFound('challenge');
    return challenge;
  }

  private async read(session: StandingSession, id: number): Promise<Challenge> {
    const row = await findChallenge(this.db, session.school.id, id);
    if (!row) throw notFound('challenge');
    return toChallenge(row, this.today(session));
  }

  private today({ school }: StandingSession) {
    return dayIn(school.timeZone, this.now());
  }
}
