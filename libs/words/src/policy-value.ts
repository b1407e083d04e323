import {
  type AdviceOwner,
  type ApplicantType,
  type ChoiceName,
  type Day,
  type ExamName,
  type Experience,
  type FindingLevel,
  type Letter,
  type MonthDay,
  type NumberKind,
  type SpecialtyKey,
  type SpecialtyTier,
  type seasonLineYears,
  specialties,
  type ValueKind,
} from '@matchwatch/domain';
import { adviceOwnerLabel } from './advice.js';
import { counted, dayText, dayWithYear, listText, numberText, sentenceCase } from './format.js';
import {
  applicantTypeLabel,
  examLabel,
  experienceKindText,
  findingLevelLabel,
  letterWriterText,
  specialtyText,
  specialtyTierLabel,
} from './labels.js';

/** What a policy key is about and what its value may be. */
export interface PolicyTopic {
  readonly about: string;
  readonly kind: ValueKind;
}

/** A value of a policy key in plain words, unit included; what is not of its kind is shown as it was written. */
export function policyValueText({ kind }: Pick<PolicyTopic, 'kind'>, value: unknown): string {
  try {
    return worded(kind, value) ?? asWritten(value);
  } catch {
    return asWritten(value);
  }
}

const asWritten = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function worded(kind: ValueKind, value: unknown): string | undefined {
  switch (kind.type) {
    case 'number':
      return typeof value === 'number' ? amountText(value, kind) : undefined;
    case 'level':
      return findingLevelLabel(value as FindingLevel);
    case 'day':
      return dayWithYear(value as Day);
    case 'month-day':
      return dayText(`2001-${value as MonthDay}`);
    case 'season-line': {
      const { year, on } = value as { year: SeasonLineYear; on: MonthDay };
      return `${dayText(`2001-${on}`)} of ${seasonLineYearText(year)}`;
    }
    case 'choice':
      return value === null ? 'None' : choiceText(kind.of, value as string);
    case 'choices': {
      const items = (value as string[]).map((item) => choiceText(kind.of, item));
      return items.length === 0 ? 'None' : listText(items);
    }
    case 'numbers':
      return (value as number[]).length === 0 ? 'None' : `${(value as number[]).map(numberText).join(', ')} ${kind.unit}`;
    case 'range':
      return rangeText(kind, value as Readonly<Record<string, number | null>>);
    case 'fields':
      return value === null ? 'Not known' : fieldsText(kind, value as Readonly<Record<string, number>>);
    case 'calendar':
      return kind.marks
        .map((mark) => `${seasonMarkLabel(mark)} ${dayWithYear((value as Readonly<Record<string, Day>>)[mark] as Day)}`)
        .join('; ');
  }
}

const unitsOfOne = new Map([
  ['points', 'point'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
  ['letters', 'letter'],
  ['programs', 'program'],
  ['attempts', 'attempt'],
  ['areas', 'area'],
  ['results', 'result'],
  ['sites', 'site'],
  ['flags', 'flag'],
  ['signals', 'signal'],
  ['interviews', 'interview'],
  ['practice exams', 'practice exam'],
]);

function amountText(value: number, { unit }: NumberKind): string {
  if (unit === 'US dollars') return `$${value.toFixed(Number.isInteger(value) ? 0 : 2)}`;
  if (unit === 'per cent') return `${numberText(value)} %`;
  return counted(value, unitsOfOne.get(unit) ?? unit, unit);
}

function rangeText({ ends, each }: ValueKind & { readonly type: 'range' }, value: Readonly<Record<string, number | null>>): string {
  const [low, high] = ends.map((end) => value[end] ?? null);
  if (low === null || low === undefined) return asWritten(value);
  if (high === null || high === undefined) return `${amountText(low, each)} and above`;
  return low === high ? amountText(low, each) : `${numberText(low)}–${amountText(high, each)}`;
}

function fieldsText({ fields }: ValueKind & { readonly type: 'fields' }, value: Readonly<Record<string, number>>): string {
  const parts = Object.entries(fields).flatMap(([name, field]) => {
    const part = value[name];
    return part === undefined ? [] : [{ name, text: `${policyFieldLabel(name)} ${amountText(part, field)}`, part }];
  });
  // A kind of which there is none need not be named, as long as there is another.
  const some = parts.filter(({ part }) => part !== 0);
  return (some.length > 0 ? some : parts).map(({ text }, i) => (i === 0 ? sentenceCase(text) : text)).join(', ');
}

const fieldLabels: Readonly<Record<string, string>> = {
  low: 'from',
  high: 'to',
  lowest: 'lowest',
  highest: 'highest',
  minimum: 'from',
  maximum: 'to',
  gold: 'gold:',
  silver: 'silver:',
  single: 'one kind:',
  programs: 'first',
  each: 'each',
  eachBeyond: 'each further one',
};
/** The name of one part of a value of several. */
export const policyFieldLabel = (name: string): string => (Object.hasOwn(fieldLabels, name) && fieldLabels[name]) || name;

type SeasonLineYear = (typeof seasonLineYears)[number];
const lineYears: Readonly<Record<SeasonLineYear, string>> = {
  'before-application': 'the year before the application year',
  application: 'the application year',
  match: 'the Match year',
};
/** The year a day of every season falls in, inside a sentence. */
export const seasonLineYearText = (year: SeasonLineYear): string => lineYears[year];

const marks: Readonly<Record<string, string>> = {
  opens: 'Application service opens',
  submit: 'Applications may be submitted',
  registrationOpens: 'Match registration opens',
  review: 'Programs start to read',
  registrationEnds: 'Match registration ends',
  rankOpens: 'Ranking opens',
  rol: 'Rank lists are certified',
  monday: 'Match Monday',
  soapReview: 'SOAP review begins',
  soapOffers: 'SOAP offers begin',
  matchDay: 'Match Day',
  ends: 'Season ends',
};
/** A day of a season's calendar. */
export const seasonMarkLabel = (mark: string): string => (Object.hasOwn(marks, mark) && marks[mark]) || mark;

const visaNeeds: Readonly<Record<string, string>> = { none: 'none', j1: 'J-1', 'h1b-only': 'H-1B only', 'j1-or-h1b': 'J-1 or H-1B' };
const contingencyPaths: Readonly<Record<string, string>> = {
  soap: 'SOAP',
  preliminary: 'preliminary year',
  'research-year': 'research year',
  'clinical-year': 'clinical year',
  'change-specialty': 'change of specialty',
  reapply: 'another application',
};
const choiceTexts: Readonly<Record<ChoiceName, (item: string) => string | undefined>> = {
  'specialty-tier': (item) => specialtyTierLabel(item as SpecialtyTier),
  specialty: (item) => (Object.hasOwn(specialties, item) ? specialtyText(item as SpecialtyKey) : undefined),
  exam: (item) => examLabel(item as ExamName),
  'applicant-type': (item) => applicantTypeLabel(item as ApplicantType),
  'visa-need': (item) => visaNeeds[item],
  'experience-kind': (item) => experienceKindText(item as Experience['kind']),
  'letter-writer': (item) => letterWriterText(item as Letter['writer']),
  'contingency-path': (item) => contingencyPaths[item],
  'advice-owner': (item) => adviceOwnerLabel(item as AdviceOwner),
};
/** One item of a list that a policy value chooses from. */
export const choiceText = (of: ChoiceName, item: string): string => choiceTexts[of](item) ?? item;

const groups: Readonly<Record<string, string>> = {
  specialty: 'Specialties and their ranges',
  category: 'Score categories',
  exam: 'Exams',
  img: 'International graduates',
  visa: 'Visa',
  usce: 'US clinical experience',
  letters: 'Letters',
  study: 'Study for Step 2 CK',
  programs: 'Number of programs',
  risk: 'Risk level',
  component: 'Parts beside the scores',
  practice: 'Practice exams',
  timeline: 'Timeline',
  clinical: 'Clinical experience',
  scholarly: 'Scholarly work',
  plan: 'Specialty plan',
  signals: 'Program signals',
  list: 'Program list',
  record: 'Record',
  statement: 'Statement',
  interview: 'Interviews',
  contingency: 'Contingency plan',
  care: 'Our response',
  review: 'Review queue',
  caseload: 'Caseload',
  data: 'Data',
  advice: 'Advice and plans',
  effort: 'What a change takes',
  challenge: 'Challenges to a record',
  season: 'Season calendars',
};

/** Groups of policy keys, in display order. */
export const policyGroups: readonly string[] = Object.keys(groups);

/** The group a policy key stands in. */
export const policyGroupOf = (key: string): string => key.slice(0, key.indexOf('.'));

/** The heading of a group of policy keys. */
export const policyGroupLabel = (group: string): string => (Object.hasOwn(groups, group) && groups[group]) || sentenceCase(group);

/** What a policy key is called: what it is about, with the specialty where there is one of each. */
export function policyKeyLabel(key: string, { about }: Pick<PolicyTopic, 'about'>): string {
  const [, of, specialty] = /^(specialty\.tier|signals)\.([\w-]+)$/.exec(key) ?? [];
  if (of === undefined || specialty === undefined) return about;
  return `${of === 'signals' ? 'Program signals in' : 'Tier of'} ${specialtyText(specialty as SpecialtyKey)}`;
}
