import type { Area, EvidenceOf } from '@matchwatch/domain';
import type { Verdict } from './verdict.js';

type AreaCode = `${Area}.${string}`;

/** One question about an applicant, ready to be bound to the policy of a day. */
export interface Rule<View, Values> {
  /** `area.fact`, stable for ever. */
  readonly code: AreaCode;
  readonly area: Area;
  /** Raised by hand whenever the rule would answer the same facts and policy differently. */
  readonly revision: number;
  /** What it watches, in one line for the rulebook page. */
  readonly about: string;
  /** Citations into the register of sources, `id#locator`. */
  readonly basis: readonly string[];
  /** The policy keys the rule reads itself; what its view is made of is read by the view. */
  readonly policyKeys: readonly (keyof Values & string)[];
  /** The rule with its policy fixed, for any number of applicants. */
  bind(values: Values): (view: View) => Verdict;
}

/** A rule as it is written: `policy` gives each key it reads a short name, and `assess` receives the values under those names. */
export interface RuleDefinition<View, Values, Code extends AreaCode, Names extends Readonly<Record<string, keyof Values & string>>> {
  readonly code: Code;
  readonly revision: number;
  readonly about: string;
  readonly basis: readonly [string, ...string[]];
  readonly policy: Names;
  readonly assess: (view: View, policy: { readonly [N in keyof Names]: Values[Names[N]] }) => Verdict<EvidenceOf<Code>>;
}

/** A `defineRule` for one kind of view and one map of policy values. */
export const ruleDefiner =
  <View, Values>() =>
  <const Code extends AreaCode, const Names extends Readonly<Record<string, keyof Values & string>>>(
    definition: RuleDefinition<View, Values, Code, Names>,
  ): Rule<View, Values> => ({
    code: definition.code,
    area: definition.code.slice(0, definition.code.indexOf('.')) as Area,
    revision: definition.revision,
    about: definition.about,
    basis: definition.basis,
    policyKeys: Object.values(definition.policy),
    bind(values) {
      const { assess } = definition;
      const policy = Object.fromEntries(Object.entries(definition.policy).map(([name, key]) => [name, values[key]])) as {
        readonly [N in keyof Names]: Values[Names[N]];
      };
      return (view) => assess(view, policy);
    },
  });
