import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { comingSitting, readPreparation } from '../view/preparation.js';

/** Step 1 is near and the latest practice exam, if any, does not show a pass with a margin. */
export const step1NotReady = defineRule({
  code: 'practice.step1-not-ready',
  revision: 1,
  about: 'Step 1 is near and the latest practice exam, if any, does not show a pass with a margin.',
  basis: ['001#step1-timing', 'nbme-cbssa#low-pass'],
  policy: {
    days: 'practice.step1-not-ready.days',
    pass: 'practice.step1.pass',
    margin: 'practice.step1-not-ready.margin',
    scale: 'practice.scale.step1',
    level: 'practice.step1-not-ready.level',
  },
  assess({ exams, record: { practice }, policy: { today, asOf } }, { days, pass, margin, scale, level }) {
    if (exams === undefined) return unknown(paths.exams);
    const booking = comingSitting(exams.step1, today.daysAfter(days));
    if (booking === undefined) return clear();
    if (practice === undefined) return unknown(paths.practice);
    const { taken, scored } = readPreparation(practice, exams.step1, scale, asOf);
    if (scored === undefined && taken > 0) return unknown(paths.practiceScore);
    const line = pass + margin;
    if (scored !== undefined && scored.score >= line) return clear();
    return raised(level, { bookedFor: booking.bookedFor, takenOn: scored?.takenOn ?? null, score: scored?.score ?? null, line });
  },
});
