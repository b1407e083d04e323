import type { RecordWrite } from '@matchwatch/contracts';
import { type ApplicantRecord, dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { appendAudit, type Database, editSlot, findRecord, type StandingRecord, type StandingSession, saveRecord } from '@matchwatch/store';
import { auditLine } from '../audit/audit-line.js';
import { orderReassessment, ringReassessment } from '../casework/reassess.js';
import { correctChallenge, lockAnswered } from '../challenges/correct-challenge.js';
import { notFound, ProblemError, refusedFields } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import type { Access } from '../session/authoriser.js';
import { recordChanges } from './record-changes.js';

interface Saving {
  db: Database;
  doorbell: Doorbell;
  request: IdentifiedRequest;
  session: StandingSession;
  access: Access;
  now: Date;
}

/** Writes a record over the version it was based on and, in the same transaction, the run that will reassess it; then rings. */
export async function saveAndReassess(
  { db, doorbell, request, session, access, now }: Saving,
  id: number,
  version: number,
  { record, reason, challengeId }: RecordWrite,
): Promise<void> {
  const schoolId = session.school.id;
  const today = dayIn(session.school.timeZone, now);
  const standing = await findRecord(db, schoolId, id);
  if (!standing) throw notFound('applicant');
  refuseMisplaced(schoolId, access, standing, record);
  const changes = recordChanges(standing.record, record).map(({ path }) => path);
  const changed = [...new Set(changes.map((path) => path.split('.', 1)[0] as keyof ApplicantRecord))];
  const { outcome, runId } = await db.transaction(async (transaction) => {
    const answered =
      challengeId === undefined
        ? undefined
        : await lockAnswered(transaction, schoolId, { applicantId: id, actions: access.actions }, challengeId, changed);
    const outcome = await saveRecord(transaction, schoolId, id, version, record, {
      by: session.person.name,
      at: now,
      knownOn: today,
      source: 'screen',
      reason,
    });
    if (outcome.outcome !== 'saved') return { outcome };
    const ordered = await orderReassessment(transaction, {
      schoolId,
      season: record.season,
      slot: editSlot(id, outcome.saved.version),
      asOf: today,
      requestedBy: session.person.name,
      applicantIds: [id],
    });
    const told = {
      applicantId: id,
      reason,
      before: { version },
      // Where it changed; what it was and is stands in the record's own history.
      after: { version: outcome.saved.version, paths: changes },
    };
    await appendAudit(transaction, schoolId, auditLine(request, 'record.changed', now, told));
    if (answered) {
      await correctChallenge({ transaction, request, session, now }, answered, { version: outcome.saved.version, runId: ordered });
    }
    return { outcome, runId: ordered };
  });
  if (outcome.outcome === 'missing') throw notFound('applicant');
  if (outcome.outcome === 'conflict') {
    throw new ProblemError(412, 'Somebody else changed this record in the meantime.', {
      type: 'urn:matchwatch:problem:version-conflict',
      currentVersion: outcome.currentVersion,
    });
  }
  if (runId === undefined) return;
  await ringReassessment(doorbell, request, schoolId, runId);
}

/** What of a record names its place cannot be changed by writing it, nor its advisor without the right to: that gives access away. */
function refuseMisplaced(schoolId: string, { actions }: Access, standing: StandingRecord, record: RecordWrite['record']): void {
  const reassigned = record.advisor?.toLowerCase() !== standing.record.advisor?.toLowerCase();
  const issues = [
    ...(reassigned && !actions.includes('advisor.assign') ? [{ path: 'record.advisor', reason: 'is not yours to change' }] : []),
    ...(record.externalId !== standing.record.externalId ? [{ path: 'record.externalId', reason: 'cannot be changed' }] : []),
    ...(record.school !== undefined && record.school !== schoolId
      ? [{ path: 'record.school', reason: 'is not the school you are signed in to' }]
      : []),
  ];
  if (issues.length > 0) throw refusedFields(issues);
}
