import type { EvidenceByCode, RedFlagDays } from '@matchwatch/domain';
import { dayWithYear, listText } from '../format.js';
import type { WordsOf } from './finding-words.js';

/** “from 10 January 2024 to 10 June 2024”, as far as it is known; empty when nothing is. */
function periodText({ from, to }: RedFlagDays): string {
  if (from === null) return to === null ? '' : ` until ${dayWithYear(to)}`;
  return to === null ? ` from ${dayWithYear(from)}` : ` from ${dayWithYear(from)} to ${dayWithYear(to)}`;
}
const dayOf = ({ from }: RedFlagDays): string => (from === null ? '' : ` of ${dayWithYear(from)}`);

/** Words for the rules about entries of the record that programs ask about. */
export const recordWords: WordsOf<Extract<keyof EvidenceByCode, `record.${string}`>> = {
  'record.professionalism': {
    label: 'Professionalism citation',
    sentence: ({ citations }) =>
      `The record holds ${listText(citations.map((citation) => `a professionalism citation${dayOf(citation)}`))}.`,
    chip: () => 'Professionalism citation',
  },
  'record.leave': {
    label: 'Leave of absence',
    sentence: ({ leaves }) =>
      `The record holds ${listText(
        leaves.map((leave) => {
          const told =
            leave.explained === null ? '' : leave.explained ? ', explained in the application' : ', not explained in the application';
          return `a leave of absence${periodText(leave)}${told}`;
        }),
      )}.`,
    chip: ({ leaves }) => (leaves.some(({ explained }) => explained === false) ? 'Leave not explained yet' : 'Leave of absence'),
    clearsWhen: ({ leaves }) =>
      leaves.some(({ explained }) => explained === false) ? 'Eases once the application explains it.' : undefined,
  },
  'record.unexplained-gap': {
    label: 'Unexplained gap',
    sentence: ({ gaps, months }) =>
      `Training or work shows ${listText(gaps.map((gap) => `a gap${periodText(gap)}`))}, not explained; from ${months} months on programs ask.`,
    chip: () => 'Gap not explained yet',
    clearsWhen: () => 'Clears once the application explains it.',
  },
  'record.course-failure': {
    label: 'Course or year repeated',
    sentence: ({ courses }) =>
      `The record holds ${listText(courses.map((course) => `a course or year not passed at first${dayOf(course)}`))}.`,
    chip: () => 'Course or year not passed at first',
  },
};
