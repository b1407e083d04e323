import { bindWorker, type Handlers, type JobName } from '@matchwatch/queue';
import { connect, type DeliveryRow, listDeliveries, savePerson, sqlWithoutSchool } from '@matchwatch/store';
import { mailFaults, startMailServer } from '@matchwatch/testing';
import { deliveryHandlers, runHandlers } from '@matchwatch/worker';
import { describe, expect, it, vi } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { schoolId, season } from '../pipeline/cohort-under-test.js';
import { chunkSize, expectUndisturbed, onStage, undisturbed } from './fault-kit.js';
import { keepFigure } from './figures.js';

const now = new Date('2026-11-20T17:00:00Z');
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** Does every job three times: two at once, and one after it was done. Counts what it did, and keeps what failed. */
function thrice(handlers: Handlers, done: Map<JobName, number>, failures: string[]): Handlers {
  const three = <N extends JobName>(name: N): Handlers[N] =>
    (async (data) => {
      const twice = await Promise.allSettled([handlers[name](data), handlers[name](data)]);
      for (const each of twice) if (each.status === 'rejected') failures.push(`${name}: ${each.reason}`);
      await handlers[name](data);
      done.set(name, (done.get(name) ?? 0) + 3);
    }) as Handlers[N];
  return {
    'run.open': three('run.open'),
    'run.assess-chunk': three('run.assess-chunk'),
    'run.close': three('run.close'),
    'run.publish': three('run.publish'),
    'applicant.reassess': three('applicant.reassess'),
    'digest.open': three('digest.open'),
    'report.freeze': three('report.freeze'),
    'delivery.send': three('delivery.send'),
  };
}

describe.each(backends)('each job of the %s queue delivered three times', (backend) => {
  it('has one effect: one run, one answer each, one event a change, one mail each', async () => {
    const { outcome: expected } = await undisturbed(backend);
    const server = await startMailServer();
    await onStage(backend, async (stage) => {
      const { cohort, url, queue } = stage;
      const database = await connect({ url, poolSize: 8 });
      for (const name of ['one', 'two', 'three'])
        await savePerson(database, schoolId, { email: `${name}@example.edu`, name, role: 'dean', password: 'a long enough one' });
      const settings = {
        smtpUrl: server.url,
        mailFrom: 'matchwatch@example.edu',
        mailPatienceSeconds: 5,
        mailRetrySeconds: [1, 1],
        publicUrl: 'https://watch.example.edu',
        port: 4400,
      };
      const once: Handlers = {
        ...runHandlers(database, cohort.doorbell, { chunkSize }),
        ...deliveryHandlers({ database, doorbell: cohort.doorbell, settings, clock: () => now, log: quiet }),
      };
      const done = new Map<JobName, number>();
      const failures: string[] = [];
      const worker = await bindWorker(thrice(once, done, failures), {
        databaseUrl: url,
        redisUrl: queue.redisUrl,
        concurrency: 2,
        onFailed: (name, _, error) => void failures.push(`${name}, the third time: ${error.message}`),
      });
      try {
        const runId = await cohort.start();
        const run = await cohort.until(runId, 'published', 'failed');
        const ledger = async (): Promise<DeliveryRow[]> => (await listDeliveries(database, schoolId, {}, [0, 99])).rows;
        await cohort.doorbell.ring('report.freeze', { schoolId, season });
        await vi.waitUntil(() => (done.get('digest.open') ?? 0) > 0 && (done.get('report.freeze') ?? 0) > 0, { timeout: 60_000 });
        await vi.waitUntil(async () => (await ledger()).every(({ state }) => state !== 'due' && state !== 'sending'), { timeout: 60_000 });
        expect(failures).toEqual([]);
        expect(done.get('run.assess-chunk')).toBe(3 * (run.chunks_done as number));
        await expectUndisturbed(stage, run, expected);
        const rows = await ledger();
        expect(mailFaults(rows, server.mailbox)).toEqual([]);
        expect(rows.every(({ attempts }) => attempts.length <= 1)).toBe(true);
        expect(await sqlWithoutSchool(cohort.database, 'select count(*)::integer as editions from report_edition')).toEqual([
          { editions: 1 },
        ]);
        keepFigure({ fault: 'delivered-three-times', kind: `${backend} queue` });
      } finally {
        await worker.close();
        await database.destroy();
        await server.down();
      }
    });
  });
});
