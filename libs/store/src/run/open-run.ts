import { type Database, sql, sqlOne } from '../database.js';

export interface OpenedRun {
  kind: string;
  chunks: number[];
}

/**
 * Cuts a queued run into chunks: reads the ids once and writes their ranges to the ledger. Undefined when the run is no longer queued.
 * Run it in a transaction. `policyVersion` and `rulesDigest` are those of the worker, which is what assesses.
 */
export async function openRun(
  db: Database,
  schoolId: string,
  runId: number,
  { chunkSize, policyVersion, rulesDigest }: { chunkSize: number; policyVersion: string; rulesDigest: string },
): Promise<OpenedRun | undefined> {
  const run = await sqlOne<{ season: number; kind: string; applicant_ids: number[] | null }>(
    db,
    `select season, kind, applicant_ids from run where school_id = $1 and id = $2 and state = 'queued' for update`,
    [schoolId, runId],
  );
  if (!run) return undefined;
  const chunks = await sql<{ no: number; population: number }>(
    db,
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
  await sql(
    db,
    `update run set state = 'assessing', started_at = clock_timestamp(), rung_at = clock_timestamp(), chunks_total = $3, population = $4,
                    policy_version = $5, rules_digest = $6
     where school_id = $1 and id = $2`,
    [schoolId, runId, chunks.length, chunks.reduce((sum, { population }) => sum + population, 0), policyVersion, rulesDigest],
  );
  return { kind: run.kind, chunks: chunks.map(({ no }) => no).sort((a, b) => a - b) };
}
