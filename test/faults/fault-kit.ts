import { setTimeout as sleep } from 'node:timers/promises';
import type { ApplicantRecord } from '@matchwatch/domain';
import { type DataSource, listWorkers, runOracle, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { expect } from 'vitest';
import { type BackendName, type OpenBackend, openQueueServer } from '../pipeline/backends.js';
import { type CohortUnderTest, cohortOf, cohortUnderTest, outcomeOf, type RunRow } from '../pipeline/cohort-under-test.js';
import { startWorker, type WorkerProcess } from '../pipeline/worker-process.js';

/** Small chunks of a cohort large enough that a fault lands in the middle of its run. */
export const cohortSize = 1_200;
export const chunkSize = 20;
const records = cohortOf(cohortSize);
/** What a run of that cohort that nothing is missing from says of itself. */
export const whole = {
  state: 'published',
  outcome: 'complete',
  population: cohortSize,
  assessed: cohortSize,
  failed: 0,
  chunks_done: cohortSize / chunkSize,
};

export type Outcome = Awaited<ReturnType<typeof outcomeOf>>;

/** A cohort on a database and a queue of its own, and the workers that a spec starts on it. */
export interface Stage {
  backend: BackendName;
  url: string;
  cohort: CohortUnderTest;
  queue: OpenBackend;
  /** Starts a worker; whichever still runs at the end is killed. */
  worker(env?: Record<string, string>): Promise<WorkerProcess>;
  close(): Promise<void>;
}

export interface StageOptions {
  records?: readonly ApplicantRecord[];
  /** Of the workers. */
  env?: Record<string, string>;
  database?: Promise<ThrowAwayDatabase>;
}

export async function openStage(backend: BackendName, options: StageOptions = {}): Promise<Stage> {
  const [database, queue] = await Promise.all([options.database ?? throwAwayPostgres(), openQueueServer(backend)]);
  const cohort = await cohortUnderTest(database.url, queue.redisUrl, options.records ?? records);
  const workers: WorkerProcess[] = [];
  const env = { DATABASE_URL: database.url, REDIS_URL: queue.redisUrl, CHUNK_SIZE: String(chunkSize), WORKER_CONCURRENCY: '2' };
  return {
    backend,
    url: database.url,
    cohort,
    queue,
    async worker(more = {}) {
      const worker = await startWorker({ ...env, ...options.env, ...more });
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.kill()));
      await cohort.close();
      await Promise.all([queue.stop(), database.drop()]);
    },
  };
}

/** Does something on a stage of its own. */
export async function onStage<T>(backend: BackendName, work: (stage: Stage) => Promise<T>, options?: StageOptions): Promise<T> {
  const stage = await openStage(backend, options);
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

/** What a run leaves behind that nothing disturbs, and how long it takes. */
export const undisturbed = (backend: BackendName, options?: StageOptions): Promise<{ outcome: Outcome; ms: number }> =>
  onStage(
    backend,
    async (stage) => {
      await stage.worker();
      const startedAt = performance.now();
      await stage.cohort.until(await stage.cohort.start(), 'published');
      return { ms: performance.now() - startedAt, outcome: await outcomeOf(stage.cohort.database) };
    },
    options,
  );

/** How far a run has come. */
export async function progressOf({ cohort }: Stage, runId: number): Promise<{ state: string; done: number }> {
  const statement = 'select state, chunks_done as done from run where id = $1';
  const [run] = await sqlWithoutSchool<{ state: string; done: number }>(cohort.database, statement, [runId]);
  if (!run) throw new Error(`There is no run ${runId}`);
  return run;
}

/** Waits for the middle of a run. */
export async function someChunksDone(stage: Stage, runId: number): Promise<void> {
  while ((await progressOf(stage, runId)).done < 10) await sleep(2);
}

/** Waits until nothing that a killed worker asked for is still at work in the database: it may yet be committed. */
export async function lastWordsSpoken({ cohort }: Stage): Promise<void> {
  while ((await listWorkers(cohort.database)).length > 0) await sleep(5);
}

/** Waits for a run that a fault held up, and for the first sign that it moves again; both in milliseconds from an instant. */
export async function recovery(
  stage: Stage,
  runId: number,
  since: number,
): Promise<{ run: RunRow; recoveredMs: number; finishedMs: number }> {
  const before = JSON.stringify(await progressOf(stage, runId));
  const moved = (async () => {
    for (const end = performance.now() + 90_000; performance.now() < end; await sleep(10))
      if (JSON.stringify(await progressOf(stage, runId)) !== before) break;
    return Math.round(performance.now() - since);
  })();
  const run = await stage.cohort.until(runId, 'published', 'failed');
  return { run, finishedMs: Math.round(performance.now() - since), recoveredMs: await moved };
}

/** Whatever happened, this holds of what is stored. */
export async function expectOracle(database: DataSource): Promise<void> {
  const invariants = await runOracle(database);
  expect(invariants.length, 'the oracle was asked').toBeGreaterThan(10);
  expect(
    invariants.filter(({ violations }) => violations > 0),
    'the oracle',
  ).toEqual([]);
}

/** The run is whole, it left what an undisturbed one leaves, and the oracle holds. */
export async function expectUndisturbed({ cohort }: Stage, run: RunRow, expected: Outcome): Promise<void> {
  expect(run).toMatchObject(whole);
  expect(await outcomeOf(cohort.database)).toEqual(expected);
  await expectOracle(cohort.database);
}

/** Empties the queue, as a Redis that lost its memory does. */
export async function emptyQueue({ cohort, queue }: Stage): Promise<void> {
  if (queue.redisUrl !== undefined) {
    const { Redis } = await import('ioredis');
    const redis = new Redis(queue.redisUrl);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const tables = await sqlWithoutSchool<{ name: string }>(
    cohort.database,
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'bullmq' and tablename not like '%migration%'`,
  );
  await sqlWithoutSchool(cohort.database, `truncate ${tables.map(({ name }) => `bullmq.${name}`).join(', ')} cascade`);
}

/** Breaks every connection to the database but the one that asks, three times in a row. */
export async function breakConnections({ cohort }: Stage): Promise<void> {
  for (let wave = 0; wave < 3; wave++) {
    await sqlWithoutSchool(
      cohort.database,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await sleep(150);
  }
}
