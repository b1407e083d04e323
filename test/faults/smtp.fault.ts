import { dayIn, mondayOf } from '@matchwatch/domain';
import { type DeliveryRow, listDeliveries, openWeeklyDeliveries, savePerson } from '@matchwatch/store';
import { type MailMood, type MoodyMailServer, mailFaults, startMailServer } from '@matchwatch/testing';
import { describe, expect, it, vi } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { cohortOf, schoolId, season } from '../pipeline/cohort-under-test.js';
import { expectOracle, onStage, type Stage } from './fault-kit.js';
import { keepFigure } from './figures.js';

const fault = 'smtp';
const records = cohortOf(40);
/** How a mail ends in each mood, after how many tries: a first one and two more. */
const ends: Partial<Record<MailMood, string>> = {
  fine: 'sent after 1',
  slow: 'sent after 1',
  greylists: 'sent after 2',
  'puts-off': 'failed after 3',
  full: 'failed after 3',
  refuses: 'failed after 1',
  'refuses-content': 'failed after 1',
  'drops-in-content': 'uncertain after 1',
  'drops-after-content': 'uncertain after 1',
  'keeps-and-drops': 'uncertain after 1',
  'keeps-and-is-silent': 'uncertain after 1',
};
const addressOf = (name: string) => `${name}@deans.example.edu`;
const patience = { timeout: 90_000, interval: 100 };

const ledgerOf = async ({ cohort }: Stage): Promise<DeliveryRow[]> => (await listDeliveries(cohort.database, schoolId, {}, [0, 99])).rows;
const told = (rows: readonly DeliveryRow[]) =>
  Object.fromEntries(rows.map(({ name, state, attempts }) => [name, `${state} after ${attempts.length}`]));
const isOver = (rows: readonly DeliveryRow[]) => rows.every(({ state }) => state !== 'due' && state !== 'sending');

/** A school whose deans get the weekly report of a published run, by a worker of its own. */
const withDeans = (
  backend: (typeof backends)[number],
  names: readonly string[],
  work: (stage: Stage, server: MoodyMailServer, send: () => Promise<void>) => Promise<void>,
) =>
  onStage(
    backend,
    async (stage) => {
      const { cohort } = stage;
      const server = await startMailServer();
      try {
        for (const name of names)
          await savePerson(cohort.database, schoolId, { email: addressOf(name), name, role: 'dean', password: 'a long enough one' });
        await stage.worker({ SMTP_URL: server.url, MAIL_PATIENCE_SECONDS: '1', MAIL_RETRY_SECONDS: '1 1' });
        await cohort.until(await cohort.start(), 'published');
        const period = mondayOf(dayIn('America/Chicago', new Date()));
        await work(stage, server, async () => {
          const ids = await openWeeklyDeliveries(cohort.database, schoolId, { season, period, promisedAt: new Date() });
          await cohort.doorbell.ringAll(
            'delivery.send',
            ids.map((deliveryId) => ({ schoolId, deliveryId })),
          );
        });
        expect(mailFaults(await ledgerOf(stage), server.mailbox)).toEqual([]);
        await expectOracle(cohort.database);
      } finally {
        await server.down();
      }
    },
    { records },
  );

describe.each(backends)('a mail server, by the %s queue', (backend) => {
  it('in all its moods: what can be sent is, what cannot has failed, and what broke off is uncertain', () =>
    withDeans(backend, Object.keys(ends), async (stage, server, send) => {
      await server.behave(Object.fromEntries(Object.keys(ends).map((mood) => [addressOf(mood), mood as MailMood])));
      const startedAt = performance.now();
      await send();
      await vi.waitUntil(async () => isOver(await ledgerOf(stage)), patience);
      expect(told(await ledgerOf(stage))).toEqual(ends);
      keepFigure({ fault, kind: `${backend} queue, eleven moods`, finishedMs: Math.round(performance.now() - startedAt) });
    }));

  it('that is down, and then back: every mail once', () =>
    withDeans(backend, ['one', 'two', 'three'], async (stage, server, send) => {
      await server.down();
      await send();
      await vi.waitUntil(async () => (await ledgerOf(stage)).some(({ reason }) => reason === 'unreachable'), patience);
      await server.up();
      const upAt = performance.now();
      await vi.waitUntil(async () => isOver(await ledgerOf(stage)), patience);
      keepFigure({ fault, kind: `${backend} queue, down`, recoveredMs: Math.round(performance.now() - upAt) });
      expect((await ledgerOf(stage)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
      expect(server.mailbox.map(({ to }) => to).sort()).toEqual(['one', 'three', 'two'].map(addressOf));
    }));
});
