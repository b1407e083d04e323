import { setTimeout as sleep } from 'node:timers/promises';
import { sqlWithoutSchool, workerPrefix } from '@matchwatch/store';
import { describe, expect, it } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { cohortOf } from '../pipeline/cohort-under-test.js';
import { expectOracle, lastWordsSpoken, onStage, progressOf, type Stage } from './fault-kit.js';
import { keepFigure } from './figures.js';

// Long enough at one chunk to be met there.
const size = 4_000;
const oneChunk = { records: cohortOf(size), env: { CHUNK_SIZE: String(size), WORKER_CONCURRENCY: '1' } };
const mostKills = 5;

/** Whether a worker is at the one chunk, as the queue and the database see it. */
async function isAtWork({ cohort }: Stage, runId: number): Promise<boolean> {
  const [seen] = await sqlWithoutSchool<{ state: string; n: number }>(
    cohort.database,
    `select run.state, (select count(*) from pg_stat_activity where datname = current_database() and starts_with(application_name, $2)
                          and query ilike '%run_chunk chunk%')::integer as n
     from run where id = $1`,
    [runId, workerPrefix],
  );
  return seen?.state === 'assessing' && seen.n > 0 && ((await cohort.doorbell.counts()).active ?? 0) > 0;
}

describe.each(backends)('the same chunk on the %s queue', (backend) => {
  it.each([
    { kills: mostKills, says: 'is done by the sixth worker' },
    { kills: mostKills + 1, says: 'is given up, and its range is named' },
  ])('whose worker was killed $kills times $says', { retry: 2 }, ({ kills }) =>
    onStage(
      backend,
      async (stage) => {
        const runId = await stage.cohort.start();
        for (let n = 0; n < kills; n++) {
          const worker = await stage.worker();
          while (!(await isAtWork(stage, runId))) {
            // What a killed worker had asked for may yet be committed; then there is nothing left to be killed at, and it is tried anew.
            if ((await progressOf(stage, runId)).done > 0) throw new Error(`The chunk was done in spite of kill ${n}`);
            await sleep(5);
          }
          await worker.kill();
          await lastWordsSpoken(stage);
        }
        const lastKillAt = performance.now();
        await stage.worker();
        const run = await stage.cohort.until(runId, 'published', 'failed');
        keepFigure({
          fault: 'same-chunk',
          kind: `${backend} queue, ${kills} kills`,
          recoveredMs: Math.round(performance.now() - lastKillAt),
        });
        const problems = await sqlWithoutSchool<{ message: string }>(stage.cohort.database, 'select message from run_problem');
        const isGivenUp = kills > mostKills;
        expect(run).toMatchObject({ state: 'published', outcome: isGivenUp ? 'partial' : 'complete', assessed: isGivenUp ? 0 : size });
        const named = `applicants 1 to ${size} were not assessed: the worker ended again and again while it was at them`;
        expect(problems).toEqual(isGivenUp ? [{ message: named }] : []);
        await expectOracle(stage.cohort.database);
      },
      oneChunk,
    ),
  );
});
