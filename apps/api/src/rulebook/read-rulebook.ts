import type { Rulebook } from '@matchwatch/contracts';
import { type Day, examNames, specialtyKeys } from '@matchwatch/domain';
import { type Citation, type Policy, resolvePolicy } from '@matchwatch/risk-policy';
import { rulebook } from '@matchwatch/risk-rules';
import { rulesDigest } from '../rules-in-force.js';

/** A citation as a chip and its tooltip: an article by number and section, anything else by its title. */
function basisOf({ ref, id, source, passage }: Citation): Rulebook['rules'][number]['basis'][number] {
  const section = passage?.split(':')[0];
  const label = source.kind === 'article' && section ? `${id} · ${section}` : source.title;
  return { id: ref, label, title: passage ? `${source.title}: ${passage}` : source.title };
}

function passMarksOf({ values }: Policy): Rulebook['passMarks'] {
  return examNames.flatMap((exam) => {
    const key = `exam.pass-mark.${exam}` as keyof Policy['values'];
    const mark = values[key];
    return mark
      ? Object.entries(mark.values).map(([since, entry]) => ({ exam, since: since as Day, mark: (entry as { value: number }).value }))
      : [];
  });
}

/** The rules and the numbers people meet most, as in force on a day. */
export function readRulebook(policy: Policy, day: Day): Rulebook {
  const values = resolvePolicy(policy, day);
  return {
    policy: policy.version,
    rulesDigest,
    rules: rulebook.map(({ code, area, about, basis }) => ({ code, area, about, basis: basis.map(basisOf) })),
    ranges: specialtyKeys.map((specialty) => {
      const tier = values[`specialty.tier.${specialty}`];
      const range = tier ? values[`specialty.range.${tier}`] : undefined;
      return { specialty, tier, low: range?.low ?? null, high: range?.high ?? null };
    }),
    passMarks: passMarksOf(policy),
  };
}
