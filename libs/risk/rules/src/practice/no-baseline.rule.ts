import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import { comingSitting, readPreparation } from '../view/preparation.js';

/** Step 2 CK is near and too few practice exams were taken. */
export const noBaseline = defineRule({
  code: 'practice.no-baseline',
  revision: 1,
  about: 'Step 2 CK is near and too few practice exams were taken.',
  basis: ['001#dedicated', '001#checklist'],
  policy: {
    watchDays: 'practice.no-baseline.watch-days',
    watchFewer: 'practice.no-baseline.watch-fewer',
    actDays: 'practice.no-baseline.act-days',
    actFewer: 'practice.no-baseline.act-fewer',
    scale: 'practice.scale.step2ck',
    watch: 'practice.no-baseline.level.watch',
    act: 'practice.no-baseline.level.act',
  },
  assess({ exams, record: { practice }, policy: { today, asOf } }, { watchDays, watchFewer, actDays, actFewer, scale, watch, act }) {
    if (exams === undefined) return unknown(paths.exams);
    const booking = comingSitting(exams.step2ck, today.daysAfter(watchDays));
    if (booking === undefined) return clear();
    if (practice === undefined) return unknown(paths.practice);
    const { bookedFor } = booking;
    const { taken } = readPreparation(practice, exams.step2ck, scale, asOf);
    if (bookedFor <= today.daysAfter(actDays) && taken < actFewer) return raised(act, { bookedFor, taken, expected: actFewer });
    return taken < watchFewer ? raised(watch, { bookedFor, taken, expected: watchFewer }) : clear();
  },
});
