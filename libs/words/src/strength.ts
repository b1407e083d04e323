import type { EvidenceByStrength, StrengthCode } from '@matchwatch/domain';
import type { Worded } from './finding.js';
import { counted, dayWithYear, listText } from './format.js';

type StrengthWords = { readonly [C in StrengthCode]: (evidence: EvidenceByStrength[C]) => string };

const risen = {
  'step1-to-step2': 'from Step 1 to Step 2 CK',
  step2: 'at the retake',
  comlex: 'over the COMLEX levels',
  shelf: 'over the shelf exams',
};

const words: StrengthWords = {
  'exam.rising': ({ rises }) => `Scores rising ${listText(rises.map((rise) => `${risen[rise.in]} (${rise.scores.join(', ')})`))}`,
  'exam.clears-screens': ({ score, cleared }) => `Step 2 CK ${score} clears ${listText(cleared.map(String))}`,
  'exam.step3-passed': ({ score }) => (score === null ? 'Step 3 passed' : `Step 3 passed with ${score}`),
  'clinical.honors': ({ clerkships }) => `Honors in ${listText(clerkships)}`,
  'clinical.recent-hands-on': ({ lastOn }) => `Hands-on US clinical experience, last on ${dayWithYear(lastOn)}`,
  'letters.strong': ({ letters }) => counted(letters, 'strong letter'),
  'scholarly.output': ({ works }) => `${counted(works, 'scholarly work')} submitted or published`,
};

/** Whether there are words for a strength. */
export const hasStrengthWords = (code: string): boolean => Object.hasOwn(words, code);

/** A strength in a few words; its code for one without words. */
export function strengthText({ code, evidence }: Worded): string {
  // The code decides the type of the evidence, which is lost when both come from storage.
  const text = Object.hasOwn(words, code) ? (words[code as StrengthCode] as (evidence: unknown) => string) : undefined;
  return text?.(evidence) ?? code;
}
