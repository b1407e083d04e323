import type { ValuesOf } from '@matchwatch/risk-engine';
import type { PolicyValue } from './entry.js';
import type { SeasonCalendar } from './season.js';
import { adviceValues } from './values/advice.js';
import { applicationValues } from './values/application.js';
import { careRuleValues } from './values/care-rules.js';
import { caseworkValues } from './values/casework.js';
import { categoryValues } from './values/category.js';
import { challengeValues } from './values/challenge.js';
import { clinicalRuleValues } from './values/clinical-rules.js';
import { componentValues } from './values/components.js';
import { contingencyRuleValues } from './values/contingency-rules.js';
import { effortValues } from './values/effort.js';
import { examRuleValues } from './values/exam-rules.js';
import { examValues, passMarkValues } from './values/exams.js';
import { imgValues } from './values/img.js';
import { letterRuleValues } from './values/letter-rules.js';
import { listRuleValues } from './values/list-rules.js';
import { otherRuleValues } from './values/other-rules.js';
import { planRuleValues } from './values/plan-rules.js';
import { practiceRuleValues } from './values/practice-rules.js';
import { recordRuleValues } from './values/record-rules.js';
import { scholarlyRuleValues } from './values/scholarly-rules.js';
import { seasonValues } from './values/seasons.js';
import { signalValues } from './values/signals.js';
import { specialtyValues } from './values/specialties.js';
import { statementRuleValues } from './values/statement-rules.js';
import { timelineRuleValues } from './values/timeline-rules.js';

const daily = {
  ...specialtyValues,
  ...categoryValues,
  ...examValues,
  ...imgValues,
  ...applicationValues,
  ...examRuleValues,
  ...practiceRuleValues,
  ...timelineRuleValues,
  ...clinicalRuleValues,
  ...letterRuleValues,
  ...scholarlyRuleValues,
  ...planRuleValues,
  ...signalValues,
  ...listRuleValues,
  ...recordRuleValues,
  ...statementRuleValues,
  ...contingencyRuleValues,
  ...careRuleValues,
  ...otherRuleValues,
  ...caseworkValues,
  ...adviceValues,
  ...effortValues,
  ...componentValues,
  ...challengeValues,
};

/** Values read by the day of the assessment. */
export type DailyValues = typeof daily;
/** Pass marks, read by the day of the exam. */
export type PassMarks = typeof passMarkValues;
/** The calendars of the seasons that are known, by Match year. */
export type SeasonValues = { readonly [K in `season.${number}`]?: PolicyValue<SeasonCalendar> };
/** Every dated value, by its stable key. */
export type PolicyValues = DailyValues & PassMarks & SeasonValues;
export type PolicyKey = keyof PolicyValues;

/** The daily values as in force on one day. */
export type ResolvedValues = ValuesOf<DailyValues>;

/** The numbers that rules use: dated, cited, versioned. */
export interface Policy {
  readonly version: string;
  readonly values: PolicyValues;
}

/** What the articles and the public facts say: every school's policy until it publishes its own. */
export const defaultPolicy: Policy = { version: 'articles-2026.1', values: { ...daily, ...passMarkValues, ...seasonValues } };

/** A policy under a new version that changes only the values given; each given value replaces the whole dated value of its key. */
export const revisePolicy = (base: Policy, version: string, values: Partial<PolicyValues>): Policy => ({
  version,
  values: { ...base.values, ...values },
});

/** Keys of the values that every assessment resolves. */
export const dailyKeys = Object.keys(daily) as (keyof DailyValues)[];
