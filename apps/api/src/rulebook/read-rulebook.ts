import type { Rulebook } from '@matchwatch/contracts';
import { type Day, examNames, type PolicyChanges, specialtyKeys } from '@matchwatch/domain';
import { type Policy, resolvePolicy, showCitation } from '@matchwatch/risk-policy';
import { rulebook } from '@matchwatch/risk-rules';
import { rulesDigest } from '../rules-in-force.js';

function passMarksOf({ values }: Policy): Rulebook['passMarks'] {
  return examNames.flatMap((exam) => {
    const key = `exam.pass-mark.${exam}` as keyof Policy['values'];
    const mark = values[key];
    return mark
      ? Object.entries(mark.values).map(([since, entry]) => ({ exam, since: since as Day, mark: (entry as { value: number }).value }))
      : [];
  });
}

/** The rules and the numbers people meet most, as in force on a day; `changes` is what the policy says otherwise than the default. */
export function readRulebook(policy: Policy, changes: PolicyChanges, day: Day): Rulebook {
  const values = resolvePolicy(policy, day);
  return {
    policy: policy.version,
    changes,
    rulesDigest,
    rules: rulebook.map(({ code, area, about, basis }) => ({ code, area, about, basis: basis.map(showCitation) })),
    ranges: specialtyKeys.map((specialty) => {
      const tier = values[`specialty.tier.${specialty}`];
      const range = tier ? values[`specialty.range.${tier}`] : undefined;
      return { specialty, tier, low: range?.low ?? null, high: range?.high ?? null };
    }),
    passMarks: passMarksOf(policy),
  };
}
