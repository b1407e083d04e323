import {
  type ChangeableFact,
  type ChangeOf,
  daysBetween,
  type RecordChange,
  type SpecialtyKey,
  type SpecialtyPlan,
} from '@matchwatch/domain';
import { counted, dayText, dayWithYear, numberText, sentenceCase } from './format.js';
import { examLabel, experienceKindText, letterWriterText, specialtyText } from './labels.js';

const facts: Readonly<Record<ChangeableFact, string>> = {
  'exam.result': 'Exam result',
  'exam.booking': 'Exam date',
  'practice.result': 'Practice exam',
  'study.question-bank': 'Question bank',
  'study.full-length-days': 'Full-length days',
  'plan.primary': 'Primary specialty',
  'plan.backups': 'Backup specialties',
  'plan.dual-applying': 'Specialties applied to',
  'plan.geography': 'Geography',
  'plan.priority': 'What comes first',
  'visa.need': 'Visa',
  'clinical.experience': 'Clinical experience',
  'letters.uploaded': 'Letters uploaded',
  'letters.new': 'New letters',
  'letters.generic': 'Generic letters',
  'scholarly.work': 'Scholarly work',
  'list.programs': 'Program list',
  statement: 'Personal statement',
  'record.gaps-explained': 'Gaps explained',
  'interview.account-rehearsed': 'Account rehearsed',
  'interview.mocks': 'Mock interviews',
  contingency: 'Plan in case of no match',
  'match.rank-list-certified': 'Rank list',
};
/** A fact that can be changed. */
export const factLabel = (fact: ChangeableFact): string => facts[fact];

const geographies = { open: 'Applying anywhere', regional: 'Applying across a region', 'single-area': 'Applying in one area only' };
const visas = {
  none: 'No visa needed',
  j1: 'A J-1 visa accepted',
  'h1b-only': 'Only an H-1B visa accepted',
  'j1-or-h1b': 'A J-1 visa accepted as well as an H-1B',
};
const statements = {
  none: 'No statement yet',
  draft: 'A draft of the statement',
  reviewed: 'The statement reviewed',
  final: 'The statement final',
};
const contingencies = {
  soap: 'SOAP prepared, with its statement and general letters',
  preliminary: 'A preliminary year as the plan in case of no match',
  'research-year': 'A research year as the plan in case of no match',
  'clinical-year': 'A clinical year as the plan in case of no match',
  'change-specialty': 'Another specialty as the plan in case of no match',
  reapply: 'Applying again as the plan in case of no match',
};
const scholarlyKinds = {
  publication: 'publication',
  abstract: 'abstract',
  poster: 'poster',
  presentation: 'presentation',
  'case-report': 'case report',
  review: 'review',
  qi: 'quality improvement project',
};

type ChangeWords = { readonly [F in ChangeableFact]: (change: ChangeOf<F>) => string };

const inSpecialty = (specialty: SpecialtyKey | undefined): string => (specialty === undefined ? '' : ` in ${specialtyText(specialty)}`);
const insteadOf = (from: number | null): string => (from === null ? '' : ` instead of ${numberText(from)}`);

const words: ChangeWords = {
  'exam.result': ({ from, to: { exam, score, outcome } }) => {
    if (score === undefined) return outcome === 'pass' ? `${examLabel(exam)} passed` : `Another result in ${examLabel(exam)}`;
    return from?.score === undefined ? `${examLabel(exam)} passed with ${score}` : `${examLabel(exam)} ${score} instead of ${from.score}`;
  },
  'exam.booking': ({ from, to: { exam, bookedFor, backupDate } }) => {
    if (from !== null && from.bookedFor === bookedFor) {
      return backupDate === undefined
        ? `${examLabel(exam)} without a backup date`
        : `${dayWithYear(backupDate)} as a backup date for ${examLabel(exam)}`;
    }
    const instead = from?.bookedFor === undefined ? '' : ` instead of ${dayText(from.bookedFor)}`;
    return bookedFor === undefined ? `No date for ${examLabel(exam)}` : `${examLabel(exam)} on ${dayWithYear(bookedFor)}${instead}`;
  },
  'practice.result': ({ to }) =>
    `A practice exam for ${examLabel(to.for)} with ${to.score}${to.for === 'step1' ? ' per cent' : ''} or more`,
  'study.question-bank': ({ from, to }) => `${to} per cent of the question bank done${insteadOf(from)}`,
  'study.full-length-days': ({ to }) => counted(to, 'full-length practice day'),
  'plan.primary': ({ from, to }) =>
    from === null
      ? `A primary specialty, for example ${specialtyText(to)}`
      : `${specialtyText(to)} as primary specialty instead of ${specialtyText(from)}`,
  'plan.backups': ({ from, to }) => backupText(from ?? [], to),
  'plan.dual-applying': ({ to }) => (to ? 'Applying to two specialties' : 'Applying to one specialty'),
  'plan.geography': ({ to }) => geographies[to],
  'plan.priority': ({ to }) => `A choice of what comes first, for example ${to}`,
  'visa.need': ({ to }) => visas[to],
  'clinical.experience': ({ to: { kind, specialty, from, to } }) => {
    const length = from === undefined || to === undefined ? '' : `${counted(Math.round((daysBetween(from, to) + 1) / 7), 'week')} of `;
    return sentenceCase(`${length}hands-on US experience${inSpecialty(specialty)}, such as ${article(experienceKindText(kind))}`);
  },
  'letters.uploaded': ({ from, to }) => `${counted(to, 'letter')} uploaded${insteadOf(from)}`,
  'letters.new': ({ to: { count, letter } }) =>
    `${counted(count, 'more strong letter')}${inSpecialty(letter.specialty)} uploaded, ${count === 1 ? 'for example from' : 'for example each from'} ${article(letterWriterText(letter.writer))}${letter.us === true ? ' in the US' : ''}`,
  'letters.generic': ({ from, to }) => `${counted((from ?? to) - to, 'generic letter')} replaced by a strong one`,
  'scholarly.work': ({ to: { kind, specialty, status } }) =>
    sentenceCase(`${article(scholarlyKinds[kind])}${inSpecialty(specialty)} ${status === 'in-progress' ? 'begun' : status}`),
  'list.programs': ({ from, to: { specialty, track, programs } }) =>
    `${counted(programs, track === 'preliminary' ? 'preliminary program' : 'program')}${inSpecialty(specialty)} on the list${insteadOf(from?.programs ?? null)}`,
  statement: ({ to }) => statements[to.status],
  'record.gaps-explained': ({ to }) => (to ? 'Every gap explained in the application' : 'Gaps not explained'),
  'interview.account-rehearsed': () => 'The short account of a low score or a failed attempt rehearsed',
  'interview.mocks': ({ to }) => counted(to, 'mock interview'),
  contingency: ({ to: { path } }) => (path === undefined ? 'No plan in case of no match' : contingencies[path]),
  'match.rank-list-certified': () => 'The rank list certified',
};

/** What a change of the record would be, as a person would name it: “Step 2 CK passed with 231”. */
export function changeText(change: RecordChange): string {
  // The fact decides the type of the change, which is lost in the look-up.
  return (words[change.fact] as (change: RecordChange) => string)(change);
}

type Backups = NonNullable<SpecialtyPlan['backups']>;

function backupText(from: Backups, to: Backups): string {
  const accepts = (list: Backups, specialty: SpecialtyKey) =>
    list.some((backup) => backup.specialty === specialty && backup.acceptable === true);
  const accepted = to
    .filter(({ specialty, acceptable }) => acceptable === true && !accepts(from, specialty))
    .map(({ specialty }) => specialtyText(specialty));
  const dropped = from.filter(({ specialty }) => !accepts(to, specialty)).map(({ specialty }) => specialtyText(specialty));
  if (accepted.length > 0) return `${accepted.join(' and ')} accepted as a backup specialty`;
  return dropped.length > 0 ? `Without ${dropped.join(' and ')} as a backup specialty` : 'Other backup specialties';
}

const article = (noun: string): string => `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
