import { setTimeout as sleep } from 'node:timers/promises';
import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';
import { restartablePostgres } from '@matchwatch/testing';
import { expect } from 'vitest';
import type { BackendName } from '../pipeline/backends.js';
import {
  breakConnections,
  cohortSize,
  expectOracle,
  expectUndisturbed,
  type Outcome,
  onStage,
  openStage,
  progressOf,
  recovery,
  type Stage,
  someChunksDone,
} from './fault-kit.js';

/** How long it took until the run moved again and until it was done, in milliseconds. */
export interface Recovered {
  recoveredMs: number;
  finishedMs: number;
}

/** Another run finds nothing to change. */
async function expectNextRun({ cohort }: Stage): Promise<void> {
  const next = await cohort.until(await cohort.start(), 'published', 'failed');
  expect(next, 'and the workers still take new work').toMatchObject({ state: 'published', unchanged: cohortSize });
  await expectOracle(cohort.database);
}

/** Every connection breaks in the middle of a run; the same worker finishes it and takes the next. */
export const connectionsBroken = (backend: BackendName, expected: Outcome): Promise<Recovered> =>
  onStage(backend, async (stage) => {
    await stage.worker();
    const runId = await stage.cohort.start();
    await someChunksDone(stage, runId);
    await breakConnections(stage);
    const { run, ...times } = await recovery(stage, runId, performance.now());
    await expectUndisturbed(stage, run, expected);
    await expectNextRun(stage);
    return times;
  });

/** PostgreSQL stops at once in the middle of a run and starts again; two workers, so that one may find what the other was at. */
export async function databaseRestarted(backend: BackendName, expected: Outcome): Promise<Recovered> {
  const server = await restartablePostgres((url) => migrate(url, () => migrateQueue({ databaseUrl: url })));
  const stage = await openStage(backend, { database: Promise.resolve(server) });
  try {
    await Promise.all([stage.worker(), stage.worker()]);
    const runId = await stage.cohort.start();
    await someChunksDone(stage, runId);
    await server.crash();
    // Long enough for every worker to meet a server that is not there.
    await sleep(1_500);
    await server.restart();
    const backAt = performance.now();
    expect((await progressOf(stage, runId)).state, 'the stop hit the middle of the run').toBe('assessing');
    const { run, ...times } = await recovery(stage, runId, backAt);
    expect(times.finishedMs, 'milliseconds from the return of the database').toBeLessThan(30_000);
    await expectUndisturbed(stage, run, expected);
    await expectNextRun(stage);
    return times;
  } finally {
    await stage.close();
  }
}
