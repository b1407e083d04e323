import type { Advice, Answer, ApplicantRecord, Area, Casework, Day, Finding, RiskLevel, UnknownFinding } from '@matchwatch/domain';
import { type Stacking, standingOf } from './risk-level.js';
import type { Rule } from './rule.js';
import type { Verdict } from './verdict.js';

/** What is known about a record besides its content. */
export interface RecordContext {
  /** The day the record last changed. */
  readonly changedOn?: Day | undefined;
  /** What the school has done; without it, nothing is said about the school's response but what the record shows. */
  readonly casework?: Casework | undefined;
}

/** The answer for one record, on the day and with the policy the assessor was made for. Pure: same record, same answer. */
export type Assessor = (record: ApplicantRecord, context?: RecordContext) => Answer;

/** What an answer says beside its findings. */
export type AnswerFacts = Pick<Answer, 'categories' | 'imgTier' | 'programTarget' | 'strengths'>;

/** An applicant whose level is known, as rules about the school's response see them. */
export interface Assessed<View> {
  readonly applicant: View;
  readonly riskLevel: RiskLevel;
  readonly findings: readonly Finding[];
  readonly unknown: readonly UnknownFinding[];
  readonly casework: Casework | undefined;
}

/** Everything an assessor is compiled from. */
export interface AssessorParts<View, Values, Audience = unknown> {
  readonly asOf: Day;
  readonly policyVersion: string;
  readonly values: Values;
  readonly rules: readonly Rule<View, Values, Audience>[];
  /** Asked once the level is known; what they raise are care gaps, which never move it. */
  readonly careRules: readonly Rule<Assessed<View>, Values>[];
  readonly stacking: Stacking;
  view(record: ApplicantRecord, context: RecordContext): View;
  /** The applicants with whom one shares all rules that are asked: the same object for each of them. */
  audience(view: View): Audience;
  /** Paths of essential facts that the record lacks. */
  missingEssentials(view: View): readonly string[];
  facts(view: View): AnswerFacts;
  /** What to do about the findings and the care gaps. */
  advise(view: View, findings: readonly Finding[], careGaps: readonly Finding[]): readonly Advice[];
}

const noContext: RecordContext = Object.freeze({});
const none: readonly never[] = Object.freeze([]);

/** A rule with its policy fixed. */
interface BoundRule<View> {
  readonly code: string;
  readonly area: Area;
  readonly judge: (view: View) => Verdict;
}

/** Binds every rule to its policy once and tells once whom it is asked, so that each record costs only its own facts. */
export function compileAssessor<View, Values, Audience = unknown>(parts: AssessorParts<View, Values, Audience>): Assessor {
  const { asOf, policyVersion: policy, stacking, values } = parts;
  const bind = <V>({ code, area, bind }: Rule<V, Values, Audience>): BoundRule<V> => ({ code, area, judge: bind(values) });
  const bound = parts.rules.map((rule) => ({ rule, bound: bind(rule) }));
  const careRules = parts.careRules.map(bind);
  const askedOf = new Map<Audience, readonly BoundRule<View>[]>();
  const rulesOf = (audience: Audience) => {
    let asked = askedOf.get(audience);
    if (asked === undefined) {
      asked = bound.filter(({ rule }) => rule.isAsked(audience, values)).map((each) => each.bound);
      askedOf.set(audience, asked);
    }
    return asked;
  };

  return (record, context = noContext) => {
    const view = parts.view(record, context);
    const rules = rulesOf(parts.audience(view));
    let findings: Finding[] | undefined;
    let unknown: UnknownFinding[] | undefined;
    for (let i = 0; i < rules.length; i++) {
      const { code, area, judge } = rules[i] as BoundRule<View>;
      const verdict = judge(view);
      if (verdict.is === 'raised') findings = append(findings, { code, area, level: verdict.level, evidence: verdict.evidence });
      else if (verdict.is === 'unknown') unknown = append(unknown, { code, missing: verdict.missing });
    }
    const { riskLevel, setBy } = standingOf(findings ?? none, parts.missingEssentials(view), stacking);

    const { casework } = context;
    const assessed: Assessed<View> = { applicant: view, riskLevel, findings: findings ?? none, unknown: unknown ?? none, casework };
    let careGaps: Finding[] | undefined;
    let careUnknown: UnknownFinding[] | undefined;
    for (let i = 0; i < careRules.length; i++) {
      const { code, area, judge } = careRules[i] as BoundRule<Assessed<View>>;
      const verdict = judge(assessed);
      if (verdict.is === 'raised') careGaps = append(careGaps, { code, area, level: verdict.level, evidence: verdict.evidence });
      // A record alone lacks nothing because it says nothing of the school.
      else if (verdict.is === 'unknown' && casework !== undefined) careUnknown = append(careUnknown, { code, missing: verdict.missing });
    }
    if (careUnknown !== undefined) unknown = unknown === undefined ? careUnknown : unknown.concat(careUnknown);

    const { categories, imgTier, programTarget, strengths } = parts.facts(view);
    return {
      externalId: record.externalId,
      asOf,
      policy,
      riskLevel,
      setBy,
      categories,
      imgTier,
      programTarget,
      findings: findings ?? none,
      unknown: unknown ?? none,
      strengths,
      careGaps: careGaps ?? none,
      advice: parts.advise(view, findings ?? none, careGaps ?? none),
    };
  };
}

// Most lists stay empty or hold one item; an empty array that is pushed to reserves room for many.
function append<T>(list: T[] | undefined, item: T): T[] {
  if (list === undefined) return [item];
  list.push(item);
  return list;
}
