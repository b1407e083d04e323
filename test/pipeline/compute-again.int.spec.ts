import { demoCohort } from '@matchwatch/demo';
import { addDays, type Day } from '@matchwatch/domain';
import { openDoorbell } from '@matchwatch/queue';
import { connect, createRun, saveRecords, saveSchool, sqlOne } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schoolId } from './cohort-under-test.js';
import { computeAgain } from './compute-again.js';
import { policiesOf } from './school-policies.js';
import { startWorker, type WorkerProcess } from './worker-process.js';

const today: Day = '2026-11-20';
const weeks = 12;
const patienceMs = 60_000;

describe('the whole history of the demo cohort', () => {
  let db: ThrowAwayDatabase;
  let worker: WorkerProcess;
  beforeAll(async () => {
    db = await throwAwayPostgres();
    worker = await startWorker({ DATABASE_URL: db.url });
  });
  afterAll(async () => {
    await worker?.stop();
    await db?.drop();
  });

  it(
    'is computed again bit for bit from records, days and the policies its runs carry, though the school changed its mind twice',
    async () => {
      const database = await connect({ url: db.url, poolSize: 4 });
      const doorbell = openDoorbell({ databaseUrl: db.url, redisUrl: undefined, onError: () => {} });
      await saveSchool(database, { id: schoolId, name: 'Spec', timeZone: 'UTC' });
      const policies = await policiesOf({ database, doorbell });
      const cohort = demoCohort({ asOf: today, seed: 2027 });
      const ended = async (id: number): Promise<string> => {
        for (const end = Date.now() + patienceMs; Date.now() < end; ) {
          const run = await sqlOne<{ state: string }>(database, 'select state from run where id = $1', [id]);
          if (run && !['queued', 'assessing', 'closed'].includes(run.state)) return run.state;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        throw new Error(`Run ${id} did not end`);
      };
      let taken: number | undefined;
      for (let week = weeks; week >= 0; week--) {
        const asOf = addDays(today, -7 * week);
        const mark = { by: 'spec', at: new Date(`${asOf}T08:00:00Z`), knownOn: asOf, source: 'import' } as const;
        await database.transaction((tx) => saveRecords(tx, schoolId, cohort.recordsOn(asOf), mark));
        if (week === 8) {
          const level = { 'scholarly.no-output.level': { '2010-01-01': { value: 'act', sources: ['school#spec'] } } } as const;
          taken = (await policies.publish(level, addDays(today, -7 * 8))).id;
        }
        if (week === 4) await policies.step(taken ?? 0, 'withdraw');
        const asked = { kind: 'weekly', slot: asOf, asOf, policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' } as const;
        const runs = await Promise.all(cohort.seasons.map((season) => createRun(database, schoolId, { ...asked, season })));
        await doorbell.ringAll(
          'run.open',
          runs.map(({ id }) => ({ schoolId, runId: id })),
        );
        for (const { id } of runs) expect(await ended(id)).toBe('published');
      }
      const again = await computeAgain(database);
      await doorbell.close();
      await database.destroy();
      expect(again.answers).toBeGreaterThan(1_000);
      expect(again.versions).toHaveLength(2);
      expect(again.otherwise).toEqual([]);
    },
    patienceMs,
  );
});
