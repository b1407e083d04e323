/** How serious one finding is, mildest first. */
export const findingLevels = ['note', 'watch', 'act', 'urgent'] as const;
export type FindingLevel = (typeof findingLevels)[number];

/** Where an applicant stands. `not-assessable` is outside the order: it is never better than on track. */
export const riskLevels = ['on-track', 'watch', 'at-risk', 'high-risk', 'not-assessable'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** Sort key for lists: most urgent first when descending; "cannot assess" stands between on track and watch, so it is never lost at the end. */
export const riskRank: Readonly<Record<RiskLevel, number>> = {
  'on-track': 0,
  'not-assessable': 1,
  watch: 2,
  'at-risk': 3,
  'high-risk': 4,
};

/** The order of finding levels as numbers, `note` = 0. */
export const findingRank: Readonly<Record<FindingLevel, number>> = { note: 0, watch: 1, act: 2, urgent: 3 };

/** Areas of the rulebook, in display order. */
export const areas = [
  'exam',
  'practice',
  'timeline',
  'clinical',
  'letters',
  'scholarly',
  'plan',
  'list',
  'img',
  'visa',
  'record',
  'statement',
  'interview',
  'contingency',
  'care',
  'data',
] as const;
export type Area = (typeof areas)[number];

/** Areas that describe the school's response or the data and so never move an applicant's risk level. */
export const areasWithoutRisk: ReadonlySet<Area> = new Set<Area>(['care', 'data']);
