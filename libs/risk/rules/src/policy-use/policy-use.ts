import { defaultPolicy } from '@matchwatch/risk-policy';
import { rules } from '../rules.js';
import { policyUseTable } from './policy-use.table.js';

/** Parts of an answer besides its findings that rest on the policy. */
export const answerParts = ['risk-level', 'categories', 'img-tier', 'program-target', 'strengths', 'advice'] as const;
export type AnswerPart = (typeof answerParts)[number];

const keysThroughView: ReadonlyMap<string, readonly string[]> = new Map(
  policyUseTable
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...keys] = line.split(' ');
      return [code, keys.flatMap(expanded)] as const;
    }),
);

/** `signals.*` stands for every key that begins so. */
function expanded(key: string): string[] {
  return key.endsWith('.*') ? Object.keys(defaultPolicy.values).filter((each) => each.startsWith(key.slice(0, -1))) : [key];
}

const keysByRule: ReadonlyMap<string, readonly string[]> = new Map(
  rules.map(({ code, policyKeys }) => [code as string, [...new Set<string>([...policyKeys, ...(keysThroughView.get(code) ?? [])])]]),
);

/** The policy keys that decide what a rule says: those it reads itself, then those behind the facts it is told. Empty for no rule. */
export const policyKeysOfRule = (code: string): readonly string[] => keysByRule.get(code) ?? [];

/** Codes of the rules that a policy key can make say something else, in display order. */
export const rulesOfPolicyKey = (key: string): readonly string[] =>
  rules.flatMap(({ code }) => (keysByRule.get(code)?.includes(asKnown(key)) ? [code] : []));

/** Parts of an answer besides its findings that a policy key can change. */
export const answerPartsOfPolicyKey = (key: string): readonly AnswerPart[] =>
  answerParts.filter((part) =>
    part === 'advice'
      ? key.startsWith('advice.')
      : keysThroughView.get(`answer.${part}`)?.includes(asKnown(key)) || (part === 'risk-level' && key.startsWith('risk.stacking.')),
  );

/** A season that only the school knows is used as every other is. */
const asKnown = (key: string): string => (key.startsWith('season.') && !Object.hasOwn(defaultPolicy.values, key) ? 'season.2027' : key);
