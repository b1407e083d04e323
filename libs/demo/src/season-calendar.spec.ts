import { dayNumber } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { calendarOf, currentSeason, dayText } from './season-calendar.js';

describe('the calendar of the stories', () => {
  it.each([
    [2026, '2025-09-03', '2025-09-24', '2026-03-04', '2026-03-16', '2026-03-20'],
    [2027, '2026-09-02', '2026-09-23', '2027-03-03', '2027-03-15', '2027-03-19'],
  ])('meets the published days of season %i', (season, submit, review, rol, monday, matchDay) => {
    const calendar = calendarOf(season);
    expect([calendar.submit, calendar.review, calendar.rol, calendar.monday, calendar.matchDay].map(dayText)).toEqual([
      submit,
      review,
      rol,
      monday,
      matchDay,
    ]);
  });

  it('turns the season on 1 June', () => {
    expect(currentSeason('2026-05-31')).toBe(2026);
    expect(currentSeason('2026-06-01')).toBe(2027);
    expect(currentSeason('2027-01-15')).toBe(2027);
  });

  it('writes a day number back as its day', () => expect(dayText(dayNumber('2026-11-21'))).toBe('2026-11-21'));
});
