import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { comingSitting, studyFor } from '../view/preparation.js';

/** Step 2 CK is near and no full-length day was practised. */
export const noSimulation = defineRule({
  code: 'practice.no-simulation',
  revision: 1,
  about: 'Step 2 CK is near and no full-length day was practised.',
  basis: ['001#dedicated'],
  policy: { days: 'practice.no-simulation.days', expected: 'practice.no-simulation.expected', level: 'practice.no-simulation.level' },
  assess({ exams, record, policy: { today } }, { days, expected, level }) {
    if (exams === undefined) return unknown(paths.exams);
    const booking = comingSitting(exams.step2ck, today.daysAfter(days));
    if (booking === undefined) return clear();
    const study = studyFor(record, exams.step2ck);
    if (study === undefined) return unknown(paths.study);
    const done = study.fullLengthDays;
    if (done === undefined) return unknown(paths.fullLengthDays);
    return done >= expected ? clear() : raised(level, { bookedFor: booking.bookedFor, done, expected, toldOn: study.asOf ?? null });
  },
});
