import type { Day, PolicyChanges } from '@matchwatch/domain';
import { type Database, sqlOne } from '../database.js';

/** A published version of a school's policy. */
export interface PolicyInForce {
  id: number;
  version: string;
  changes: PolicyChanges;
  effectiveOn: Day;
}

/** SQL: the version of a school that is in force on a day; no row where the default is. Both are SQL of the statement it stands in. */
export const inForceOn = (schoolId: string, day: string): string => `
  select id, version, changes, effective_on from policy_version
  where school_id = ${schoolId} and state = 'published' and effective_on <= ${day}
  order by effective_on desc, published_at desc, id desc limit 1`;

/** The version in force on a day: the latest that had become effective, and of those the last published. Undefined while the default is. */
export const findPolicyInForce = (db: Database, schoolId: string, day: Day): Promise<PolicyInForce | undefined> =>
  sqlOne(db, schoolId, `select id, version, changes, effective_on as "effectiveOn" from (${inForceOn('$1', '$2::date')}) as in_force`, [
    schoolId,
    day,
  ]);

/** The published version that comes into force next after a day. */
export const findNextPolicy = (db: Database, schoolId: string, day: Day): Promise<PolicyInForce | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select id, version, changes, effective_on as "effectiveOn" from policy_version
     where school_id = $1 and state = 'published' and effective_on > $2::date
     order by effective_on, published_at desc, id desc limit 1`,
    [schoolId, day],
  );
