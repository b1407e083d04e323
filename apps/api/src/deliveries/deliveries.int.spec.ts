import { randomBytes } from 'node:crypto';
import type { Delivery, ReportMailing } from '@matchwatch/contracts';
import { demoAccounts } from '@matchwatch/demo';
import { claimDelivery, endTry, holdMail, listAudit, savePerson } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, type RunningApi, season, seedApplicants, signIn, startApi } from '../../spec/spec-kit.js';

const [{ name: deanName }] = demoAccounts as [(typeof demoAccounts)[number]];
const password = randomBytes(12).toString('hex');

describe('the mail of reports', () => {
  let api: RunningApi;
  let dean: Client;
  let advisor: Client;
  const account = { email: 'ann.mail@example.edu', password };

  beforeAll(async () => {
    api = await startApi({ SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'matchwatch@example.edu' });
    await savePerson(api.db, 'demo', { ...account, name: 'Ann Mail', role: 'advisor' });
    dean = await signIn(api);
    advisor = await signIn(api, account);
    await seedApplicants(api, 3);
  });
  afterAll(() => api.stop());

  const mailing = async (): Promise<ReportMailing> => (await dean.get('/api/v1/mailing')).body;
  const ledger = async (filter: object = {}): Promise<Delivery[]> => (await dean.list('deliveries', { filter })).body;
  const events = async () => (await listAudit(api.db, 'demo', { timeZone: 'UTC' }, [0, 30])).rows.map(({ line }) => line);

  it('is changed by everybody for themselves, and a dean sees who gets what', async () => {
    const digestOf = async () => (await mailing()).subscribers.find(({ name, report }) => name === 'Ann Mail' && report === 'digest');
    const before = await digestOf();
    expect(before).toMatchObject({ report: 'digest', mail: true, isDefault: true });
    expect((await advisor.get('/api/v1/account/subscriptions')).body).toMatchObject([
      { report: 'weekly', mail: false },
      { report: 'digest', mail: true },
    ]);
    const off = { mail: false, skipEmpty: true, viewId: null };
    const reply = await advisor.ask('PUT', '/api/v1/account/subscriptions/digest', { body: off });
    expect(reply.body[1]).toMatchObject({ report: 'digest', mail: false, isDefault: false });
    expect(await digestOf()).toMatchObject({ mail: false, isDefault: false });
    expect((await events())[0]).toMatchObject({ event: 'subscription.changed', subject: 'digest', after: off });
    expect((await dean.ask('PUT', '/api/v1/account/subscriptions/weekly', { body: { ...off, viewId: 99 } })).status).toBe(422);
  });

  it('is written down once for each recipient, and decided about by a person with a reason', async () => {
    const send = () => dean.ask('POST', '/api/v1/mailing/weekly/send', { body: { season } });
    const sent = await send();
    expect(sent.body).toMatchObject({ period: '2026-11-16', standing: 0 });
    expect(sent.body.opened).toBeGreaterThan(0);
    expect((await send()).body).toMatchObject({ opened: 0, standing: sent.body.opened });
    const [row] = await ledger({ report: 'weekly', period: '2026-11-16' });
    const id = row?.id ?? 0;
    const decide = (decision: string, reason = 'She told me') =>
      dean.ask('POST', `/api/v1/deliveries/${id}/decide`, { body: { decision, reason } });
    expect(row).toMatchObject({ state: 'due', report: 'weekly', season, attempts: [], decisions: [] });
    expect((await decide('arrived')).status).toBe(409);
    const claimed = await claimDelivery(api.db, 'demo', id, 30);
    if (claimed) await endTry(api.db, 'demo', claimed, { turn: 'broken-off', fault: 'broke-off' }, []);
    expect((await mailing()).trouble).toEqual({ late: 0, failed: 0, uncertain: 1 });
    expect((await decide('arrived', '')).status).toBe(422);
    expect((await decide('arrived')).body).toMatchObject({
      state: 'sent',
      decisions: [{ decision: 'arrived', reason: 'She told me', by: deanName }],
    });
    expect((await decide('again', 'They lost it')).body).toMatchObject({ state: 'due' });
    expect((await events())[0]).toMatchObject({
      event: 'delivery.decided',
      reason: 'They lost it',
      before: { state: 'sent' },
      after: { decision: 'again', state: 'due' },
    });
    expect((await mailing()).periods[0]).toMatchObject({ report: 'weekly', period: '2026-11-16', season });
  });

  it('is late once its hour is over: on a dean’s first page and to whoever watches, who is served all the same', async () => {
    api.clock.now = new Date(api.clock.now.getTime() + 65 * 60_000);
    const { late } = (await mailing()).trouble;
    expect(late).toBeGreaterThan(0);
    const { body: home } = await dean.get('/api/v1/home');
    expect(home.mail).toMatchObject({ server: true, trouble: { late }, lastReport: { period: '2026-11-16', counts: { due: late } } });
    expect((await advisor.get('/api/v1/home')).body.mail).toBeNull();
    const ready = await ask(api, 'GET', '/readyz');
    expect([ready.status, ready.body.status, ready.body.checks.mail]).toEqual([
      200,
      'degraded',
      { ok: false, reason: expect.stringMatching(/^\d+ late$/) },
    ]);
  });

  it('can be held back and let go, with who and why', async () => {
    const pause = () => dean.ask('POST', '/api/v1/mailing/digest/pause', { body: { reason: 'Holidays' } });
    expect((await pause()).status).toBe(204);
    expect((await pause()).status).toBe(409);
    expect((await mailing()).pauses).toMatchObject([{ report: 'digest', by: deanName, reason: 'Holidays' }]);
    expect((await dean.ask('POST', '/api/v1/mailing/digest/resume')).status).toBe(204);
    expect((await mailing()).pauses).toEqual([]);
    expect((await events()).slice(0, 2).map(({ event }) => event)).toEqual(['report.resumed', 'report.paused']);
  });

  it('waits in a restored copy until a person says what becomes of it', async () => {
    const backupAt = new Date('2026-11-15T03:30:00Z');
    await holdMail(api.db, 'demo', { since: api.clock.now, backupAt });
    const { held } = await mailing();
    expect(held).toMatchObject({ backupAt: backupAt.toISOString(), waiting: expect.any(Number) });
    expect((await dean.get('/api/v1/home')).body.mail.held).toEqual(held);
    expect((await dean.get('/api/v1/system')).body.mail).toMatchObject({
      ok: false,
      held: true,
      reason: expect.stringContaining('restored copy'),
    });
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    expect((await ask(api, 'GET', '/readyz')).body).toMatchObject({
      status: 'degraded',
      checks: { mail: { reason: expect.stringMatching(/^held since a restore \(\d schools?\), \d+ late$/) } },
    });
    const release = (waiting: string) => dean.ask('POST', '/api/v1/mailing/release', { body: { waiting } });
    expect((await release('perhaps')).status).toBe(422);
    expect((await release('leave-out')).body).toEqual({ waited: held?.waiting });
    expect((await events())[0]).toMatchObject({ event: 'report.released', after: { waiting: 'leave-out', mails: held?.waiting } });
    expect((await mailing()).held).toBeNull();
    expect((await ledger({ report: 'weekly' })).map(({ reason }) => reason)).toContain('restored');
    expect((await release('send')).status).toBe(409);
  });

  it('names applicants only when a dean says so', async () => {
    expect((await mailing()).names).toBe(false);
    expect((await dean.ask('PUT', '/api/v1/mailing/names', { body: { names: true } })).body).toEqual({ names: true });
    expect((await mailing()).names).toBe(true);
    expect((await events())[0]).toMatchObject({ event: 'report.named', before: { names: false }, after: { names: true } });
    expect((await dean.ask('POST', '/api/v1/mailing/monthly/pause', { body: { reason: 'x' } })).status).toBe(404);
  });
});
