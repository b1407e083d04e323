import type { Area, EvidenceOf } from '@matchwatch/domain';
import type { Verdict } from './verdict.js';

type AreaCode = `${Area}.${string}`;

/** How rules say whom they ask: a `Scope` is written on a rule, and an `Audience` is what applicants share who are asked the same rules. */
export interface Scoping<Values, Scope, Audience> {
  /** The policy keys a scope reads. */
  keysOf(scope: Scope): readonly (keyof Values & string)[];
  isAsked(scope: Scope, audience: Audience, values: Values): boolean;
}

/** One question about an applicant, ready to be bound to the policy of a day. */
export interface Rule<View, Values, Audience = unknown> {
  /** `area.fact`, stable for ever. */
  readonly code: AreaCode;
  readonly area: Area;
  /** Raised by hand whenever the rule would answer the same facts and policy differently. */
  readonly revision: number;
  /** What it watches, in one line for the rulebook page. */
  readonly about: string;
  /** Citations into the register of sources, `id#locator`. */
  readonly basis: readonly string[];
  /** The policy keys the rule and its scope read themselves; what its view is made of is read by the view. */
  readonly policyKeys: readonly (keyof Values & string)[];
  /** Whether the rule is asked of an audience; it is clear for everybody else. */
  isAsked(audience: Audience, values: Values): boolean;
  /** The rule with its policy fixed, for any number of applicants. */
  bind(values: Values): (view: View) => Verdict;
}

/** A rule as it is written: `policy` gives each key it reads a short name, and `assess` receives the values under those names. */
export interface RuleDefinition<View, Values, Scope, Code extends AreaCode, Names extends Readonly<Record<string, keyof Values & string>>> {
  readonly code: Code;
  readonly revision: number;
  readonly about: string;
  readonly basis: readonly [string, ...string[]];
  /** Whom the rule asks; without it, everybody. */
  readonly asks?: Scope;
  readonly policy: Names;
  readonly assess: (view: View, policy: { readonly [N in keyof Names]: Values[Names[N]] }) => Verdict<EvidenceOf<Code>>;
}

/** A `defineRule` for one kind of view, one map of policy values and one way to say whom rules ask. */
export const ruleDefiner =
  <View, Values, Scope = never, Audience = unknown>(scoping?: Scoping<Values, Scope, Audience>) =>
  <const Code extends AreaCode, const Names extends Readonly<Record<string, keyof Values & string>>>(
    definition: RuleDefinition<View, Values, Scope, Code, Names>,
  ): Rule<View, Values, Audience> => {
    const { code, revision, about, basis, asks, policy: names, assess } = definition;
    return {
      code,
      area: code.slice(0, code.indexOf('.')) as Area,
      revision,
      about,
      basis,
      policyKeys: [...Object.values(names), ...(scoping === undefined || asks === undefined ? [] : scoping.keysOf(asks))],
      isAsked: (audience, values) => scoping === undefined || asks === undefined || scoping.isAsked(asks, audience, values),
      bind(values) {
        const policy = Object.fromEntries(Object.entries(names).map(([name, key]) => [name, values[key]])) as {
          readonly [N in keyof Names]: Values[Names[N]];
        };
        return (view) => assess(view, policy);
      },
    };
  };
