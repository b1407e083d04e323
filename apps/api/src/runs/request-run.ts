import type { RunRequest } from '@matchwatch/contracts';
import { dayIn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { isInForce } from '@matchwatch/risk-rules';
import { createRun, type Database, listSeasons, manualSlot, type StandingSession } from '@matchwatch/store';
import type { Logger } from 'pino';
import { refusedField } from '../http/problem.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';

interface Requesting {
  db: Database;
  doorbell: Doorbell;
  log: Logger;
  session: StandingSession;
  now: Date;
}

/** Writes a manual run of a season and rings for it; asking again while it still moves gives the same run. Answers with its id. */
export async function requestRun({ db, doorbell, log, session, now }: Requesting, { season, asOf }: RunRequest): Promise<number> {
  const schoolId = session.school.id;
  const today = dayIn(session.school.timeZone, now);
  const day = asOf ?? today;
  if (day > today) throw refusedField('asOf', 'must not be in the future');
  const { policy } = await readSchoolPolicy(db, schoolId, day);
  if (!isInForce(policy, day)) throw refusedField('asOf', 'lies before the first policy');
  const seasons = await listSeasons(db, schoolId);
  if (!seasons.some((each) => each.season === season)) throw refusedField('season', 'has no applicants');
  const { id, created } = await createRun(db, schoolId, {
    season,
    kind: 'manual',
    slot: await manualSlot(db, schoolId, season, day),
    asOf: day,
    policyVersion,
    rulesDigest,
    requestedBy: session.person.name,
  });
  if (created) {
    // The run is written: when the bell cannot be rung, the worker's sweep finds it.
    await doorbell
      .ring('run.open', { schoolId, runId: id }, { urgent: true })
      .catch((error: Error) => log.warn({ err: error, runId: id }, 'could not ring for a run'));
  }
  return id;
}
