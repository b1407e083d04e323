import { describe, expect, it } from 'vitest';
import { type Cron, nextSlot, parseCron, slotsBetween } from './cron.js';
import { addDays, type Day } from './day.js';

const cron = (text: string): Cron => {
  const parsed = parseCron(text);
  if (!parsed) throw new Error(`${text} cannot be read`);
  return parsed;
};
const iso = (slots: readonly { at: Date }[]) => slots.map(({ at }) => at.toISOString());

describe('a cron expression', () => {
  it.each([
    ['0 2 * * *', [0], [2]],
    ['*/20 9-17/4 * * *', [0, 20, 40], [9, 13, 17]],
    ['5,35 0 * * *', [5, 35], [0]],
    ['50/5 0 * * *', [50, 55], [0]],
  ])('%s is read', (text, minutes, hours) => {
    expect(cron(text)).toMatchObject({ minutes, hours });
  });

  it.each([
    '',
    '* * * *',
    '0 0 2 * * *',
    '60 2 * * *',
    '0 24 * * *',
    '0 2 0 * *',
    '0 2 31 4 *',
    '0 2 * 13 *',
    '0 2 * * 8',
    '0 2 * * bar',
    '5-1 * * * *',
    '*/0 * * * *',
    '1/2/3 * * * *',
    '1-2-3 * * * *',
    ', * * * *',
    '-1 * * * *',
    '1e1 * * * *',
  ])('%j is none', (text) => expect(parseCron(text)).toBeUndefined());

  it('names months and days by number or word, Sunday as 0 and as 7, and takes either kind of day where both are named', () => {
    const next = (text: string) => nextSlot(cron(text), 'UTC', new Date('2026-11-20T12:00:00Z'))?.on;
    expect(next('0 5 * * MON')).toBe('2026-11-23');
    expect(next('0 5 * * 0')).toBe('2026-11-22');
    expect(next('0 5 * * 7')).toBe('2026-11-22');
    expect(next('0 5 1 jan *')).toBe('2027-01-01');
    expect(next('0 5 29 2 *')).toBe('2028-02-29');
    expect(next('0 5 1 * wed')).toBe('2026-11-25');
  });
});

describe('slots', () => {
  it('lie after one instant and up to another, the last ones of very many', () => {
    const hourly = cron('0 * * * *');
    const [from, to] = [new Date('2026-11-20T10:00:00Z'), new Date('2026-11-20T13:00:00Z')];
    expect(iso(slotsBetween(hourly, 'UTC', from, to))).toEqual([
      '2026-11-20T11:00:00.000Z',
      '2026-11-20T12:00:00.000Z',
      '2026-11-20T13:00:00.000Z',
    ]);
    expect(iso(slotsBetween(hourly, 'UTC', new Date('2020-01-01T00:00:00Z'), to, 2))).toEqual([
      '2026-11-20T12:00:00.000Z',
      '2026-11-20T13:00:00.000Z',
    ]);
    expect(slotsBetween(hourly, 'UTC', to, from)).toEqual([]);
  });

  it('belong to the school’s day, whatever the day is elsewhere', () => {
    const late = nextSlot(cron('30 23 * * *'), 'America/Los_Angeles', new Date('2026-11-20T12:00:00Z'));
    expect(late).toEqual({ at: new Date('2026-11-21T07:30:00Z'), on: '2026-11-20' });
  });

  it.each([
    ['02:30 does not exist', 'America/New_York', '30 2 * * *', '2026-03-08', ['2026-03-08T07:30:00.000Z']],
    ['01:30 is twice', 'America/New_York', '30 1 * * *', '2026-11-01', ['2026-11-01T05:30:00.000Z']],
    ['02:30 does not exist', 'Europe/Berlin', '30 2 * * *', '2026-03-29', ['2026-03-29T01:30:00.000Z']],
    ['half an hour is skipped', 'Australia/Lord_Howe', '15 2 * * *', '2026-10-04', ['2026-10-03T15:45:00.000Z']],
    ['midnight does not exist', 'America/Santiago', '0 0 * * *', '2026-09-06', ['2026-09-06T04:00:00.000Z']],
  ])('come once where %s in %s', (_, zone, text, day, expected) => {
    const around = slotsBetween(
      cron(text),
      zone,
      new Date(`${addDays(day as Day, -3)}T00:00:00Z`),
      new Date(`${addDays(day as Day, 3)}T00:00:00Z`),
    );
    expect(iso(around.filter(({ on }) => on === day))).toEqual(expected);
  });

  it('of two times that the clocks make one are one', () => {
    const found = slotsBetween(cron('0 2,3 * * *'), 'America/New_York', new Date('2026-03-08T00:00:00Z'), new Date('2026-03-09T00:00:00Z'));
    expect(iso(found)).toEqual(['2026-03-08T07:00:00.000Z']);
  });
});

describe('a fixed time of the clock, 2026 to 2030', () => {
  const times = ['0 0 * * *', '30 1 * * *', '30 2 * * *', '0 3 * * *'];
  it.each(['America/New_York', 'Australia/Lord_Howe', 'Europe/London'])('comes once each day in %s', (zone) => {
    const [from, to] = [new Date('2026-01-01T12:00:00Z'), new Date('2031-01-01T12:00:00Z')];
    const days: Day[] = [];
    for (let day = '2026-01-02' as Day; day <= '2031-01-01'; day = addDays(day, 1)) days.push(day);
    for (const time of times) {
      const found = slotsBetween(cron(time), zone, from, to, 10_000);
      expect(
        found.filter(({ on }) => on >= '2026-01-02' && on <= '2031-01-01').map(({ on }) => on),
        time,
      ).toEqual(days);
      const gaps = found.slice(1).map(({ at }, i) => at.getTime() - (found[i]?.at.getTime() ?? 0));
      expect(Math.min(...gaps), time).toBeGreaterThanOrEqual(22.5 * 3_600_000);
      expect(Math.max(...gaps), time).toBeLessThanOrEqual(25.5 * 3_600_000);
    }
  });

  it('is found one after the other as all at once', () => {
    const nightly = cron('30 2 * * *');
    const [from, to] = [new Date('2026-02-20T00:00:00Z'), new Date('2026-04-10T00:00:00Z')];
    const walked: Date[] = [];
    for (let at = from; ; ) {
      const next = nextSlot(nightly, 'America/New_York', at);
      if (!next || next.at > to) break;
      walked.push(next.at);
      at = next.at;
    }
    expect(walked).toEqual(slotsBetween(nightly, 'America/New_York', from, to).map(({ at }) => at));
  });
});
