import type { ApplicantRecord, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, unannounced, us, verdictOf } from '../spec-kit.js';
import { idleYear } from './idle-year.rule.js';

const may = '2027-05-14';
const idle = (...experiences: Partial<Experience>[]): ApplicantRecord => ({
  ...us,
  match: { outcome: 'unmatched' },
  experiences: experiences.map((experience) => ({ kind: 'research', ...experience })),
});

describe('contingency.idle-year', () => {
  it.each([
    ['2027-05-13', 'clear'],
    ['2027-05-14', 'act'],
  ] as const)('on %s, 60 days from Match Monday on 15 March: %s', (asOf, level) => expect(levelOf(idleYear, idle(), asOf)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['research until 59 days ago', idle({ from: '2026-07-01', to: '2027-03-16' }), 'clear'],
    ['research until 60 days ago', idle({ from: '2026-07-01', to: '2027-03-15' }), 'act'],
    ['research that goes on', idle({ from: '2026-07-01' }), 'clear'],
    ['a degree that goes on', idle({ kind: 'degree', from: '2026-07-01' }), 'clear'],
    ['volunteering that goes on', idle({ kind: 'volunteering', from: '2026-07-01' }), 'act'],
    ['research that has not begun', idle({ from: '2027-05-15' }), 'act'],
    ['research without days', idle({}), 'unknown: experiences.from'],
    ['experience not known', { ...idle(), experiences: undefined }, 'unknown: experiences'],
    ['outcome not known', { ...idle(), match: undefined }, 'unknown: match.outcome'],
    ['matched', { ...idle(), match: { outcome: 'matched-primary' } }, 'clear'],
    ['no calendar', unannounced(idle()), 'unknown: season calendar'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(idleYear, record, may)).toBe(answer));

  it('names the last day, never how long ago it was', () =>
    expect(verdictOf(idleYear, idle({ from: '2026-07-01', to: '2026-12-18' }), may)).toMatchObject({
      evidence: { lastOn: '2026-12-18', since: '2027-03-15', days: 60 },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('contingency.idle-year.days', '2027-04-20', 30);
    expect(levelOf(idleYear, idle(), '2027-04-19', { policy })).toBe('clear');
    expect(levelOf(idleYear, idle(), '2027-04-20', { policy })).toBe('act');
  });
});
