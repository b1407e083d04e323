import type { ChangeableFact } from '@matchwatch/domain';
import { type PolicyValue, proposed, stated } from '../entry.js';
import { amount } from '../kinds.js';

/** What is changed, how many days that takes as a rule, and where that is said; `proposed` where the sources leave it open. */
type EffortLine = readonly [what: string, days: number, ...sources: [string, ...string[]]];

const statedLines = {
  'exam.result': ['A result of an exam', 28, '001#dedicated'],
  'practice.result': ['A practice exam', 7, '001#dedicated'],
} as const satisfies { readonly [F in ChangeableFact]?: EffortLine };

const proposedLines: Readonly<Record<Exclude<ChangeableFact, keyof typeof statedLines>, EffortLine>> = {
  'exam.booking': ['A date for an exam', 1, '001#step2-timing'],
  'study.question-bank': ['The rest of the question bank', 14, '001#checklist'],
  'study.full-length-days': ['Full-length practice days', 2, '001#dedicated'],
  'plan.primary': ['Another primary specialty', 30, '003#phase-1'],
  'plan.backups': ['Backup specialties', 7, '003#phase-1'],
  'plan.dual-applying': ['The decision to apply in two specialties', 7, '003#phase-3'],
  'plan.geography': ['Where the applicant would go', 3, '003#phase-1'],
  'plan.priority': ['What comes first', 1, '003#phase-4'],
  'visa.need': ['Which visas are acceptable', 14, '004#visa'],
  'clinical.experience': ['Clinical experience whose days are open', 28, '004#usce'],
  'letters.uploaded': ['Letters that were asked for, uploaded', 14, '002#letters'],
  'letters.new': ['New letters', 30, '002#letters', '004#letters'],
  'letters.generic': ['Stronger letters in place of generic ones', 30, '003#phase-2'],
  'scholarly.work': ['Scholarly work', 60, '000#scholarly'],
  'list.programs': ['Programs on the list', 3, '003#phase-3'],
  statement: ['The personal statement', 14, '003#phase-2'],
  'record.gaps-explained': ['An explanation in the application', 2, '003#phase-2'],
  'interview.account-rehearsed': ['The short answer about the exams, rehearsed', 2, '003#phase-3'],
  'interview.mocks': ['Mock interviews', 3, '000#interview'],
  contingency: ['A contingency plan', 3, '003#phase-4'],
  'match.rank-list-certified': ['The certified rank list', 1, 'season-2027'],
};

const days = amount('days', 1, 400);
const about = (what: string): string => `${what}: days this takes`;

type EffortValues = { readonly [F in ChangeableFact as `effort.${F}`]: PolicyValue<number> };

/** Days that a change of each fact takes as a rule: for putting what could be changed in order, never for a promise. */
export const effortValues = {
  ...Object.fromEntries(
    Object.entries(statedLines).map(([fact, [what, value, ...sources]]) => [
      `effort.${fact}`,
      stated(about(what), days, value, ...sources),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(proposedLines).map(([fact, [what, value, ...sources]]) => [
      `effort.${fact}`,
      proposed(about(what), days, value, ...sources),
    ]),
  ),
} as EffortValues;
