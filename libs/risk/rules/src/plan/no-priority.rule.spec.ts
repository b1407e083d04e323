import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, step2, us, verdictOf } from '../spec-kit.js';
import { noPriority } from './no-priority.rule.js';

const january = '2027-01-01';
const b = scored(224, 'internal-medicine');

describe('plan.no-priority', () => {
  it.each([
    ['2026-12-31', 'clear'],
    ['2027-01-01', 'watch'],
  ] as const)('on %s, for the Match of 2027: %s', (asOf, level) => expect(levelOf(noPriority, b, asOf)).toBe(level));

  it.each([
    [225, 'clear'],
    [224, 'watch'],
    [223, 'watch'],
  ])('%i in internal medicine: %s', (score, level) => expect(levelOf(noPriority, scored(score, 'internal-medicine'), january)).toBe(level));

  it.each([
    ['a choice', scored(224, 'internal-medicine', { priority: 'location' }), 'clear'],
    ['no plan on record, close to the pass mark', { ...us, exams: [step2(220)] }, 'unknown: specialtyPlan'],
    ['exam history unknown', { ...b, exams: undefined }, 'unknown: exams'],
    ['nothing taken', { ...b, exams: [] }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noPriority, record, january)).toBe(answer));

  it('names the day it was due', () => expect(verdictOf(noPriority, b, '2027-02-01')).toMatchObject({ evidence: { since: '2027-01-01' } }));

  it('follows a changed line from its day on', () => {
    const policy = changing('plan.no-priority.watch-from', '2026-10-10', { year: 'application', on: '10-01' });
    expect(levelOf(noPriority, b, '2026-10-09', { policy })).toBe('clear');
    expect(levelOf(noPriority, b, '2026-10-10', { policy })).toBe('watch');
  });
});
