import type { Day } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { type RunRow, runColumns } from '../run/run-list.repository.js';

export interface NewShadowRun {
  versionId: number;
  season: number;
  asOf: Day;
  rulesDigest: string;
  requestedBy: string;
}

/**
 * Writes the row of a run that tries a draft, with a copy of what the draft says now, whatever becomes of it; asking again while the same
 * content is still being tried gives the same run. Undefined when the version is no draft. The caller rings the queue after its transaction.
 */
export const createShadowRun = (
  db: Database,
  schoolId: string,
  { versionId, season, asOf, rulesDigest, requestedBy }: NewShadowRun,
): Promise<{ id: number } | undefined> =>
  sqlOne(
    db,
    schoolId,
    `with over as (
       select count(*) as runs from run
       where school_id = $1 and kind = 'shadow' and policy_version_id = $2 and season = $3 and state not in ('queued', 'assessing')
     ), asked as (
       insert into run (school_id, season, kind, slot, as_of, policy_version, policy_version_id, policy_changes, rules_digest, requested_by)
       select school_id, $3, 'shadow', format('policy:%s.%s.%s:%s', id, revision, over.runs + 1, $4::date), $4, version, id, changes, $5, $6
       from policy_version, over where school_id = $1 and id = $2 and state = 'draft'
       on conflict (school_id, season, kind, slot) do update set rung_at = run.rung_at
       returning id
     )
     select id from asked`,
    [schoolId, versionId, season, asOf, rulesDigest, requestedBy],
  );

/** A shadow run, and whether it tried what the draft says now. */
export interface ShadowRunRow extends RunRow {
  sameContent: boolean;
  /** The version it compared the draft with; null before it was opened. */
  against: string | null;
}

/** The last shadow run of a version in each season, newest season first. */
export const listShadowRuns = (db: Database, schoolId: string, versionId: number): Promise<ShadowRunRow[]> =>
  sql(
    db,
    schoolId,
    `select distinct on (season) ${runColumns}, base_policy_version as against,
            policy_changes = (select changes from policy_version v where v.school_id = $1 and v.id = $2) as "sameContent"
     from run where school_id = $1 and policy_version_id = $2 and kind = 'shadow' order by season desc, id desc`,
    [schoolId, versionId],
  );
