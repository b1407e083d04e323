import type { Day } from './day.js';
import { programSettings, type programTracks } from './record.js';
import type { SpecialtyKey } from './specialty.js';

/** Where a fact about a program can be from, the program itself first. What a forum says is a hint to be checked elsewhere. */
export const programSources = ['program', 'website', 'freida', 'nrmp', 'residency-explorer', 'own-graduates', 'forum'] as const;
export type ProgramSource = (typeof programSources)[number];

/** How the value of a fact is written: numbers are whole and within bounds. */
export type ProgramFactKind =
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly unit: ProgramFactUnit; readonly low: number; readonly high: number };
export type ProgramFactUnit = 'points' | 'attempts' | 'years' | 'months' | 'letters' | 'percent' | 'people' | 'year';

const yesNo = { kind: 'yes-no' } as const;
const text = <L extends number>(longest: L) => ({ kind: 'text', longest }) as const;
const number = <U extends ProgramFactUnit>(unit: U, low: number, high: number) => ({ kind: 'number', unit, low, high }) as const;

/** What is kept about a program, each with its source and the day it was checked, in groups and in display order. */
export const programFactGroups = {
  program: {
    setting: { kind: 'choice', choices: programSettings },
    /** In a small city, a rural or an underserved region. */
    underserved: yesNo,
    positions: number('people', 0, 500),
    curriculum: text(1000),
    coordinator: text(254),
  },
  exams: {
    minimumStep2: number('points', 1, 300),
    preferredStep2: number('points', 1, 300),
    /** Reads no application without a Step 2 CK score. */
    step2ToApply: yesNo,
    /** Most attempts at any one Step; 1 takes nobody who has failed. */
    maximumAttempts: number('attempts', 1, 10),
    /** Oldest exams that count. */
    maximumExamAge: number('years', 0, 60),
    asksStep3: yesNo,
  },
  international: {
    sponsorsJ1: yesNo,
    sponsorsH1b: yesNo,
    takesImg: yesNo,
    /** International graduates among the residents. */
    imgShare: number('percent', 0, 100),
    ecfmgToInterview: yesNo,
    maximumYearsSinceGraduation: number('years', 0, 60),
    /** The earliest year in which one of the residents graduated. */
    residentsGraduatedFrom: number('year', 1960, 2100),
    usceMonths: number('months', 0, 60),
    handsOnUsce: yesNo,
  },
  application: {
    holisticReview: yesNo,
    letters: number('letters', 0, 4),
    specialtyLetters: number('letters', 0, 4),
    usLetters: number('letters', 0, 4),
    takesSignals: yesNo,
    /** Applicants who are interviewed. */
    interviewShare: number('percent', 0, 100),
    takesAways: yesNo,
    /** Earlier students of the school among its residents and graduates. */
    formerStudents: number('people', 0, 500),
  },
} as const satisfies Record<string, Record<string, ProgramFactKind>>;
export type ProgramFactGroup = keyof typeof programFactGroups;

type Groups = typeof programFactGroups;
type Kinds = Groups['program'] & Groups['exams'] & Groups['international'] & Groups['application'];
export type ProgramFactName = keyof Kinds;

/** Every fact with how it is written, in display order. */
export const programFacts: Readonly<Kinds> = {
  ...programFactGroups.program,
  ...programFactGroups.exams,
  ...programFactGroups.international,
  ...programFactGroups.application,
};
export const programFactNames = Object.keys(programFacts) as ProgramFactName[];

/** The type of a fact's value. */
export type ProgramFactValue<N extends ProgramFactName> = Kinds[N] extends { kind: 'yes-no' }
  ? boolean
  : Kinds[N] extends { kind: 'number' }
    ? number
    : Kinds[N] extends { kind: 'choice'; choices: readonly (infer C extends string)[] }
      ? C
      : string;

/** A value with where it is from and the day somebody looked. */
export interface ProgramFact<V = boolean | number | string> {
  value: V;
  source: ProgramSource;
  /** Whom or what exactly: an address, a person. */
  note?: string | undefined;
  checkedOn: Day;
}

/** What is known about a program; a fact that is not known is absent. */
export type ProgramFacts = { [N in ProgramFactName]?: ProgramFact<ProgramFactValue<N>> | undefined };

/** A residency program as the school keeps it. The code (of the ACGME or the NRMP) is its name for other systems. */
export interface Program {
  code: string;
  name: string;
  specialty: SpecialtyKey;
  track?: (typeof programTracks)[number] | undefined;
  institution?: string | undefined;
  city?: string | undefined;
  state?: string | undefined;
  facts: ProgramFacts;
}

/** What a program states of itself beside its facts. */
export const programIdentity = ['name', 'specialty', 'track', 'institution', 'city', 'state'] as const satisfies readonly (keyof Program)[];

/** Whether what was found on one day takes the place of what was found on another: the later look counts, of one day the one told last. */
export const takesPlaceOf = (told: { checkedOn: Day }, standing: { checkedOn: Day } | undefined): boolean =>
  standing === undefined || told.checkedOn >= standing.checkedOn;

/** Whether a fact was last checked before a season opened, and so must be checked again; unknown where no calendar tells the day. */
export const isStale = ({ checkedOn }: { checkedOn: Day }, seasonOpens: Day | undefined): boolean =>
  seasonOpens !== undefined && checkedOn < seasonOpens;

/** Paths in which two versions of a program differ: `name`, `facts.sponsorsJ1`. */
export function programDifferences(before: Program | null, after: Program): string[] {
  const { facts: _before, ...was } = before ?? { facts: {} };
  const { facts: _after, ...is } = after;
  const identity = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (key) => (was as Record<string, unknown>)[key] !== (is as Record<string, unknown>)[key],
  );
  const facts = programFactNames.filter((name) => {
    const [a, b] = [before?.facts[name], after.facts[name]];
    return a?.value !== b?.value || a?.source !== b?.source || a?.note !== b?.note || a?.checkedOn !== b?.checkedOn;
  });
  return [...identity, ...facts.map((name) => `facts.${name}`)];
}
