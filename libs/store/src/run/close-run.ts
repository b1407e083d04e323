import type { RunKind } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { isCohortRun } from './cohort-run.js';

/** Limits beyond which a run of a cohort waits for a person before anything of it is shown. */
export interface GuardRails {
  /** Share of the cohort that may be missing against the last published run. */
  populationDrop: number;
  /** Rise of the share of applicants that cannot be assessed. */
  unknownRise: number;
}
export const guardRails: GuardRails = { populationDrop: 0.1, unknownRise: 0.1 };

interface ClosingRun {
  season: number;
  kind: RunKind;
  population: number;
  notAssessable: number;
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
    `select season, kind, population, not_assessable as "notAssessable", failed
     from run where school_id = $1 and id = $2 and state = 'assessing' and chunks_done = chunks_total for update`,
    [schoolId, runId],
  );
  if (!run) return undefined;
  const shown = run.kind !== 'reassess' && run.kind !== 'shadow';
  const held = shown ? await reasonToHold(db, schoolId, run, rails) : undefined;
  const state = run.kind === 'shadow' ? 'compared' : held === undefined ? 'closed' : 'held';
  await sql(
    db,
    schoolId,
    `update run set state = $3, outcome = $4, reason = $5, closed_at = clock_timestamp(), rung_at = clock_timestamp() where school_id = $1 and id = $2`,
    [schoolId, runId, state, run.failed > 0 ? 'partial' : 'complete', held ?? null],
  );
  return state;
}

const counted = (count: number): string => count.toLocaleString('en-US');

async function reasonToHold(db: Database, schoolId: string, run: ClosingRun, rails: GuardRails): Promise<string | undefined> {
  const before = await sqlOne<{ id: number; population: number; notAssessable: number }>(
    db,
    schoolId,
    `select id, population, not_assessable as "notAssessable" from run
     where school_id = $1 and season = $2 and ${isCohortRun} and published_at is not null and population > 0
     order by published_at desc limit 1`,
    [schoolId, run.season],
  );
  if (!before) return undefined;
  if (run.population < before.population * (1 - rails.populationDrop)) {
    return `The cohort shrank from ${counted(before.population)} to ${counted(run.population)} applicants since run ${before.id}.`;
  }
  const share = run.notAssessable / run.population;
  const shareBefore = before.notAssessable / before.population;
  if (share > shareBefore + rails.unknownRise) {
    return `${counted(run.notAssessable)} of ${counted(run.population)} applicants cannot be assessed; in run ${before.id} it was ${counted(before.notAssessable)} of ${counted(before.population)}.`;
  }
  return undefined;
}
