import type { ReviewWrite } from '@matchwatch/contracts';
import { dayIn, findingRank, may, nextReview, type Role, relationsTo } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import {
  appendAudit,
  type Database,
  type DecidedReview,
  type FlagToReview,
  type LastDecision,
  listFlagsToReview,
  listLinkedPeople,
  type StandingSession,
  saveReviews,
  takeReviewRevision,
} from '@matchwatch/store';
import { decisionDoneText, reviewRefusalText, ruleLabel } from '@matchwatch/words';
import { auditLine } from '../audit/audit-line.js';
import { orderReassessment, ringReassessment } from '../casework/reassess.js';
import { notFound, ProblemError, refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';

interface Deciding {
  db: Database;
  doorbell: Doorbell;
  request: IdentifiedRequest;
  session: StandingSession;
  access: Access;
  now: Date;
}

/**
 * Takes a person's decision about flags of one applicant, all of them or none, by the domain's transitions; in the same transaction the audit
 * and the run that closes what the decision answers. Whoever decides second is told who was first.
 */
export async function decideReviews(
  { db, doorbell, request, session, access, now }: Deciding,
  revision: number,
  { decision, flags: asked }: ReviewWrite,
): Promise<void> {
  const { place } = access;
  if (!place) throw notFound('applicant');
  const { school, person } = session;
  const { applicantId, season } = place;
  const today = dayIn(school.timeZone, now);
  if ((decision.kind === 'assign' || decision.kind === 'escalate') && decision.to !== null) {
    await demandReviewer({ db, session, access, now }, decision.to);
  }
  const runId = await db.transaction(async (transaction) => {
    const taken = await takeReviewRevision(transaction, school.id, applicantId, revision);
    if (!taken) throw notFound('applicant');
    if (taken.outcome === 'conflict') throw conflict(taken.revision, taken.last);
    const ids = [...new Set(asked.map(({ id }) => id))];
    const flags = await listFlagsToReview(transaction, school.id, applicantId, ids);
    const decided = ids.map((id): DecidedReview => {
      const flag = flags.find((each) => each.id === id);
      const seen = asked.find((each) => each.id === id)?.level ?? 'note';
      if (!flag) throw new ProblemError(409, 'A flag among these has closed meanwhile: its cause has cleared.');
      if (findingRank[flag.level] > findingRank[seen]) {
        throw new ProblemError(409, `“${ruleLabel(flag.code)}” has risen since you looked. Look again before you decide.`);
      }
      return toDecided(flag, decision, today);
    });
    await saveReviews(transaction, school.id, applicantId, decided, { by: person.id, at: now });
    const run = await orderReassessment(transaction, {
      schoolId: school.id,
      season,
      slot: `review:${applicantId}:r${taken.revision}`,
      asOf: today,
      requestedBy: person.name,
      applicantIds: [applicantId],
    });
    const told = {
      applicantId,
      subject: `flags ${ids.join(', ')}`,
      before: decided.map(({ flagId, code }) => ({
        flag: flagId,
        code,
        state: flags.find(({ id }) => id === flagId)?.review?.state ?? 'unreviewed',
      })),
      // The note stands in the review; the audit tells of the decision.
      after: decided.map(({ flagId, state, until, assignedTo, because }) => ({ flag: flagId, state, until, assignedTo, because })),
    };
    await appendAudit(transaction, school.id, auditLine(request, 'review.decided', now, told));
    return run;
  });
  await ringReassessment(doorbell, request, school.id, runId);
}

function toDecided(flag: FlagToReview, decision: ReviewWrite['decision'], today: Parameters<typeof nextReview>[3]): DecidedReview {
  const next = nextReview(flag, flag.review, decision, today);
  if (next.outcome === 'refused') {
    const text = reviewRefusalText(next.because);
    if (next.because === 'no-such-move') throw new ProblemError(409, `“${ruleLabel(flag.code)}”: ${text}`);
    throw refusedField(next.because === 'reason-missing' ? 'decision.note' : 'decision.until', text);
  }
  return {
    ...next.review,
    flagId: flag.id,
    code: flag.code,
    decision: decision.kind,
    because: decision.kind === 'disagree' ? decision.because : null,
    note: decision.note ?? null,
  };
}

const conflict = (currentVersion: number, last: LastDecision | undefined) =>
  new ProblemError(
    412,
    last
      ? `${last.by} has ${decisionDoneText(last.decision)} “${ruleLabel(last.code)}” since you looked. Look again before you decide.`
      : 'Somebody else has decided about this applicant since you looked. Look again before you decide.',
    { type: 'urn:matchwatch:problem:version-conflict', currentVersion },
  );

/** Everybody who may review the applicant's flags, by the table that lets them. */
export async function listReviewers({ db, session, access: { place }, now }: Pick<Deciding, 'db' | 'session' | 'access' | 'now'>) {
  if (!place) throw notFound('applicant');
  const { school } = session;
  const people = await listLinkedPeople(db, school.id, dayIn(school.timeZone, now), now);
  return people.flatMap(({ id, name, role: known, links }) => {
    const role = known as Role;
    const { allowed, because } = may({ role }, 'review.write', 'applicant', relationsTo(links, place));
    return allowed ? [{ id, name, role, because }] : [];
  });
}

async function demandReviewer(deciding: Pick<Deciding, 'db' | 'session' | 'access' | 'now'>, personId: number): Promise<void> {
  const reviewers = await listReviewers(deciding);
  if (!reviewers.some(({ id }) => id === personId)) throw refusedField('decision.to', 'may not review this applicant’s flags');
}
