import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { comingSitting, studyFor } from '../view/preparation.js';

/** Step 2 CK is near and much of the main question bank is still to do. */
export const questionBank = defineRule({
  code: 'practice.question-bank',
  revision: 1,
  about: 'Step 2 CK is near and much of the main question bank is still to do.',
  basis: ['001#checklist'],
  policy: { days: 'practice.question-bank.days', expected: 'practice.question-bank.expected', level: 'practice.question-bank.level' },
  assess({ exams, record, policy: { today } }, { days, expected, level }) {
    if (exams === undefined) return unknown(paths.exams);
    const booking = comingSitting(exams.step2ck, today.daysAfter(days));
    if (booking === undefined) return clear();
    const study = studyFor(record, exams.step2ck);
    if (study === undefined) return unknown(paths.study);
    const done = study.questionBankPct;
    if (done === undefined) return unknown(paths.questionBank);
    return done >= expected ? clear() : raised(level, { bookedFor: booking.bookedFor, done, expected, toldOn: study.asOf ?? null });
  },
});
