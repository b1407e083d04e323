import { trialsOf } from '@matchwatch/demo';
import { answerPartsOfPolicyKey, defaultPolicy, policyKeysOfRule, rules, rulesOfPolicyKey } from '@matchwatch/risk-rules';
import { tracePolicyUse } from '@matchwatch/risk-rules/trace';
import { describe, expect, it } from 'vitest';

const families = ['specialty.tier.', 'specialty.range.', 'signals.', 'season.'];
const keys = Object.keys(defaultPolicy.values);

/** The traced keys, a family of which all are read under one name. */
function told(read: ReadonlySet<string>): string[] {
  const whole = families.filter((family) => keys.filter((key) => key.startsWith(family)).every((key) => read.has(key)));
  const single = keys.filter((key) => read.has(key) && !whole.some((family) => key.startsWith(family)));
  return [...whole.map((family) => `${family}*`), ...single];
}

describe('what a policy key is used for', () => {
  it('is as traced: run this spec with -u when a rule or its view reads another key', { timeout: 60_000 }, async () => {
    const use = tracePolicyUse(trialsOf(2027));
    const order = [...rules.map(({ code }) => code as string), ...[...use.keys()].filter((code) => code.startsWith('answer.'))];
    const lines = order.map((code) => [code, ...told(use.get(code) ?? new Set())].join(' '));
    const text = `/** Written by test/architecture/policy-use.spec.ts: the policy keys that each rule, and each part of an answer, reads through its view. */\nexport const policyUseTable = \`\n${lines.join('\n')}\n\`;\n`;
    await expect(text).toMatchFileSnapshot('../../libs/risk/rules/src/policy-use/policy-use.table.ts');
  });

  it.each<[string, string[]]>([
    ['category.B.gap-up-to', ['exam.step2-category', 'plan.no-backup', 'list.top-heavy']],
    ['specialty.range.competitive', ['exam.step2-category', 'practice.step2-below-target']],
    ['exam.pass-mark.step2ck', ['exam.step2-category', 'exam.step2-failed', 'img.tier']],
    ['img.trigger.step2-below', ['img.tier', 'contingency.no-plan']],
    ['usce.kinds', ['clinical.no-usce', 'img.tier']],
    ['signals.dermatology', ['list.signals']],
    ['season.2027', ['timeline.step2-late', 'letters.too-few', 'contingency.rank-list']],
    ['season.2031', ['timeline.step2-late', 'letters.too-few', 'contingency.rank-list']],
    ['interview.few.minimum', ['interview.few']],
  ])('%s is used by %j', (key, codes) => expect(rulesOfPolicyKey(key)).toEqual(expect.arrayContaining(codes)));

  it.each<[string, string]>([
    ['signals.dermatology', 'exam.step2-category'],
    ['exam.pass-mark.step1', 'exam.step2-failed'],
    ['exam.failures.counted', 'interview.few'],
    ['category.near-pass-margin', 'img.tier'],
    ['img.trigger.step2-below', 'exam.step2-failed'],
  ])('%s is not used by %s', (key, code) => expect(rulesOfPolicyKey(key)).not.toContain(code));

  it('names parts of an answer beside the rules', () => {
    expect(answerPartsOfPolicyKey('risk.stacking.act-areas')).toEqual(['risk-level']);
    expect(answerPartsOfPolicyKey('programs.category.A')).toEqual(['program-target']);
    expect(answerPartsOfPolicyKey('exam.screens')).toContain('strengths');
    expect(answerPartsOfPolicyKey('specialty.tier.urology')).toContain('categories');
  });

  it('holds every key that a rule reads itself', () => {
    for (const { code, policyKeys } of rules) expect(policyKeysOfRule(code)).toEqual(expect.arrayContaining([...policyKeys]));
    expect(policyKeysOfRule('no.rule')).toEqual([]);
  });
});
