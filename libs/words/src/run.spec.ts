import { describe, expect, it } from 'vitest';
import { cronText, heldText } from './run.js';

describe('a schedule in words', () => {
  it.each([
    ['0 2 * * *', 'every day at 02:00'],
    ['30 5 * * 1', 'every Monday at 05:30'],
    ['30 5 * * 7', 'every Sunday at 05:30'],
    ['15 17 * * 1-5', 'Monday to Friday at 17:15'],
    ['0 6 1 * *', 'on day 1 of each month at 06:00'],
    ['*/5 * * * *', '*/5 * * * *'],
    ['0 2 1 1 *', '0 2 1 1 *'],
    ['0 2 1 * 1', '0 2 1 * 1'],
  ])('%s', (cron, text) => expect(cronText(cron)).toBe(text));
});

describe('a held run in words', () => {
  const before = { population: 1_240, unanswered: 31 };
  it('says both numbers and the limit', () => {
    expect(heldText({ rail: 'populationDrop', limit: 0.1, sinceRunId: 4, before, now: { population: 1_000, unanswered: 20 } })).toBe(
      'The cohort shrank from 1,240 to 1,000 applicants since run 4, by 19.4 %; 10 % is the limit.',
    );
    expect(heldText({ rail: 'unknownRise', limit: 0.1, sinceRunId: 4, before, now: { population: 1_200, unanswered: 300 } })).toBe(
      '300 of 1,200 applicants have no answer; in run 4 it was 31 of 1,240. The share may rise by 10 % of the cohort.',
    );
  });
});
