import { cohortRunKinds, type GuardRails, type HeldBy, heldBy, type RunKind, type RunSize } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { isCohortRun } from './cohort-run.js';

export const guardRails: GuardRails = { populationDrop: 0.1, unknownRise: 0.1 };

interface ClosingRun extends RunSize {
  season: number;
  kind: RunKind;
  failed: number;
}

/**
 * Counts a run whose chunks are all done: `closed` and ready to publish, or `held` with the numbers that held it; a shadow run is
 * `compared`, which is its end. Undefined when there is nothing to close. Run it in a transaction.
 */
export async function closeRun(
  db: Database,
  schoolId: string,
  runId: number,
  rails: GuardRails = guardRails,
): Promise<'closed' | 'held' | 'compared' | undefined> {
  const run = await sqlOne<ClosingRun>(
    db,
    schoolId,
    `select season, kind, population, not_assessable + failed as unanswered, failed
     from run where school_id = $1 and id = $2 and state = 'assessing' and chunks_done = chunks_total for update`,
    [schoolId, runId],
  );
  if (!run) return undefined;
  const held = await limitsPassed(db, schoolId, run, rails);
  const state = run.kind === 'shadow' ? 'compared' : held.length === 0 ? 'closed' : 'held';
  await sql(
    db,
    schoolId,
    `update run set state = $3, outcome = $4, held = $5, closed_at = clock_timestamp(), rung_at = clock_timestamp(),
       input_hash = (select encode(sha256(convert_to(string_agg(coalesce(input_hash, '-'), ' ' order by no), 'UTF8')), 'hex')
                     from run_chunk c where c.school_id = $1 and c.run_id = $2)
     where school_id = $1 and id = $2`,
    [schoolId, runId, state, run.failed > 0 ? 'partial' : 'complete', JSON.stringify(held)],
  );
  return state;
}

/**
 * None for a run of a few, a reassessment or the retry of another run: whom it covers says nothing of the cohort, and it undoes nothing for
 * anybody else. None for a shadow run: nothing of it is ever shown.
 */
async function limitsPassed(db: Database, schoolId: string, run: ClosingRun, rails: GuardRails): Promise<HeldBy[]> {
  if (!cohortRunKinds.some((kind) => kind === run.kind)) return [];
  const before = await sqlOne<RunSize & { id: number }>(
    db,
    schoolId,
    `select id, population, not_assessable + failed as unanswered from run
     where school_id = $1 and season = $2 and ${isCohortRun} and published_at is not null and population > 0
     order by published_at desc limit 1`,
    [schoolId, run.season],
  );
  const { population, unanswered } = run;
  return before ? heldBy({ population, unanswered }, before, rails) : [];
}
