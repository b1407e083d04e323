import type { Advice, Day } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../assess.js';
import { scored } from '../spec-kit.js';
import { draftPlan } from './draft-plan.js';

const asOf: Day = '2026-08-10';
const advice = (code: string, part: Partial<Advice> = {}): Advice => ({
  code,
  phase: 'stabilize',
  owner: 'applicant',
  dueOn: null,
  withinDays: 7,
  answers: ['exam.step2-category'],
  ...part,
});
const setting = { asOf, openFlags: [] };

describe('a draft of a plan', () => {
  it('stands in the order of the phases, then of the due days, then of the advice', () => {
    const { tasks } = draftPlan(
      [
        advice('d', { phase: 'contingency', dueOn: '2026-08-11', withinDays: null }),
        advice('c', { phase: 'rebuild', dueOn: '2026-09-01', withinDays: null }),
        advice('b', { phase: 'rebuild', dueOn: '2026-08-20', withinDays: null }),
        advice('a', { withinDays: 14 }),
        advice('a2', { withinDays: 14 }),
      ],
      setting,
    );
    expect(tasks.map((task) => task.advice)).toEqual(['a', 'a2', 'b', 'c', 'd']);
  });

  it('counts from the day the earliest answered flag was opened, and from today without one', () => {
    const flags = [
      { code: 'exam.step2-category', openedOn: '2026-08-08' },
      { code: 'plan.no-backup', openedOn: '2026-08-06' },
    ] as const;
    const both = advice('a', { answers: ['exam.step2-category', 'plan.no-backup'] });
    expect(draftPlan([both], { asOf, openFlags: flags }).tasks[0]?.dueOn).toBe('2026-08-13');
    expect(draftPlan([both], setting).tasks[0]?.dueOn).toBe('2026-08-17');
  });

  it.each([
    ['2026-08-09', '2026-08-10', '2026-08-09'],
    ['2026-08-10', '2026-08-10', null],
    ['2026-08-11', '2026-08-11', null],
  ] as const)('is never due in the past: %s', (due, dueOn, overdueSince) =>
    expect(draftPlan([advice('a', { dueOn: due, withinDays: null })], setting).tasks[0]).toMatchObject({ dueOn, overdueSince }),
  );

  it('puts what is overdue first', () =>
    expect(
      draftPlan(
        [advice('today', { dueOn: asOf, withinDays: null }), advice('late', { dueOn: '2026-08-01', withinDays: null })],
        setting,
      ).tasks.map((task) => task.advice),
    ).toEqual(['late', 'today']));

  it('names open flags that nothing answers, and carries goals', () => {
    const goals = [{ fact: 'plan.primary', from: 'dermatology', to: 'internal-medicine' }] as const;
    const openFlags = [
      { code: 'exam.step2-category', openedOn: '2026-08-08' },
      { code: 'letters.us', openedOn: '2026-08-08' },
    ] as const;
    expect(draftPlan([advice('a')], { asOf, openFlags, goals })).toMatchObject({ asOf, goals, unanswered: ['letters.us'] });
  });

  it('says every task of an answer once', () => {
    const answer = createAssessor(defaultPolicy, asOf)({ ...scored(224, 'internal-medicine', { backups: [] }), letters: [], programs: [] });
    const { tasks } = draftPlan(answer.advice, setting);
    expect(tasks).toHaveLength(answer.advice.length);
    expect(new Set(tasks.map((task) => task.advice)).size).toBe(tasks.length);
    expect(new Set(tasks.map(({ phase }) => phase)).size).toBeGreaterThan(2);
    expect(tasks.every(({ dueOn }) => dueOn >= asOf)).toBe(true);
  });
});
