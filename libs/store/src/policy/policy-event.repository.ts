import type { PolicyEventKind } from '@matchwatch/domain';
import { type Database, sql } from '../database.js';
import type { PolicyActor } from './policy-version.repository.js';

/** Something that was done to a version. */
export interface PolicyEventRow {
  id: number;
  at: Date;
  by: string;
  kind: PolicyEventKind;
  revision: number;
  reason: string | null;
  /** The keys it changed. */
  keys: string[];
}

/** What was done to a version, newest first. */
export const listPolicyEvents = (db: Database, schoolId: string, versionId: number): Promise<PolicyEventRow[]> =>
  sql(
    db,
    schoolId,
    `select e.id, e.at, person.name as by, e.kind, e.revision, e.reason, e.keys
     from policy_event e join person on person.school_id = e.school_id and person.id = e.person_id
     where e.school_id = $1 and e.version_id = $2 order by e.id desc`,
    [schoolId, versionId],
  );

/** Who wrote a version: began or edited it. None of them may publish it. */
export async function listPolicyAuthors(db: Database, schoolId: string, versionId: number): Promise<{ id: number; name: string }[]> {
  return sql(
    db,
    schoolId,
    `select distinct person.id, person.name
     from policy_event e join person on person.school_id = e.school_id and person.id = e.person_id
     where e.school_id = $1 and e.version_id = $2 and e.kind in ('created', 'edited') order by person.id`,
    [schoolId, versionId],
  );
}

/** Writes down that a draft was tried. */
export const recordShadow = (db: Database, schoolId: string, versionId: number, { personId, at }: PolicyActor): Promise<unknown> =>
  sql(
    db,
    schoolId,
    `insert into policy_event (school_id, version_id, kind, revision, person_id, at)
     select school_id, id, 'shadowed', revision, $3, $4 from policy_version where school_id = $1 and id = $2`,
    [schoolId, versionId, personId, at],
  );

/** Who last changed a key of a version, when, and in which version of its line it was. */
export interface PolicyKeyChange {
  key: string;
  versionId: number;
  version: string;
  by: string;
  at: Date;
  reason: string;
}

/** The last change of each key that a version gives; what it took over from the version it was begun on counts as changed there. */
export const listPolicyKeyChanges = (db: Database, schoolId: string, versionId: number): Promise<PolicyKeyChange[]> =>
  sql(
    db,
    schoolId,
    `with recursive line as (                        -- the version, the one it was begun on, and so on
       select id, based_on, version, reason, 0 as depth from policy_version where school_id = $1 and id = $2
       union all
       select base.id, base.based_on, base.version, base.reason, line.depth + 1
       from line join policy_version base on base.school_id = $1 and base.id = line.based_on
     )
     select distinct on (given.key) given.key, line.id as "versionId", line.version, person.name as by, e.at, line.reason
     from (select jsonb_object_keys(changes) as key from policy_version where school_id = $1 and id = $2) as given
     cross join line
     join policy_event e on e.school_id = $1 and e.version_id = line.id and given.key = any (e.keys)
     join person on person.school_id = $1 and person.id = e.person_id
     order by given.key, line.depth, e.id desc`,
    [schoolId, versionId],
  );
