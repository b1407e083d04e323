import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { comingSitting, readPreparation } from '../view/preparation.js';

/** Step 2 CK is near and the latest practice exam was long ago. */
export const stalePractice = defineRule({
  code: 'practice.stale',
  revision: 1,
  about: 'Step 2 CK is near and the latest practice exam was long ago.',
  basis: ['001#dedicated'],
  policy: {
    within: 'practice.stale.days',
    days: 'study.practice.interval-most',
    scale: 'practice.scale.step2ck',
    level: 'practice.stale.level',
  },
  assess({ exams, record: { practice }, policy: { today, asOf } }, { within, days, scale, level }) {
    if (exams === undefined) return unknown(paths.exams);
    const booking = comingSitting(exams.step2ck, today.daysAfter(within));
    if (booking === undefined) return clear();
    if (practice === undefined) return unknown(paths.practice);
    const { latest } = readPreparation(practice, exams.step2ck, scale, asOf);
    if (latest === undefined || latest.takenOn >= today.daysBefore(days)) return clear();
    return raised(level, { bookedFor: booking.bookedFor, takenOn: latest.takenOn, days });
  },
});
