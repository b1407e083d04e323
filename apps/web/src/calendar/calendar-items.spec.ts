import { describe, expect, it } from 'vitest';
import { itemsByDay, weeksOf } from './calendar-items.js';

const said = (key: string, values: Record<string, string | number> = {}) => `${key} ${Object.values(values).join(' ')}`.trim();
const calendar = {
  today: '2026-11-20',
  seasons: [
    {
      season: 2027,
      key: 'season.2027',
      days: [{ mark: 'rol', on: '2027-03-03' }],
      sources: [],
      confirm: false,
      since: null,
      version: 'v',
      changed: null,
    },
  ],
  events: [
    {
      id: 4,
      season: 2027,
      from: '2026-12-30',
      to: '2027-01-01',
      kind: 'workshop',
      title: 'Retreat',
      source: null,
      version: 1,
      changedBy: 'M',
      changedAt: '',
    },
  ],
  people: [{ on: '2026-12-30', kind: 'exam', exam: 'step2ck', applicants: 2, ids: [3, 7] }],
} as const;

describe('a month of the calendar', () => {
  it('is whole weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2026-12-15');
    expect([weeks[0]?.[0], weeks.at(-1)?.at(-1), weeks.length]).toEqual(['2026-11-30', '2027-01-03', 5]);
    expect(weeksOf('2027-02-01')).toHaveLength(4);
  });

  it('shows an event on each of its days, and only the kinds that are asked for', () => {
    const all = itemsByDay(calendar as never, new Set(), said as never, 2027);
    expect([...all.keys()].sort()).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-03-03']);
    expect(all.get('2026-12-30')?.map(({ kind }) => kind)).toEqual(['event', 'exam']);
    expect([...itemsByDay(calendar as never, new Set(['season']), said as never, 2027).keys()]).toEqual(['2027-03-03']);
  });

  it('leads from each count to the applicants it counts, unless they are too many to be named', () => {
    const linkOf = (ids: number[]) =>
      itemsByDay({ ...calendar, people: [{ ...calendar.people[0], ids }] } as never, new Set(['exam']), said as never, 2027).get(
        '2026-12-30',
      )?.[0]?.to;
    expect(linkOf([3, 7])).toBe(`/applicants?filter=${encodeURIComponent('{"season":2027,"id":[3,7]}')}`);
    expect(linkOf([])).toBeUndefined();
  });
});
