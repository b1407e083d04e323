import type { Day, PolicyChanges } from '@matchwatch/domain';
import { type Database, sqlOne } from '../database.js';

/** A policy as a run carries it: a version's name and what it says otherwise than the default. */
export interface CarriedPolicy {
  version: string;
  changes: PolicyChanges;
}

/** What a run assesses by, fixed when it was opened. */
export interface RunPolicy {
  asOf: Day;
  policy: CarriedPolicy;
  /** What a shadow run compares its draft with; it has one, and no other run does. */
  base: CarriedPolicy | null;
}

/** What a run that has been opened assesses by; undefined before. It never changes, so it may be kept. */
export const findRunPolicy = (db: Database, schoolId: string, runId: number): Promise<RunPolicy | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select as_of as "asOf", json_build_object('version', policy_version, 'changes', policy_changes) as policy,
            case when base_policy_version is not null
                 then json_build_object('version', base_policy_version, 'changes', base_policy_changes) end as base
     from run where school_id = $1 and id = $2 and started_at is not null`,
    [schoolId, runId],
  );
