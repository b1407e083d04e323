import { type ScheduledRunKind, seasonEndsOn } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-rules';
import { createRun, listSeasons } from '@matchwatch/store';
import { rulesDigest } from '../rules-in-force.js';
import type { ScheduledWork } from './slot-work.js';

/** A run of each season; of one that is over only weekly. A late one is as of the day it starts, not of the day it should have. */
export const startCohortRuns =
  (kind: ScheduledRunKind): ScheduledWork =>
  async (db, { school, slot, today }) => {
    const runIds: number[] = [];
    for (const { season } of await listSeasons(db, school.id)) {
      if (kind === 'nightly' && today >= seasonEndsOn(season)) continue;
      const { id } = await createRun(db, school.id, {
        season,
        kind,
        slot: slot.at.toISOString(),
        asOf: today,
        policyVersion: defaultPolicy.version,
        rulesDigest,
        requestedBy: 'schedule',
      });
      runIds.push(id);
    }
    const jobs = runIds.map((runId) => ({ schoolId: school.id, runId }));
    return { runIds, nothing: runIds.length === 0, ring: (doorbell) => doorbell.ringAll('run.open', jobs) };
  };
