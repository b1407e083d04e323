import {
  applicantTypes,
  type ChoiceKind,
  type ChoiceName,
  contingencyPaths,
  type Day,
  examNames,
  experienceKinds,
  type FindingLevel,
  letterWriters,
  type MonthDay,
  type NumberKind,
  type SpecialtyTier,
  specialtyKeys,
  specialtyTiers,
  type ValueKind,
  visaNeeds,
} from '@matchwatch/domain';
import { type SeasonCalendar, type SeasonLine, seasonMarks } from './season.js';

declare const valueType: unique symbol;

/** A kind of value that is known to hold values of one type. */
export type KindOf<T> = ValueKind & { readonly [valueType]?: T };

/** Whole numbers from `min` to `max`, or in finer steps. */
export const amount = (unit: string, min: number, max: number, step = 1) =>
  ({ type: 'number', unit, min, max, step }) satisfies NumberKind as NumberKind & KindOf<number>;

/** How many of something. */
export const count = (unit: string, max = 1000) => amount(unit, 0, max);

/** A score of a Step. */
export const stepScore = amount('points', 1, 300);
/** A distance between two scores of a Step. */
export const points = amount('points', 0, 300);
export const perCent = amount('per cent', 0, 100);
export const days = count('days', 3650);
export const weeks = count('weeks', 104);
export const months = count('months', 240);
export const years = count('years', 60);
export const letters = count('letters', 20);
export const attempts = amount('attempts', 1, 30);
export const sites = count('sites', 20);
export const programs = count('programs', 500);
export const dollars = amount('US dollars', 0, 10_000, 0.01);

export const findingLevel: KindOf<FindingLevel> = { type: 'level', unit: 'finding level' };
export const examDay: KindOf<Day> = { type: 'day', unit: 'exam day' };
export const monthAndDay: KindOf<MonthDay> = { type: 'month-day', unit: 'month and day' };
export const seasonDay: KindOf<SeasonLine> = { type: 'season-line', unit: 'day of the season' };
export const calendar: KindOf<SeasonCalendar> = { type: 'calendar', unit: 'days', marks: seasonMarks };

/** One of a closed list. */
export const choice = <T extends string>(of: ChoiceName, unit: string, options: readonly T[]): ChoiceKind & KindOf<T> => ({
  type: 'choice',
  unit,
  of,
  options,
  optional: false,
});

const choices = <T extends string>(of: ChoiceName, unit: string, options: readonly T[]): KindOf<readonly T[]> => ({
  type: 'choices',
  unit,
  of,
  options,
});

/** The tier of a specialty; null for none. */
export const specialtyTier: KindOf<SpecialtyTier | null> = { ...choice('specialty-tier', 'tier', specialtyTiers), optional: true };
export const specialtyTierList = choices('specialty-tier', 'tiers', specialtyTiers);
export const specialtyList = choices('specialty', 'specialties', specialtyKeys);
export const examList = choices('exam', 'exams', examNames);
export const applicantTypeList = choices('applicant-type', 'applicant types', applicantTypes);
export const visaNeedList = choices('visa-need', 'visa needs', visaNeeds);
export const experienceKindList = choices('experience-kind', 'kinds of experience', experienceKinds);
export const letterWriterList = choices('letter-writer', 'writers', letterWriters);
export const contingencyPathList = choices('contingency-path', 'paths', contingencyPaths);

/** Step scores in ascending order; `howMany` where there must be so many. */
export const stepScores = (howMany: number | null): KindOf<readonly number[]> => ({
  type: 'numbers',
  unit: 'points',
  each: stepScore,
  count: howMany,
});

/** Two ends that are both known. */
export const between = <Low extends string, High extends string>(
  each: NumberKind,
  low: Low,
  high: High,
): KindOf<{ readonly [K in Low | High]: number }> => ({ type: 'range', unit: each.unit, ends: [low, high], each, open: false });

/** Step scores from a low end up to a high one, or without an upper end. */
export const scoreRange: KindOf<{ readonly low: number; readonly high: number | null }> = {
  type: 'range',
  unit: 'points',
  ends: ['low', 'high'],
  each: stepScore,
  open: true,
};

/** Several numbers by name. */
export const fields = <Name extends string>(
  unit: string,
  each: Readonly<Record<Name, NumberKind>>,
): KindOf<{ readonly [K in Name]: number }> => ({ type: 'fields', unit, fields: each, optional: false });

/** Several numbers by name, or null where nothing is known. */
export const optionalFields = <Name extends string>(
  unit: string,
  each: Readonly<Record<Name, NumberKind>>,
): KindOf<{ readonly [K in Name]: number } | null> => ({ type: 'fields', unit, fields: each, optional: true });
