import type { PolicyVersionDetail } from '@matchwatch/contracts';
import { diffPolicy } from '@matchwatch/risk-rules';
import { type Database, listPolicyAuthors, listPolicyEvents, type StandingSession } from '@matchwatch/store';
import { permissionsOf } from './permissions.js';
import { readVersion } from './trial.js';
import { toEvent, toVersion } from './version-answer.js';

/** One version with everything its page shows, as of one moment. */
export async function readVersionDetail(
  snapshot: Database,
  { school, person }: StandingSession,
  id: number,
  now: Date,
): Promise<PolicyVersionDetail> {
  const context = await readVersion(snapshot, school, id, now);
  const { version, policy, against, day, notices, trial } = context;
  const events = await listPolicyEvents(snapshot, school.id, id);
  return {
    ...toVersion(version),
    changes: version.changes,
    notices,
    against: against.version,
    differences: diffPolicy(against, policy, day),
    shadow: trial.state,
    events: events.map(toEvent),
    may: permissionsOf(person, context, await listPolicyAuthors(snapshot, school.id, id)),
  };
}
