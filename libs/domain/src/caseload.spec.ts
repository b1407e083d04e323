import { describe, expect, it } from 'vitest';
import { forecastMeetings, type MeetingsPerMonth, meetingsPerWeek } from './caseload.js';

const perMonth: MeetingsPerMonth = { 'on-track': 0, 'not-assessable': 1, watch: 1, 'at-risk': 2, 'high-risk': 4 };
const month = 365.25 / 12;

describe('the forecast of meetings', () => {
  it('counts each level by how often it is to be met', () => {
    expect(meetingsPerWeek({ 'high-risk': 3, 'at-risk': 5, 'on-track': 100 }, perMonth)).toBeCloseTo(((3 * 4 + 5 * 2) * 7) / month, 10);
    expect(meetingsPerWeek({}, perMonth)).toBe(0);
  });
  it('tells whole weeks from Monday on, and of the first and the last only the days within', () => {
    const weeks = forecastMeetings({ 'high-risk': 1 }, perMonth, '2026-11-20', '2026-12-02');
    expect(weeks.map(({ week }) => week)).toEqual(['2026-11-16', '2026-11-23', '2026-11-30']);
    const whole = (4 * 7) / month;
    expect(weeks.map(({ meetings }) => meetings / whole)).toEqual([3 / 7, 1, 2 / 7].map((share) => expect.closeTo(share, 10)));
  });
  it('is empty once the day has come', () => {
    expect(forecastMeetings({ 'high-risk': 1 }, perMonth, '2026-11-20', '2026-11-20')).toEqual([]);
    expect(forecastMeetings({ 'high-risk': 1 }, perMonth, '2026-11-20', '2026-11-01')).toEqual([]);
  });
});
