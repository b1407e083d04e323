import {
  type ApplicantType,
  type ApplicantView,
  type Day,
  type FilterJoin,
  type FindingLevel,
  findingLevels,
  findingRank,
  type ImgTier,
  type RiskLevel,
  restrictedRuleCodes,
  riskLevels,
  riskRank,
  type ScoreCategory,
  type SpecialtyKey,
} from '@matchwatch/domain';
import { isWholeSchool, scopeCondition } from '../access/scope-condition.js';
import type { Parameters } from '../parameters.js';

/** Conditions that all hold; lists mean "any of". */
export interface CriteriaGroup {
  id?: readonly number[] | undefined;
  /** Words that must all occur in name, id or e-mail. */
  q?: string | undefined;
  season?: number | undefined;
  riskLevel?: readonly RiskLevel[] | undefined;
  applicantType?: readonly ApplicantType[] | undefined;
  specialty?: readonly SpecialtyKey[] | undefined;
  noSpecialty?: boolean | undefined;
  category?: readonly ScoreCategory[] | undefined;
  imgTier?: readonly ImgTier[] | undefined;
  advisor?: string | undefined;
  noAdvisor?: boolean | undefined;
  /** Code of a rule with an open flag. */
  rule?: string | undefined;
  /** Lowest level of an open flag. */
  flagLevel?: FindingLevel | undefined;
  /** The level changed after this day. */
  changedSince?: Day | undefined;
  /** Which way the level went since the end of `changedSince`. */
  direction?: LevelDirection | undefined;
  /** The record has not changed since this day. */
  staleSince?: Day | undefined;
  /** The next thing due is due from the first to the second of these days, or before the third. */
  dueFrom?: Day | undefined;
  dueBy?: Day | undefined;
  dueBefore?: Day | undefined;
  /** Never met, or not since this day. */
  notSeenSince?: Day | undefined;
}

/** What the applicants list may be narrowed by. */
export interface ApplicantCriteria extends CriteriaGroup {
  /** Groups of which one, or each, holds beside the rest. */
  where?: { readonly join: FilterJoin; readonly of: readonly CriteriaGroup[] } | undefined;
  /** In this hand-picked group; whether the reader may know the group is the caller's to ask. */
  inGroup?: number | undefined;
}

export const levelDirections = ['new', 'worse', 'better'] as const;
/** `new` had no level before. */
export type LevelDirection = (typeof levelDirections)[number];

/** The criteria behind the counted filters of the list. */
export const facets = ['riskLevel', 'applicantType', 'specialty', 'category', 'imgTier', 'rule'] as const;
export type Facet = (typeof facets)[number];

/** Risk levels in the order of their rank, so that `array_position` − 1 is the rank. */
export const levelsByRank: readonly RiskLevel[] = [...riskLevels].sort((a, b) => riskRank[a] - riskRank[b]);

/**
 * The level of an applicant at the end of a day, by its level changes; null when there was none yet. `s` is the summary row. Where it is
 * needed more than once, a lateral select with `offset 0` asks for it once: without that each mention becomes a look of its own.
 */
export const levelAtEndOf = (day: string) => `(
  select change.new_level from level_change change
  where change.school_id = s.school_id and change.applicant_id = s.applicant_id and change.on_day <= ${day}
  order by change.on_day desc, change.run_id desc limit 1)`;

/** Which way the level went against an earlier one, as SQL; null when it is the same. */
export const directionAgainst = (earlier: string, ranks: string) => `
  case when ${earlier} is null then 'new'
       when s.risk_rank > array_position(${ranks}::text[], ${earlier}) - 1 then 'worse'
       when s.risk_rank < array_position(${ranks}::text[], ${earlier}) - 1 then 'better' end`;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

function flagCondition({ rule, flagLevel }: CriteriaGroup, p: Parameters): string | undefined {
  if (rule === undefined) return undefined;
  const levels = flagLevel
    ? ` and f.level = any (${p.add(findingLevels.filter((level) => findingRank[level] >= findingRank[flagLevel]))}::text[])`
    : '';
  return `exists (select from flag f where f.school_id = s.school_id and f.applicant_id = s.applicant_id and f.closed_run is null
            and f.rule_code = ${p.add(rule)}${levels})`;
}

function levelCondition({ changedSince, direction }: CriteriaGroup, p: Parameters): string[] {
  if (changedSince === undefined) return [];
  const day = `${p.add(changedSince)}::date`;
  const changed = [`s.level_since > ${day}`];
  if (direction) {
    const before = `(select ${levelAtEndOf(day)} as level offset 0) as before`;
    changed.push(`exists (select from ${before} where ${directionAgainst('before.level', p.add(levelsByRank))} = ${p.add(direction)})`);
  }
  return changed;
}

const has = (column: string, absent: boolean | undefined): string[] =>
  absent === undefined ? [] : [`${column} is ${absent ? '' : 'not '}null`];

// The rank is what the index holds; the level tells those apart who have none yet.
function riskCondition(levels: readonly RiskLevel[] | undefined, p: Parameters): string | undefined {
  if (levels === undefined) return undefined;
  return `s.risk_rank = any (${p.add(levels.map((level) => riskRank[level]))}::smallint[]) and s.risk_level is not null`;
}

/** The criteria that are counted as facets, each as its own condition over the summary row `s`; only those that are set. */
export function facetConditions(criteria: CriteriaGroup, p: Parameters): Partial<Record<Facet, string>> {
  const anyOf = (column: string, values: readonly string[] | undefined) => values && `${column} = any (${p.add(values)}::text[])`;
  const conditions = {
    riskLevel: riskCondition(criteria.riskLevel, p),
    applicantType: anyOf('s.applicant_type', criteria.applicantType),
    specialty: anyOf('s.primary_specialty', criteria.specialty),
    category: anyOf('s.category', criteria.category),
    imgTier: anyOf('s.img_tier', criteria.imgTier),
    rule: flagCondition(criteria, p),
  };
  return Object.fromEntries(Object.entries(conditions).filter(([, condition]) => condition !== undefined));
}

/** Every word of a search must be found somewhere in the names, the id or the address. */
function searchCondition(schoolId: string, q: string | undefined, p: Parameters): string[] {
  const words = q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  if (words.length === 0) return [];
  const found = words.map((word) => `search_text like ${p.add(`%${escapeLike(word)}%`)}`);
  // Trap: within the list's own query, which a policy is part of, no index would be asked for a leaky condition; `offset 0` keeps it apart.
  return [
    `s.applicant_id in (select applicant_id from applicant_searched where school_id = ${p.add(schoolId)} and ${found.join(' and ')} offset 0)`,
  ];
}

/** All other criteria, as conditions over the summary row `s`. */
export function otherConditions(schoolId: string, criteria: CriteriaGroup, p: Parameters): string[] {
  const conditions = [`s.school_id = ${p.add(schoolId)}`];
  if (criteria.season !== undefined) conditions.push(`s.season = ${p.add(criteria.season)}`);
  if (criteria.id) conditions.push(`s.applicant_id = any (${p.add(criteria.id)}::integer[])`);
  conditions.push(...searchCondition(schoolId, criteria.q, p));
  if (criteria.advisor !== undefined) conditions.push(`s.advisor = lower(${p.add(criteria.advisor)})`);
  conditions.push(...has('s.advisor', criteria.noAdvisor), ...has('s.primary_specialty', criteria.noSpecialty));
  if (criteria.flagLevel && criteria.rule === undefined) {
    const levels = findingLevels.filter((level) => findingRank[level] >= findingRank[criteria.flagLevel as FindingLevel]);
    conditions.push(`(${levels.map((level) => `s.open_${level} > 0`).join(' or ')})`);
  }
  conditions.push(...levelCondition(criteria, p));
  if (criteria.dueFrom !== undefined) conditions.push(`s.next_due_on >= ${p.add(criteria.dueFrom)}::date`);
  if (criteria.dueBy !== undefined) conditions.push(`s.next_due_on <= ${p.add(criteria.dueBy)}::date`);
  if (criteria.dueBefore !== undefined) conditions.push(`s.next_due_on < ${p.add(criteria.dueBefore)}::date`);
  if (criteria.notSeenSince !== undefined)
    conditions.push(`(s.last_meeting_on is null or s.last_meeting_on < ${p.add(criteria.notSeenSince)}::date)`);
  if (criteria.staleSince !== undefined) conditions.push(`s.changed_on < ${p.add(criteria.staleSince)}::date`);
  return conditions;
}

const riskCriteria = [
  'riskLevel',
  'category',
  'imgTier',
  'rule',
  'flagLevel',
  'changedSince',
  'dueFrom',
  'dueBy',
  'dueBefore',
  'notSeenSince',
] as const;

/** What keeps the list to those a person may see, and what it is narrowed by to what they may see of them; over the summary row `s`. */
export function viewConditions(schoolId: string, view: ApplicantView, criteria: ApplicantCriteria, p: Parameters): string[] {
  const found = isWholeSchool(view.find) ? [] : [scopeCondition(view.find, p)];
  return [...found, ...openConditions(view, criteria, p), ...joinedConditions(schoolId, view, criteria, p)];
}

/** The groups of a filter; each is narrowed to what the person may see of those it asks about, so that no group tells by another's way. */
function joinedConditions(schoolId: string, view: ApplicantView, { where, inGroup }: ApplicantCriteria, p: Parameters): string[] {
  const group =
    inGroup === undefined
      ? []
      : [
          `s.applicant_id in (select m.applicant_id from cohort_membership m
             where m.school_id = ${p.add(schoolId)} and m.view_id = ${p.add(inGroup)} and m.left_on is null)`,
        ];
  if (!where) return group;
  const each = where.of.map((part) => {
    const conditions = [
      ...otherConditions(schoolId, part, p),
      ...openConditions(view, part, p),
      ...Object.values(facetConditions(part, p)),
    ];
    return `(${conditions.join(' and ')})`;
  });
  return [...group, `(${each.join(where.join === 'any' ? ' or ' : ' and ')})`];
}

/** Narrows conditions that tell of risk or wellbeing to those for whom that is open to the person. */
function openConditions(view: ApplicantView, criteria: CriteriaGroup, p: Parameters): string[] {
  const conditions: string[] = [];
  const asksForRisk = riskCriteria.some((criterion) => criteria[criterion] !== undefined);
  if (asksForRisk && !isWholeSchool(view.risk)) conditions.push(scopeCondition(view.risk, p));
  if (isWholeSchool(view.wellbeing)) return conditions;
  if (criteria.rule !== undefined && restrictedRuleCodes.has(criteria.rule)) conditions.push(scopeCondition(view.wellbeing, p));
  if (criteria.rule === undefined && criteria.flagLevel !== undefined) {
    const levels = findingLevels.filter((level) => findingRank[level] >= findingRank[criteria.flagLevel as FindingLevel]);
    // A restricted flag alone does not count for whoever must not know of it.
    conditions.push(`(${scopeCondition(view.wellbeing, p)} or exists (
      select from flag f where f.school_id = s.school_id and f.applicant_id = s.applicant_id and f.closed_run is null
        and f.level = any (${p.add(levels)}::text[]) and f.rule_code <> all (${p.add([...restrictedRuleCodes])}::text[])))`);
  }
  return conditions;
}

/** Everything a filter asks of the applicants in a view, as one condition over the summary row `s`. */
export const conditionsOf = (schoolId: string, view: ApplicantView, criteria: ApplicantCriteria, p: Parameters): string =>
  [
    ...otherConditions(schoolId, criteria, p),
    ...viewConditions(schoolId, view, criteria, p),
    ...Object.values(facetConditions(criteria, p)),
  ].join(' and ');

/** Whom a reader may be told to have been in what a filter shows, in whatever way it asks about them: those of whom all that is open. */
export function pastConditions(view: ApplicantView, { where, ...criteria }: ApplicantCriteria, p: Parameters): string[] {
  const parts: readonly CriteriaGroup[] = [criteria, ...(where?.of ?? [])];
  const asksForRisk = parts.some((part) => riskCriteria.some((criterion) => part[criterion] !== undefined));
  const asksForWellbeing = parts.some(({ rule, flagLevel }) =>
    rule === undefined ? flagLevel !== undefined : restrictedRuleCodes.has(rule),
  );
  const scopes = [view.find, ...(asksForRisk ? [view.risk] : []), ...(asksForWellbeing ? [view.wellbeing] : [])];
  return scopes.filter((scope) => !isWholeSchool(scope)).map((scope) => scopeCondition(scope, p));
}
