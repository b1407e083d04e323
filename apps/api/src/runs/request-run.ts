import type { RunRequest } from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { isInForce } from '@matchwatch/risk-rules';
import { appendAudit, createRun, listSeasons, manualSlot, type Pool, type StandingSession } from '@matchwatch/store';
import { auditLine } from '../audit/audit-line.js';
import { refusedField } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';

interface Requesting {
  db: Pool;
  doorbell: Doorbell;
  request: IdentifiedRequest;
  session: StandingSession;
  now: Date;
}

/** Writes a manual run of a season and rings for it; asking again while it still moves gives the same run. Answers with its id. */
export async function requestRun({ db, doorbell, request, session, now }: Requesting, { season, asOf }: RunRequest): Promise<number> {
  const schoolId = session.school.id;
  const today = dayIn(session.school.timeZone, now);
  const day = asOf ?? today;
  if (day > today) throw refusedField('asOf', 'must not be in the future');
  const { policy } = await readSchoolPolicy(db, schoolId, day);
  if (!isInForce(policy, day)) throw refusedField('asOf', 'lies before the first policy');
  const seasons = await listSeasons(db, schoolId);
  if (!seasons.some((each) => each.season === season)) throw refusedField('season', 'has no applicants');
  const { id, created } = await db.transaction(async (transaction) => {
    const run = await createRun(transaction, schoolId, {
      season,
      kind: 'manual',
      slot: await manualSlot(transaction, schoolId, season, day),
      asOf: day,
      policyVersion,
      rulesDigest,
      requestedBy: session.person.name,
    });
    const line = auditLine(request, 'run.requested', now, { subject: `run ${run.id}`, after: { season, asOf: day } });
    if (run.created) await appendAudit(transaction, schoolId, line);
    return run;
  });
  if (created) {
    // The run is written: when the bell cannot be rung, the worker's sweep finds it.
    await doorbell
      .ring('run.open', { schoolId, runId: id }, { urgent: true })
      .catch((error: Error) => request.log.warn({ err: error, runId: id }, 'could not ring for a run'));
  }
  return id;
}
