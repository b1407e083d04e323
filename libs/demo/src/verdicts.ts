import type { Disagreement } from '@matchwatch/domain';
import { Chance } from './chance.js';

/** What a fictional colleague says of a flag. */
export type DemoVerdict =
  | { readonly kind: 'agree'; readonly afterDays: number; readonly note?: string }
  | { readonly kind: 'disagree'; readonly because: Disagreement; readonly note: string; readonly afterDays: number }
  | { readonly kind: 'snooze'; readonly forDays: number; readonly note: string; readonly afterDays: number }
  | { readonly kind: 'leave' };

type Reasons = readonly (readonly [because: Disagreement, note: string])[];

/** Why colleagues disagree, by the area of the rule; each as somebody wrote it down. */
const reasonsByArea: Readonly<Record<string, Reasons>> = {
  exam: [
    ['threshold', 'Our graduates with this score matched in the last three years.'],
    ['context', 'The home program knows the applicant and has said so.'],
    ['facts', 'The score is being corrected by the registrar.'],
  ],
  practice: [
    ['handled', 'A tutor is at work since last week.'],
    ['threshold', 'The practice form was sat after a night on call.'],
  ],
  timeline: [['handled', 'The date is booked; the confirmation is on its way.']],
  letters: [
    ['handled', 'The writer has promised it for Friday.'],
    ['facts', 'The letter is uploaded, the file came without it.'],
  ],
  list: [
    ['threshold', 'For a couple in one region the number asks too much.'],
    ['context', 'Applies in one state for family reasons and knows the risk.'],
  ],
  clinical: [['facts', 'The rotation was completed; the grade is late.']],
};
const otherReasons: Reasons = [
  ['context', 'Talked about; it does not weigh here.'],
  ['handled', 'Already on the plan.'],
];

const hashOf = (text: string): number => {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return hash | 0;
};

/** What became of one opening of a flag in the fictional school; always the same for the same applicant, rule and day. */
export function demoVerdict(externalId: string, code: string, risenOn: string): DemoVerdict {
  const chance = new Chance(hashOf(`${externalId} ${code} ${risenOn}`));
  const afterDays = chance.whole(1, 5);
  const roll = chance.next();
  if (roll < 0.03) return { kind: 'leave' };
  if (roll < 0.07) return { kind: 'snooze', forDays: chance.whole(10, 40), note: 'After the next result.', afterDays };
  if (roll < 0.2) {
    const reasons = reasonsByArea[code.slice(0, code.indexOf('.'))] ?? otherReasons;
    const [because, note] = reasons[chance.whole(0, reasons.length - 1)] ?? ['context', ''];
    return { kind: 'disagree', because, note, afterDays };
  }
  return { kind: 'agree', afterDays };
}
