import type { Day, FindingLevel, PolicyNotice, RuleCode } from '@matchwatch/domain';
import { findEntry } from '@matchwatch/risk-engine';
import { type DailyValues, findPolicyValue, type Policy, type PolicyKey } from '@matchwatch/risk-policy';

/** One line at the end of what it may be: the lowest, the highest, or a list with nothing in it. */
interface End {
  readonly key: PolicyKey;
  readonly at: 'lowest' | 'highest' | 'none';
}

/** A rule that cannot be raised while every one of some lines lies at its end: nobody has fewer than no letters. */
interface Silence {
  readonly rule: RuleCode;
  /** The key of the level that cannot be raised any more; absent where the rule has no level left. */
  readonly level?: keyof DailyValues;
  readonly when: readonly [End, ...End[]];
}

const lowest = (key: PolicyKey): End => ({ key, at: 'lowest' });
const highest = (key: PolicyKey): End => ({ key, at: 'highest' });
const none = (key: PolicyKey): End => ({ key, at: 'none' });

/** Every rule that can be silenced by lines at their ends. */
export const silences: readonly Silence[] = [
  { rule: 'exam.multiple-failures', when: [none('exam.failures.counted')] },
  { rule: 'practice.no-baseline', when: [lowest('practice.no-baseline.watch-fewer'), lowest('practice.no-baseline.act-fewer')] },
  { rule: 'practice.no-baseline', level: 'practice.no-baseline.level.watch', when: [lowest('practice.no-baseline.watch-fewer')] },
  { rule: 'practice.no-baseline', level: 'practice.no-baseline.level.act', when: [lowest('practice.no-baseline.act-fewer')] },
  { rule: 'practice.question-bank', when: [lowest('practice.question-bank.expected')] },
  { rule: 'practice.no-simulation', when: [lowest('practice.no-simulation.expected')] },
  { rule: 'clinical.usce-short', when: [lowest('usce.amount.months'), lowest('usce.sites')] },
  { rule: 'clinical.usce-short', level: 'clinical.usce-short.level.short', when: [lowest('usce.amount.months')] },
  { rule: 'clinical.usce-short', level: 'clinical.usce-short.level.one-site', when: [lowest('usce.sites')] },
  { rule: 'letters.too-few', when: [lowest('letters.total')] },
  { rule: 'letters.specialty', when: [lowest('letters.specialty')] },
  { rule: 'letters.us', when: [lowest('letters.us')] },
  { rule: 'letters.educator', when: [lowest('letters.educator')] },
  { rule: 'letters.not-asked', when: [none('letters.not-asked.kinds')] },
  { rule: 'plan.out-of-reach', when: [none('plan.out-of-reach.tiers')] },
  { rule: 'list.top-heavy', when: [highest('list.top-heavy.reach-up-to'), lowest('list.top-heavy.community-from')] },
  { rule: 'list.no-chance', level: 'list.no-chance.level.watch', when: [highest('list.no-chance.watch-above')] },
  { rule: 'list.backup-thin', when: [lowest('list.backup-thin.minimum')] },
  { rule: 'interview.few', when: [lowest('interview.few.minimum')] },
];

/** Rules that the values in force on a day leave nothing to be raised for. */
export function lintRules(policy: Policy, on: Day): PolicyNotice[] {
  const silent = silences.filter(({ when }) => when.every((end) => isAtEnd(policy, end, on)));
  return silent
    .filter(({ rule, level }) => level === undefined || !silent.some((other) => other.rule === rule && other.level === undefined))
    .map(({ rule, level, when }) => ({
      code: 'rule.silent',
      severity: 'warning',
      keys: when.map(({ key }) => key),
      evidence: { on, rule, level: level === undefined ? null : (valueOn(policy, level, on) as FindingLevel) },
    }));
}

const valueOn = ({ values }: Policy, key: PolicyKey, on: Day): unknown => {
  const value = values[key];
  return value && findEntry<unknown>(value, on)?.value;
};

function isAtEnd(policy: Policy, { key, at }: End, on: Day): boolean {
  const value = valueOn(policy, key, on);
  if (at === 'none') return Array.isArray(value) && value.length === 0;
  const kind = findPolicyValue(key)?.kind;
  return kind?.type === 'number' && value === (at === 'lowest' ? kind.min : kind.max);
}
