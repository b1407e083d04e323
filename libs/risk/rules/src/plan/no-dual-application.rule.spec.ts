import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, step2, us, verdictOf } from '../spec-kit.js';
import { noDualApplication } from './no-dual-application.rule.js';

const c = { ...scored(0, 'anesthesiology', { dualApplying: false }), exams: [step2(219, '2026-04-15')] };

describe('plan.no-dual-application', () => {
  it.each([
    [230, 'clear'],
    [220, 'clear'],
    [219, 'act'],
  ])('%i in anesthesiology: %s', (score, level) =>
    expect(levelOf(noDualApplication, { ...c, exams: [step2(score, '2022-05-15')] })).toBe(level),
  );

  it.each([
    ['2026-05-31', 'clear'],
    ['2026-06-01', 'act'],
  ] as const)('on %s: %s', (asOf, level) => expect(levelOf(noDualApplication, c, asOf)).toBe(level));

  it.each([
    ['dual-applying', { ...c, specialtyPlan: { ...c.specialtyPlan, dualApplying: true } }, 'clear'],
    ['not stated', { ...c, specialtyPlan: { primary: 'anesthesiology' as const } }, 'unknown: specialtyPlan.dualApplying'],
    ['not stated, category A', scored(230, 'internal-medicine'), 'clear'],
    ['exam history unknown', { ...c, exams: undefined }, 'unknown: exams'],
    ['nothing taken', { ...c, exams: [] }, 'clear'],
    ['no plan, close to the pass mark', { ...us, exams: [step2(220)] }, 'unknown: specialtyPlan.dualApplying'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noDualApplication, record)).toBe(answer));

  it('names the day it is expected from', () =>
    expect(verdictOf(noDualApplication, c)).toMatchObject({ evidence: { category: 'C', since: '2026-06-01' } }));

  it('follows a changed line from its day on', () => {
    const policy = changing('plan.no-dual-application.act-from', '2026-05-10', { year: 'application', on: '05-01' });
    expect(levelOf(noDualApplication, c, '2026-05-09', { policy })).toBe('clear');
    expect(levelOf(noDualApplication, c, '2026-05-10', { policy })).toBe('act');
  });
});
