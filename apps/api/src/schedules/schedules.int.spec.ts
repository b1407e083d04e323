import type { Schedule } from '@matchwatch/contracts';
import { createRun, sql } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type RunningApi, season, seedApplicants, signIn, startApi } from '../../spec/spec-kit.js';

describe('schedules', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api);
    client = await signIn(api);
  });
  afterAll(() => api.stop());

  const nightly = async (): Promise<Schedule> => {
    const { body } = await client.get('/api/v1/schedules');
    return body.find(({ kind }: Schedule) => kind === 'nightly');
  };
  const act = (id: number, action: string, body: unknown) => client.ask('POST', `/api/v1/schedules/${id}/${action}`, { body });
  const home = async () => (await client.get(`/api/v1/home?season=${season}`)).body;

  it('say when they come next, in the zone of the school', async () => {
    const { body } = await client.get('/api/v1/schedules');
    expect(body.map(({ kind, cron, next }: Schedule) => [kind, cron, next?.at])).toEqual([
      ['nightly', '0 2 * * *', '2026-11-21T07:00:00.000Z'],
      ['weekly', '0 5 * * 1', '2026-11-23T10:00:00.000Z'],
      ['report', '0 7 * * 1', '2026-11-23T12:00:00.000Z'],
    ]);
    expect(body[0]).toMatchObject({ timeZone: 'America/New_York', paused: null, overdue: null, slots: [] });
  });

  it('are paused and resumed by a person who says why, once, and the audit says so', async () => {
    const { id } = await nightly();
    expect((await act(id, 'pause', {})).status).toBe(422);
    const { status, body } = await act(id, 'pause', { reason: 'The registrar is moving' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      next: null,
      paused: { at: '2026-11-20T17:00:00.000Z', by: 'Margaret Whitfield', reason: 'The registrar is moving' },
    });
    expect((await home()).nextRuns.map(({ kind }: { kind: string }) => kind)).toEqual(['weekly']);
    expect((await act(id, 'pause', { reason: 'again' })).status).toBe(409);
    expect((await act(id, 'resume', {})).body).toMatchObject({ paused: null });
    expect((await act(id, 'resume', {})).status).toBe(409);
    expect((await act(999_999, 'pause', { reason: 'none' })).status).toBe(404);
    const lines = await sql<{ event: string }>(
      api.db,
      'demo',
      `select event from audit_line where school_id = 'demo' and event like 'schedule.%' order by seq`,
    );
    expect(lines.map(({ event }) => event)).toEqual(['schedule.paused', 'schedule.resumed']);
  });

  it('that nobody started are overdue on the list and on the first page, until a run makes up for it', async () => {
    await sql(api.db, 'demo', `update schedule set since = '2026-11-01' where school_id = 'demo' and kind = 'nightly'`);
    const overdue = { at: '2026-11-20T07:00:00.000Z', why: 'not-started', detail: null, runId: null };
    expect((await nightly()).overdue).toEqual(overdue);
    expect((await home()).overdue).toEqual([{ kind: 'nightly', ...overdue }]);
    await assessCohort(api, '2026-11-20');
    expect((await home()).overdue).toEqual([]);
    await sql(api.db, 'demo', `update run set published_at = '2026-11-19' where school_id = 'demo' and published_at is not null`);
  });

  it('show each slot with its runs, and a held one as overdue and with its numbers', async () => {
    const { id: scheduleId } = await nightly();
    const { id } = await createRun(api.db, 'demo', {
      season,
      kind: 'nightly',
      slot: '2026-11-20T07:00:00.000Z',
      asOf: '2026-11-20',
      policyVersion: '-',
      rulesDigest: '-',
      requestedBy: 'schedule',
    });
    const size = { population: 60, unanswered: 2 };
    const held = [{ rail: 'populationDrop', limit: 0.1, sinceRunId: 1, before: { ...size, population: 90 }, now: size }];
    await sql(api.db, 'demo', `update run set state = 'held', held = $2 where school_id = 'demo' and id = $1`, [id, JSON.stringify(held)]);
    await sql(
      api.db,
      'demo',
      `insert into schedule_slot (school_id, schedule_id, slot_at, on_day, state, late, taken_at, run_ids)
       values ('demo', $1, '2026-11-20T07:00Z', '2026-11-20', 'started', true, '2026-11-20T09:30Z', array[$2::integer]),
              ('demo', $1, '2026-11-19T07:00Z', '2026-11-19', 'passed-over', false, '2026-11-20T09:30Z', '{}')`,
      [scheduleId, id],
    );
    const { overdue, slots } = await nightly();
    expect(overdue).toEqual({ at: '2026-11-20T07:00:00.000Z', why: 'run-held', detail: null, runId: id });
    expect(slots).toEqual([
      {
        at: '2026-11-20T07:00:00.000Z',
        on: '2026-11-20',
        state: 'started',
        late: true,
        takenAt: '2026-11-20T09:30:00.000Z',
        why: null,
        runs: [{ id, season, state: 'held', outcome: null }],
      },
      expect.objectContaining({ on: '2026-11-19', state: 'passed-over', runs: [] }),
    ]);
    expect((await home()).heldRuns).toEqual([{ id, asOf: '2026-11-20', held }]);
    expect((await client.get(`/api/v1/runs/${id}`)).body).toMatchObject({ held, slotAt: '2026-11-20T07:00:00.000Z', late: true });
  });
});
