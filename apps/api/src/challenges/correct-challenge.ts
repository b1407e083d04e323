import type { ApplicantAction, ApplicantRecord } from '@matchwatch/domain';
import { appendAudit, type ChallengeRow, type Database, lockChallenge, type StandingSession, stepChallenge } from '@matchwatch/store';
import { auditLine } from '../audit/audit-line.js';
import { ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { isShownTo } from './challenge-answer.js';

interface Correcting {
  transaction: Database;
  request: IdentifiedRequest;
  session: StandingSession;
  now: Date;
}

/** What a change of a record has put right, in the transaction of the change. */
export async function correctChallenge(
  { transaction, request, session: { school, person }, now }: Correcting,
  challenge: Pick<ChallengeRow, 'id' | 'applicantId'>,
  { version, runId }: { version: number; runId: number | undefined },
): Promise<void> {
  const done = await stepChallenge(transaction, school.id, challenge.id, 'correct', { personId: person.id, at: now, version, runId });
  if (!done) throw new ProblemError(409, 'The challenge was corrected already.');
  const told = { applicantId: challenge.applicantId, subject: `challenge ${challenge.id}`, after: { version, run: runId ?? null } };
  await appendAudit(transaction, school.id, auditLine(request, 'challenge.corrected', now, told));
}

/** The challenge of an applicant that a change says it answers, if it does: the part of the record it is about must change. */
export async function lockAnswered(
  db: Database,
  schoolId: string,
  { applicantId, actions }: { applicantId: number; actions: readonly ApplicantAction[] },
  challengeId: number,
  changed: readonly (keyof ApplicantRecord)[],
): Promise<ChallengeRow> {
  const challenge = await lockChallenge(db, schoolId, challengeId);
  if (challenge?.applicantId !== applicantId || !isShownTo(actions, challenge.subject))
    throw refusedField('challengeId', 'is no challenge of this applicant');
  if (challenge.state === 'corrected') throw refusedField('challengeId', 'was corrected already');
  const { subject } = challenge;
  if (changed.length === 0 || (subject.kind === 'fact' && !changed.includes(subject.about))) {
    throw refusedField('challengeId', 'is about something that this change leaves as it is');
  }
  return challenge;
}
