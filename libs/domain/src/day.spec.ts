import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears, type Day, dayIn, daysBetween, instantIn, isDay, mondayOf, toDay } from './day.js';

describe('a day', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '0000-01-01', '2026-01-01T00:00:00Z', '', 20260101, null])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is a leap day only in leap years', () => {
    expect(isDay('2024-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
  });

  it('quotes what it refuses', () => expect(() => toDay('tomorrow')).toThrow('"tomorrow"'));

  it.each<[Day, number, Day]>([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-15', 2, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s plus %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it('moves by days and years across month ends and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });

  it.each<[Day, Day]>([
    ['2026-11-21', '2026-11-16'],
    ['2026-11-16', '2026-11-16'],
    ['2026-11-22', '2026-11-16'],
  ])('%s lies in the week of Monday %s', (day, monday) => expect(mondayOf(day)).toBe(monday));

  it('belongs to the zone of the school, not to the instant', () => {
    const instant = new Date('2026-11-21T03:00:00Z');
    expect(dayIn('America/New_York', instant)).toBe('2026-11-20');
    expect(dayIn('Europe/Berlin', instant)).toBe('2026-11-21');
  });
});

describe('the instant of a time of the day', () => {
  it.each<[string, Day, string, string]>([
    ['America/New_York', '2026-11-20', '15:30', '2026-11-20T20:30:00.000Z'],
    ['America/New_York', '2026-07-01', '09:00', '2026-07-01T13:00:00.000Z'],
    ['America/New_York', '2026-11-01', '00:30', '2026-11-01T04:30:00.000Z'],
    ['America/New_York', '2026-11-01', '12:00', '2026-11-01T17:00:00.000Z'],
    ['Pacific/Auckland', '2026-11-20', '00:15', '2026-11-19T11:15:00.000Z'],
    ['UTC', '2026-11-20', '00:00', '2026-11-20T00:00:00.000Z'],
  ])('%s %s %s', (timeZone, day, time, instant) => expect(instantIn(timeZone, day, time).toISOString()).toBe(instant));
});
