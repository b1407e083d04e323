import { expect, it } from 'vitest';
import { ReferenceDay } from './reference-day.js';

it('looks over month ends and leap days', () => {
  const today = new ReferenceDay('2028-02-29');
  expect(today.yearsBefore(1)).toBe('2027-02-28');
  expect(today.monthsBefore(24)).toBe('2026-02-28');
  expect(today.daysBefore(60)).toBe('2027-12-31');
  expect(today.daysAfter(1)).toBe('2028-03-01');
  expect(today.yearsBefore(1)).toBe('2027-02-28');
});
