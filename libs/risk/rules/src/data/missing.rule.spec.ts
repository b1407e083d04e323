import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { missing } from './missing.rule.js';

const known = { ...us, exams: [], specialtyPlan: { primary: 'neurology' as const } };

describe('data.missing', () => {
  it.each([
    ['nothing', known, 'clear'],
    ['the exam history', { ...known, exams: undefined }, 'watch'],
    ['the specialty plan', { ...known, specialtyPlan: undefined }, 'watch'],
    ['a specialty in a plan that is known', { ...known, specialtyPlan: {} }, 'clear'],
  ])('lacking %s: %s', (_, record, level) => expect(levelOf(missing, record)).toBe(level));

  it.each([
    ['2026-01-31', ['exams']],
    ['2026-02-01', ['exams', 'specialtyPlan.primary']],
  ] as const)('lists what is essential on %s', (asOf, list) =>
    expect(verdictOf(missing, us, asOf)).toMatchObject({ evidence: { missing: list } }),
  );

  it('follows a changed line from its day on', () => {
    const policy = changing('plan.no-specialty.watch-from', '2026-01-10', { year: 'application', on: '01-01' });
    expect(levelOf(missing, { ...known, specialtyPlan: undefined }, '2026-01-09', { policy })).toBe('clear');
    expect(levelOf(missing, { ...known, specialtyPlan: undefined }, '2026-01-10', { policy })).toBe('watch');
  });
});
