import type { RecordWrite } from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { createRun, type Database, findRecord, type StandingSession, saveRecord } from '@matchwatch/store';
import type { Logger } from 'pino';
import { notFound, ProblemError, refusedFields } from '../http/problem.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';

interface Saving {
  db: Database;
  doorbell: Doorbell;
  log: Logger;
  session: StandingSession;
  now: Date;
}

/** Writes a record over the version it was based on and, in the same transaction, the run that will reassess it; then rings. */
export async function saveAndReassess(
  { db, doorbell, log, session, now }: Saving,
  id: number,
  version: number,
  { record, reason }: RecordWrite,
): Promise<void> {
  const schoolId = session.school.id;
  const today = dayIn(session.school.timeZone, now);
  await refuseMisplaced(db, schoolId, id, record);
  const { outcome, runId } = await db.transaction(async (transaction) => {
    const outcome = await saveRecord(transaction, schoolId, id, version, record, {
      by: session.person.name,
      at: now,
      knownOn: today,
      source: 'screen',
      reason,
    });
    if (outcome.outcome !== 'saved') return { outcome };
    const run = await createRun(transaction, schoolId, {
      season: record.season,
      kind: 'reassess',
      slot: `edit:${id}:v${outcome.saved.version}`,
      asOf: today,
      policyVersion,
      rulesDigest,
      requestedBy: session.person.name,
      applicantIds: [id],
    });
    return { outcome, runId: run.id };
  });
  if (outcome.outcome === 'missing') throw notFound('applicant');
  if (outcome.outcome === 'conflict') {
    throw new ProblemError(412, 'Somebody else changed this record in the meantime.', {
      type: 'urn:matchwatch:problem:version-conflict',
      currentVersion: outcome.currentVersion,
    });
  }
  if (runId === undefined) return;
  // The run is written: when the bell cannot be rung, the worker's sweep finds it.
  await doorbell
    .ring('applicant.reassess', { schoolId, runId }, { urgent: true })
    .catch((error: Error) => log.warn({ err: error, runId }, 'could not ring for a reassessment'));
}

/** What of a record names its place cannot be changed by writing it. */
async function refuseMisplaced(db: Database, schoolId: string, id: number, record: RecordWrite['record']): Promise<void> {
  const standing = await findRecord(db, schoolId, id);
  if (!standing) throw notFound('applicant');
  const issues = [
    ...(record.externalId !== standing.record.externalId ? [{ path: 'record.externalId', reason: 'cannot be changed' }] : []),
    ...(record.school !== undefined && record.school !== schoolId
      ? [{ path: 'record.school', reason: 'is not the school you are signed in to' }]
      : []),
  ];
  if (issues.length > 0) throw refusedFields(issues);
}
