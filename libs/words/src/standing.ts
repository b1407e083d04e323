import { type ChangeableFact, type Day, isDay, type SpecialtyKey, specialtyKeys } from '@matchwatch/domain';
import { factLabel } from './change.js';
import { dayWithYear, numberText } from './format.js';
import { specialtyText } from './labels.js';

/** What is measured of a goal: a number, a day, a specialty or several, whether it is done, or a word of the record; null for nothing of the kind. */
export type Measure = number | string | boolean | null;

const isSpecialty = (text: string): text is SpecialtyKey => specialtyKeys.some((key) => key === text);

/** A measure in words: “42”, “4 December 2026”, “Pediatrics”, “done”, “nothing”. */
export function measureText(measure: Measure): string {
  if (measure === null || measure === '') return 'nothing';
  if (typeof measure === 'number') return numberText(measure);
  if (typeof measure === 'boolean') return measure ? 'done' : 'not done';
  if (isDay(measure)) return dayWithYear(measure);
  return measure
    .split(', ')
    .map((each) => (isSpecialty(each) ? specialtyText(each) : each.replaceAll('-', ' ')))
    .join(', ');
}

/** What was agreed by a day against what the record says now: “Program list: 60 agreed by 1 December 2026, 42 now”. */
export const standingText = (fact: ChangeableFact, wanted: Measure, now: Measure, dueOn: Day): string =>
  `${factLabel(fact)}: ${measureText(wanted)} agreed by ${dayWithYear(dueOn)}, ${measureText(now)} now`;
