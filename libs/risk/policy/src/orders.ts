import type { DailyValues, PolicyKey } from './policy.js';
import type { SeasonCalendar } from './season.js';

/** Keys whose values belong in ascending order; with `apart`, equal neighbours leave the band between them empty. */
export interface Order {
  readonly keys: readonly PolicyKey[];
  readonly apart: boolean;
}

/** A day of the season as a rule works it out from one value: the line itself, or so many days before a mark of the calendar. */
export interface Moment {
  readonly key: keyof DailyValues;
  readonly before?: keyof SeasonCalendar;
}

const ascending = (...keys: PolicyKey[]): Order => ({ keys, apart: false });
const apart = (...keys: PolicyKey[]): Order => ({ keys, apart: true });

/** Numbers, shares, scores, month-days and ranges that have an order. */
export const valueOrders: readonly Order[] = [
  apart('category.A.gap-up-to', 'category.B.gap-up-to'),
  ascending('category.marginal-below', 'category.A.gap-up-to'),
  apart('exam.numeric-step1.clearly-low', 'exam.numeric-step1.mid-range', 'exam.numeric-step1.academic'),
  apart('exam.offset.partly', 'exam.offset.clearly'),
  apart('exam.score-age.watch-years', 'exam.score-age.act-years', 'exam.certification-window'),
  apart('exam.attempts-left.used', 'exam.attempts.maximum'),
  ascending('exam.report-delay.usual', 'exam.report-delay.planned'),
  apart('img.high.step2-up-to', 'img.trigger.step2-below'),
  ascending('img.trigger.failures', 'img.high.failures'),
  apart('img.high.failures', 'img.very-high.failures'),
  apart('usce.best.months', 'usce.recent.months'),
  ascending('usce.amount.months', 'usce.amount.months-best'),
  ascending('letters.total', 'letters.total-best', 'letters.per-program'),
  ascending('letters.specialty', 'letters.total'),
  ascending('letters.us', 'letters.us-best'),
  ascending('letters.educator', 'letters.total'),
  ascending('study.dedicated.weeks-least', 'study.dedicated.weeks-most'),
  ascending('study.practice.interval-least', 'study.practice.interval-most'),
  ascending('study.step2.usual-from', 'study.step2.usual-until'),
  ascending('programs.category.A', 'programs.category.B', 'programs.category.C'),
  ascending('programs.img.moderate', 'programs.img.high', 'programs.img.very-high'),
  apart(
    'specialty.range.less-competitive',
    'specialty.range.mid-competitive',
    'specialty.range.competitive',
    'specialty.range.ultra-competitive',
  ),
  apart(
    'specialty.alternative-range.less-numerically-competitive',
    'specialty.alternative-range.moderately-competitive',
    'specialty.alternative-range.highly-competitive',
  ),
  // Days before an exam or a deadline: what is to happen first lies further ahead.
  apart('practice.no-baseline.act-days', 'practice.no-baseline.watch-days'),
  apart('statement.missing.act-days', 'statement.missing.watch-days'),
  ascending('practice.no-baseline.watch-fewer', 'practice.no-baseline.act-fewer'),
  apart('timeline.step1-late.watch-days', 'timeline.step1-late.act-days'),
  apart('care.overdue-task.watch-days', 'care.overdue-task.act-days'),
  ascending('care.no-meeting.high-risk-days', 'care.no-meeting.at-risk-days'),
];

/** Levels of one rule, the milder case first. */
export const levelOrders: readonly Order[] = [
  ascending('exam.step2-category.level.A', 'exam.step2-category.level.B', 'exam.step2-category.level.C'),
  ascending('exam.step2-failed.level.passed', 'exam.step2-failed.level.open'),
  ascending('exam.step1-failed.level.offset', 'exam.step1-failed.level.passed', 'exam.step1-failed.level.open'),
  ascending('exam.step1-numeric-low.level.academic', 'exam.step1-numeric-low.level.mid-range', 'exam.step1-numeric-low.level.clearly-low'),
  ascending(
    'exam.step2-below-screens.level.common',
    'exam.step2-below-screens.level.img-competitive',
    'exam.step2-below-screens.level.img-many',
  ),
  ascending('exam.score-age.level.watch', 'exam.score-age.level.act'),
  ascending('exam.comlex-only.level.otherwise', 'exam.comlex-only.level.competitive'),
  ascending(
    'practice.step2-below-target.level.target',
    'practice.step2-below-target.level.reach',
    'practice.step2-below-target.level.pass-mark',
  ),
  ascending('practice.no-baseline.level.watch', 'practice.no-baseline.level.act'),
  ascending('timeline.step1-late.level.watch', 'timeline.step1-late.level.act'),
  ascending('timeline.step2-unscheduled.level.watch', 'timeline.step2-unscheduled.level.act'),
  ascending('timeline.step2-late.level.otherwise', 'timeline.step2-late.level.needed'),
  ascending('clinical.usce-stale.level.ageing', 'clinical.usce-stale.level.old'),
  ascending('clinical.usce-short.level.one-site', 'clinical.usce-short.level.short'),
  ascending('clinical.clerkship.level.no-honors', 'clinical.clerkship.level.failed'),
  ascending('letters.too-few.level.before', 'letters.too-few.level.submitted'),
  ascending('letters.specialty.level.before', 'letters.specialty.level.submitted'),
  ascending('plan.no-specialty.level.watch', 'plan.no-specialty.level.act'),
  ascending('plan.no-backup.level.B', 'plan.no-backup.level.C-late'),
  ascending('plan.no-backup.level.C-early', 'plan.no-backup.level.C-late'),
  ascending('list.too-short.level.watch', 'list.too-short.level.act'),
  ascending('list.no-chance.level.note', 'list.no-chance.level.watch'),
  ascending('img.tier.level.moderate', 'img.tier.level.high', 'img.tier.level.very-high'),
  ascending('visa.h1b-only.level.j1', 'visa.h1b-only.level.h1b-only'),
  ascending('record.leave.level.explained', 'record.leave.level.unexplained'),
  ascending('statement.missing.level.watch', 'statement.missing.level.act'),
  ascending('contingency.no-plan.level.watch', 'contingency.no-plan.level.act'),
  ascending('contingency.unmatched.level.planned', 'contingency.unmatched.level.no-plan'),
  ascending('care.no-meeting.level.at-risk', 'care.no-meeting.level.high-risk'),
  ascending('care.overdue-task.level.watch', 'care.overdue-task.level.act'),
];

/** Days of a season that come one after the other: what is watched begins before it is acted on. */
export const momentOrders: readonly (readonly [Moment, Moment])[] = [
  [{ key: 'plan.no-specialty.watch-from' }, { key: 'plan.no-specialty.act-from' }],
  [{ key: 'timeline.step2-unscheduled.watch-from' }, { key: 'timeline.step2-unscheduled.act-from' }],
  [{ key: 'contingency.no-plan.watch-from' }, { key: 'contingency.no-plan.act-days', before: 'monday' }],
  [{ key: 'data.stale.from' }, { key: 'data.stale.until' }],
];

/** Ranges that lie side by side on one scale, the lowest first. */
export const bandRows: readonly (readonly (keyof DailyValues)[])[] = [
  [
    'specialty.range.less-competitive',
    'specialty.range.mid-competitive',
    'specialty.range.competitive',
    'specialty.range.ultra-competitive',
  ],
];
