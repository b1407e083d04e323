import { seasonEndsOn } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { defaultPolicy } from '@matchwatch/risk-rules';
import { createRun, type DataSource, listSeasons, type School } from '@matchwatch/store';
import { rulesDigest } from '../rules-in-force.js';
import { type ScheduledKind, slotAt } from './slot.js';

/** Writes the runs of a school's slot, one a season, and rings for those that are new. Any number of schedulers may do it at once. */
export async function startScheduledRuns(
  database: DataSource,
  doorbell: Doorbell,
  school: School,
  kind: ScheduledKind,
  instant: Date,
): Promise<number[]> {
  const { slot, asOf } = slotAt(kind, school.timeZone, instant);
  const started: number[] = [];
  for (const { season } of await listSeasons(database, school.id)) {
    if (kind === 'nightly' && asOf >= seasonEndsOn(season)) continue;
    const { id, created } = await createRun(database, school.id, {
      season,
      kind,
      slot,
      asOf,
      policyVersion: defaultPolicy.version,
      rulesDigest,
      requestedBy: 'schedule',
    });
    if (!created) continue;
    await doorbell.ring('run.open', { schoolId: school.id, runId: id });
    started.push(id);
  }
  return started;
}
