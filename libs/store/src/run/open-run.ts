import type { Day, RunKind } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { inForceOn } from '../policy/policy-in-force.js';
import { waitForPolicy } from '../policy/policy-version.repository.js';

export interface OpenedRun {
  kind: RunKind;
  chunks: number[];
}

/**
 * Cuts a queued run into chunks: reads the ids once and writes their ranges to the ledger; and fixes its policy: the version in force on
 * its day, which a shadow run takes to compare its draft with. Undefined when the run is no longer queued. Run it in a transaction.
 * `policyVersion` (the default's) and `rulesDigest` are those of the worker, which is what assesses.
 */
export async function openRun(
  db: Database,
  schoolId: string,
  runId: number,
  { chunkSize, policyVersion, rulesDigest }: { chunkSize: number; policyVersion: string; rulesDigest: string },
): Promise<OpenedRun | undefined> {
  // A run that a publication overtook would otherwise come after the publication's own run, with the policy of before.
  await waitForPolicy(db, schoolId);
  const run = await sqlOne<{ season: number; kind: RunKind; as_of: Day; applicant_ids: number[] | null }>(
    db,
    schoolId,
    `select season, kind, as_of, applicant_ids from run where school_id = $1 and id = $2 and state = 'queued' for update`,
    [schoolId, runId],
  );
  if (!run) return undefined;
  const chunks = await sql<{ no: number; population: number }>(
    db,
    schoolId,
    `with member as (                                 -- who is in the run, in ranges of chunkSize
       select id, (row_number() over (order by id) - 1) / $4 as bucket
       from applicant
       where school_id = $1 and season = $3 and ($5::integer[] is null or id = any ($5))
     )
     insert into run_chunk (school_id, run_id, no, first_id, last_id, ids, population)
     select $1, $2, bucket + 1, min(id), max(id), case when $5::integer[] is not null then array_agg(id order by id) end, count(*)
     from member group by bucket
     returning no, population`,
    [schoolId, runId, run.season, chunkSize, run.applicant_ids],
  );
  const population = chunks.reduce((sum, each) => sum + each.population, 0);
  const fixedPolicy = run.kind === 'shadow' ? shadowPolicy : ordinaryPolicy;
  await sql(
    db,
    schoolId,
    `with own as (${inForceOn('$1', '$7::date')})
     update run set state = 'assessing', started_at = clock_timestamp(), rung_at = clock_timestamp(), chunks_total = $3, population = $4,
                    rules_digest = $6, ${fixedPolicy}
     where school_id = $1 and id = $2`,
    [schoolId, runId, chunks.length, population, policyVersion, rulesDigest, run.as_of],
  );
  return { kind: run.kind, chunks: chunks.map(({ no }) => no).sort((a, b) => a - b) };
}

const ordinaryPolicy = `
  policy_version = coalesce((select version from own), $5), policy_version_id = (select id from own),
  policy_changes = coalesce((select changes from own), '{}')`;

// The draft was copied when the run was asked for.
const shadowPolicy = `
  base_policy_version = coalesce((select version from own), $5), base_policy_changes = coalesce((select changes from own), '{}')`;
