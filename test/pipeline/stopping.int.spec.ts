import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runOracle, savePerson, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CohortUnderTest, cohortOf, cohortUnderTest, schoolId } from './cohort-under-test.js';
import { startWorker } from './worker-process.js';

const patienceMs = 30_000;

/** A built process of the product, and what it says when it is ready. */
async function start(module: string, env: Record<string, string>): Promise<{ child: ChildProcess; said: Record<string, string> }> {
  const child = fork(fileURLToPath(import.meta.resolve(module)), {
    env: {
      ...process.env,
      LOG_LEVEL: 'fatal',
      PORT: '0',
      NIGHTLY_CRON: '0 0 1 1 *',
      WEEKLY_CRON: '0 0 1 1 *',
      REPORT_CRON: '0 0 1 1 *',
      ...env,
    },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [said] = (await once(child, 'message')) as [Record<string, string>];
  return { child, said };
}

/** Asks it to stop; how it ended, and how long that took. */
async function stop(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const from = performance.now();
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  return { code, ms: performance.now() - from };
}

describe('a process that is told to stop', () => {
  let database: ThrowAwayDatabase;
  let cohort: CohortUnderTest;
  beforeAll(async () => {
    database = await throwAwayPostgres();
    cohort = await cohortUnderTest(database.url, undefined, cohortOf(1_000));
  });
  afterAll(async () => {
    await cohort.close();
    await database.drop();
  });

  it('in the middle of a run ends the chunk in hand, and another one goes on', async () => {
    const env = { DATABASE_URL: database.url, CHUNK_SIZE: '20', WORKER_CONCURRENCY: '1' };
    const { child } = await start('@matchwatch/worker/main', env);
    const runId = await cohort.start();
    const done = async () =>
      (await sqlWithoutSchool<{ done: number }>(cohort.database, 'select chunks_done as done from run where id = $1', [runId]))[0]?.done ??
      0;
    while ((await done()) < 3) await sleep(2);
    const { code, ms } = await stop(child);
    expect(code).toBe(0);
    expect(ms).toBeLessThan(patienceMs);
    expect(await done(), 'it stopped in the middle').toBeLessThan(50);
    expect((await cohort.doorbell.counts()).active, 'nothing is left for somebody to notice').toBe(0);
    const heir = await startWorker(env);
    expect(await cohort.until(runId, 'published', 'failed')).toMatchObject({ state: 'published', outcome: 'complete', assessed: 1_000 });
    await heir.stop();
    expect((await runOracle(cohort.database)).filter(({ violations }) => violations > 0)).toEqual([]);
  });

  it('in the middle of a request answers it, and takes no other', async () => {
    const account = { email: 'dean@riverside.edu', password: 'a password of my own' };
    await savePerson(cohort.database, schoolId, { ...account, name: 'Dean', role: 'dean' });
    const { child, said } = await start('@matchwatch/api/main', { DATABASE_URL: database.url });
    const signIn = (signal?: AbortSignal) =>
      fetch(`${said.address}/api/v1/session`, {
        ...(signal && { signal }),
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(account),
      });
    const runner = cohort.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('lock table person in access exclusive mode');
    const asked = signIn().then(({ status }) => status);
    asked.catch(() => {});
    const waiting = () => sqlWithoutSchool(cohort.database, `select from pg_locks where not granted and relation = 'person'::regclass`);
    while ((await waiting()).length === 0) await sleep(5);
    const stopped = stop(child);
    await expect
      .poll(
        () =>
          // One that got in before the door closed waits as the first does.
          signIn(AbortSignal.timeout(1_000)).then(
            ({ status }) => status,
            ({ name }: Error) => (name === 'TimeoutError' ? 'let in' : 'refused'),
          ),
        { timeout: 10_000 },
      )
      .toBe('refused');
    await runner.commitTransaction();
    await runner.release();
    expect(await asked).toBe(201);
    const { code, ms } = await stopped;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(patienceMs);
  });
});
