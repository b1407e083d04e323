import { fork } from 'node:child_process';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { sqlWithoutSchool } from '@matchwatch/store';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { ReaderOrder } from './reader.js';
import type { BenchSchool } from './school.js';
import { schoolId } from './school.js';

const tables = ['run_answer', 'standing_answer', 'flag', 'flag_event', 'level_change'] as const;

/** Reads every document (parsed) and standing digest of a run's chunks as the workers do, and does nothing with them: as many processes, as many at once. */
export async function readAlone(
  { url, database }: BenchSchool,
  runId: number,
  processes: number,
  atOnce: number,
): Promise<() => Promise<number>> {
  const chunks = await sqlWithoutSchool<{ no: number }>(
    database,
    'select no from run_chunk where school_id = $1 and run_id = $2 order by no',
    [schoolId, runId],
  );
  const readers = Array.from({ length: processes }, () => fork(fileURLToPath(new URL('./reader.js', import.meta.url))));
  await Promise.all(readers.map((reader) => once(reader, 'message')));
  return async () => {
    const counts = readers.map(async (reader, share) => {
      const order: ReaderOrder = { url, runId, atOnce, chunks: chunks.map(({ no }) => no).filter((no) => no % processes === share) };
      reader.send(order);
      const [{ read }] = (await once(reader, 'message')) as [{ read: number }];
      return read;
    });
    return (await Promise.all(counts)).reduce((sum, read) => sum + read, 0);
  };
}

/**
 * Puts a published run's chunks back to "open" so that they can be read again by the very same statement; `restore` closes them.
 */
export async function reopenForReading({ database }: BenchSchool, runId: number): Promise<() => Promise<void>> {
  await sqlWithoutSchool(database, `update run_chunk set state = 'open' where school_id = $1 and run_id = $2`, [schoolId, runId]);
  // Far in the future, so that no sweep takes it for a run that stands still.
  await sqlWithoutSchool(
    database,
    `update run set state = 'assessing', rung_at = clock_timestamp() + interval '1 day' where school_id = $1 and id = $2`,
    [schoolId, runId],
  );
  return async () => {
    await sqlWithoutSchool(database, `update run_chunk set state = 'done' where school_id = $1 and run_id = $2`, [schoolId, runId]);
    await sqlWithoutSchool(database, `update run set state = 'published', rung_at = clock_timestamp() where school_id = $1 and id = $2`, [
      schoolId,
      runId,
    ]);
  };
}

/** Makes empty copies of the tables that a first run fills, with the same indexes; the list rows stand as they did before it. */
export async function prepareCopies({ database }: BenchSchool): Promise<void> {
  for (const table of tables)
    await sqlWithoutSchool(database, `create table floor_${table} (like ${table} including indexes including storage including defaults)`);
  await sqlWithoutSchool(
    database,
    'create table floor_summary (like applicant_summary including indexes including storage including defaults)',
  );
  await sqlWithoutSchool(
    database,
    `insert into floor_summary select school_id, applicant_id, external_id, season, applicant_type, given_name, family_name, preferred_name, sort_name,
            primary_specialty, advisor, step2_score, changed_on from applicant_summary`,
  );
}

/** Writes the rows that the first run wrote once more, into the copies, by way of this process and COPY. */
export async function copyRows({ url, database }: BenchSchool): Promise<void> {
  const [reader, writer] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  await Promise.all([reader.connect(), writer.connect()]);
  try {
    for (const table of tables) {
      await pipeline(reader.query(copyTo(`copy ${table} to stdout`)), writer.query(copyFrom(`copy floor_${table} from stdin`)));
    }
  } finally {
    await Promise.all([reader.end(), writer.end()]);
  }
  await sqlWithoutSchool(
    database,
    `update floor_summary f set risk_level = s.risk_level, risk_rank = s.risk_rank, reasons = s.reasons, missing = s.missing, category = s.category,
            category_rank = s.category_rank, img_tier = s.img_tier, open_urgent = s.open_urgent, open_act = s.open_act, open_watch = s.open_watch,
            open_note = s.open_note, level_since = s.level_since
     from applicant_summary s where s.school_id = f.school_id and s.applicant_id = f.applicant_id`,
  );
}
