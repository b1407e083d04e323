import { describe, expect, it } from 'vitest';
import { dueSlots, isLate, overdueReason, type SlotState, slotAfter, slotToBeDone } from './schedule.js';

const nightly = { cron: '0 2 * * *', timeZone: 'America/New_York' };
const at = (text: string) => new Date(text);
const iso = (slot: { at: Date } | undefined) => slot?.at.toISOString();

describe('a schedule', () => {
  it('has due the slots after the last one that was taken; the last is the one to start', () => {
    const due = dueSlots(nightly, at('2026-11-17T07:00:00Z'), at('2026-11-20T07:00:05Z'));
    expect(due.map(({ on }) => on)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
    expect(dueSlots(nightly, at('2026-11-20T07:00:00Z'), at('2026-11-20T23:00:00Z'))).toEqual([]);
    expect(dueSlots(nightly, at('2026-11-20T07:00:00Z'), at('2026-11-19T07:00:00Z')), 'a clock stepped back').toEqual([]);
  });

  it('says what comes next and what is late', () => {
    const next = slotAfter(nightly, at('2026-11-20T07:00:00Z'));
    expect(iso(next)).toBe('2026-11-21T07:00:00.000Z');
    expect(isLate({ at: at('2026-11-20T07:00:00Z') }, at('2026-11-20T07:09:59Z'))).toBe(false);
    expect(isLate({ at: at('2026-11-20T07:00:00Z') }, at('2026-11-20T07:10:00Z'))).toBe(true);
  });

  it('refuses what is no cron expression', () =>
    expect(() => slotAfter({ ...nightly, cron: 'soon' }, at('2026-11-20T07:00:00Z'))).toThrow('"soon"'));
});

describe('a slot whose hour is over', () => {
  const now = at('2026-11-20T09:00:00Z');
  const slot = slotToBeDone(nightly, at('2026-11-01T00:00:00Z'), now, 120);
  if (!slot) throw new Error('a slot is to be done');
  const taken = (state: SlotState, ...runs: ('published' | 'assessing' | 'failed' | 'held' | 'cancelled')[]) => ({
    state,
    runs: runs.map((each, i) => ({ id: i + 1, season: 2027 + i, state: each })),
  });

  it('is the last before it, and none before a schedule was made', () => {
    expect(iso(slot)).toBe('2026-11-20T07:00:00.000Z');
    expect(iso(slotToBeDone(nightly, at('2026-11-01T00:00:00Z'), at('2026-11-20T08:59:59Z'), 120))).toBe('2026-11-19T07:00:00.000Z');
    expect(slotToBeDone(nightly, at('2026-11-20T08:00:00Z'), now, 120)).toBeUndefined();
  });

  it.each([
    ['nobody took it', undefined, { why: 'not-started', runId: null }],
    ['it could not be started', taken('failed'), { why: 'failed', runId: null }],
    ['its run still works', taken('started', 'published', 'assessing'), { why: 'running', runId: 2 }],
    ['its run failed', taken('started', 'failed'), { why: 'run-failed', runId: 1 }],
    ['its run is held', taken('started', 'held'), { why: 'run-held', runId: 1 }],
    ['its runs are published or were cancelled', taken('started', 'published', 'cancelled'), undefined],
    ['it was paused', taken('paused'), undefined],
    ['a later one was done instead', taken('passed-over'), undefined],
    ['there was nothing to do', taken('nothing'), undefined],
  ])('%s', (_, ledger, expected) => expect(overdueReason(slot, ledger, [])).toEqual(expected));

  it('is made up for by another published run of the season since', () => {
    const since = [{ season: 2027, at: at('2026-11-20T08:00:00Z') }];
    expect(overdueReason(slot, taken('started', 'failed'), since)).toBeUndefined();
    expect(overdueReason(slot, undefined, since)).toBeUndefined();
    expect(overdueReason(slot, taken('started', 'published', 'failed'), since)).toEqual({ why: 'run-failed', runId: 2 });
    expect(overdueReason(slot, taken('started', 'failed'), [{ season: 2027, at: at('2026-11-20T06:00:00Z') }])).toBeDefined();
  });
});
