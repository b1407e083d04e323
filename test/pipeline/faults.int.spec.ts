import { setTimeout as sleep } from 'node:timers/promises';
import { migrateQueue } from '@matchwatch/queue';
import { migrate, sqlWithoutSchool } from '@matchwatch/store';
import { restartablePostgres, type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type OpenBackend, openQueueServer } from './backends.js';
import { asOf, type CohortUnderTest, cohortOf, cohortUnderTest, outcomeOf } from './cohort-under-test.js';
import { startWorker } from './worker-process.js';

// Small chunks of a cohort large enough that a kill lands in the middle of the run.
const records = cohortOf(2_000);
const chunkSize = '20';

describe.each(backends)('when things break on the %s queue', (backend) => {
  const queues: OpenBackend[] = [];
  const databases: ThrowAwayDatabase[] = [];
  const cohorts: CohortUnderTest[] = [];
  /** What an undisturbed run leaves behind. */
  let expected: Awaited<ReturnType<typeof outcomeOf>>;

  const open = async (database: Promise<ThrowAwayDatabase> = throwAwayPostgres()) => {
    const [db, queue] = await Promise.all([database, openQueueServer(backend)]);
    databases.push(db);
    queues.push(queue);
    const cohort = await cohortUnderTest(db.url, queue.redisUrl, records);
    cohorts.push(cohort);
    return { cohort, queue, env: { DATABASE_URL: db.url, REDIS_URL: queue.redisUrl, CHUNK_SIZE: chunkSize, WORKER_CONCURRENCY: '2' } };
  };
  const someChunksDone = async (cohort: CohortUnderTest, runId: number) => {
    for (;;) {
      const [run] = await sqlWithoutSchool<{ done: number }>(cohort.database, 'select chunks_done as done from run where id = $1', [runId]);
      if ((run?.done ?? 0) >= 10) return;
      await sleep(2);
    }
  };
  const stateOf = async (cohort: CohortUnderTest, runId: number) =>
    (await sqlWithoutSchool<{ state: string }>(cohort.database, 'select state from run where id = $1', [runId]))[0]?.state;

  beforeAll(async () => {
    const { cohort, env } = await open();
    const worker = await startWorker(env);
    await cohort.until(await cohort.start(), 'published');
    await worker.stop();
    expected = await outcomeOf(cohort.database);
  });
  afterAll(async () => {
    await Promise.all(cohorts.map((cohort) => cohort.close()));
    await Promise.all(databases.map((db) => db.drop()));
    await Promise.all(queues.map((queue) => queue.stop()));
  });

  it('finishes a run whose worker was killed, with everybody assessed once and the events of an undisturbed run', async () => {
    const disturbed = await open();
    const doomed = await startWorker(disturbed.env);
    const runId = await disturbed.cohort.start();
    await someChunksDone(disturbed.cohort, runId);
    await doomed.kill();
    expect(await stateOf(disturbed.cohort, runId), 'the kill hit the middle of the run').toBe('assessing');

    const heir = await startWorker(disturbed.env);
    const run = await disturbed.cohort.until(runId, 'published', 'failed');
    await heir.stop();
    expect(run).toMatchObject({ state: 'published', outcome: 'complete', population: 2_000, assessed: 2_000, chunks_done: 100 });
    expect(await outcomeOf(disturbed.cohort.database)).toEqual(expected);
  });

  it('finishes a run whose queue was lost', async () => {
    const { cohort, queue, env } = await open();
    const first = await startWorker(env);
    const runId = await cohort.start();
    await someChunksDone(cohort, runId);
    await first.kill();
    await emptyQueue(backend, cohort, queue);
    // What the sweep waits for: a run that has not moved for a while.
    await sqlWithoutSchool(cohort.database, `update run set rung_at = rung_at - interval '1 minute'`);
    const second = await startWorker(env);
    const run = await cohort.until(runId, 'published', 'failed');
    await second.stop();
    expect(run).toMatchObject({ state: 'published', outcome: 'complete', assessed: 2_000 });
  });

  it('resumes by itself when the database breaks every connection', async () => {
    const { cohort, env } = await open();
    const worker = await startWorker(env);
    const runId = await cohort.start();
    await someChunksDone(cohort, runId);
    for (let wave = 0; wave < 3; wave++) {
      await sqlWithoutSchool(
        cohort.database,
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await sleep(150);
    }
    const run = await cohort.until(runId, 'published', 'failed');
    expect(run).toMatchObject({ state: 'published', outcome: 'complete', assessed: 2_000 });
    const next = await cohort.until(await cohort.start({ asOf }), 'published', 'failed');
    await worker.stop();
    expect(next, 'and the worker still takes new work').toMatchObject({ state: 'published', unchanged: 2_000 });
  });

  it('resumes by itself after the database was stopped in the middle of a run and started again', async () => {
    const server = await restartablePostgres((url) => migrate(url, () => migrateQueue({ databaseUrl: url })));
    const { cohort, env } = await open(Promise.resolve(server));
    // Two, so that one may find what the other was working on when both lost the database.
    const workers = await Promise.all([startWorker(env), startWorker(env)]);
    const runId = await cohort.start();
    await someChunksDone(cohort, runId);
    await server.crash();
    // Long enough for every worker to meet a server that is not there.
    await sleep(1_500);
    await server.restart();
    const backAt = performance.now();
    expect(await stateOf(cohort, runId), 'the stop hit the middle of the run').toBe('assessing');

    const run = await cohort.until(runId, 'published', 'failed');
    expect(performance.now() - backAt, 'milliseconds from the return of the database').toBeLessThan(30_000);
    expect(run).toMatchObject({ state: 'published', outcome: 'complete', population: 2_000, assessed: 2_000, failed: 0, chunks_done: 100 });
    expect(await outcomeOf(cohort.database)).toEqual(expected);

    const next = await cohort.until(await cohort.start(), 'published', 'failed');
    expect(next, 'and the workers still take new work').toMatchObject({ state: 'published', unchanged: 2_000 });
    await Promise.all(workers.map((worker) => worker.stop()));
  });
});

async function emptyQueue(backend: string, cohort: CohortUnderTest, { redisUrl }: OpenBackend): Promise<void> {
  if (backend === 'redis') {
    const { Redis } = await import('ioredis');
    const redis = new Redis(redisUrl ?? '');
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
