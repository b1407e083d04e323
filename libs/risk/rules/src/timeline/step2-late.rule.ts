import { addDays, type LateScoreCause } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { firstExamIsLate, secondExam } from '../view/licensing.js';
import { paths } from '../view/paths.js';

/** The score of a booked or awaited Step 2 CK will be out only after applications are sent. */
export const step2Late = defineRule({
  code: 'timeline.step2-late',
  revision: 1,
  about: 'The score of a booked or awaited Step 2 CK will be out only after applications are sent.',
  basis: ['001#step2-timing', 'usmle-score-report'],
  asks: { until: 'match' },
  policy: {
    delay: 'exam.report-delay.usual',
    tiers: 'timeline.step2-late.tiers',
    usual: 'timeline.step1-late.usual',
    lateDays: 'timeline.step1-late.watch-days',
    otherwise: 'timeline.step2-late.level.otherwise',
    needed: 'timeline.step2-late.level.needed',
  },
  assess(view, { delay, tiers, usual, lateDays, otherwise, needed }) {
    const { exams, season, primary, isImg } = view;
    if (exams === undefined) return unknown(paths.exams);
    const { exam, passing, awaited, booking } = secondExam(view, exams);
    const sittingOn = awaited?.takenOn ?? booking?.bookedFor;
    if (passing !== undefined || sittingOn === undefined) return clear();
    const { calendar } = season;
    const inTimeUntil = season.daysBefore('submit', delay);
    if (calendar === undefined || inTimeUntil === undefined) return unknown(paths.calendar);
    if (sittingOn <= inTimeUntil) return clear();
    const because: LateScoreCause[] = [];
    if (primary.tier !== null && tiers.includes(primary.tier)) because.push('tier');
    if (exams.step1.failed > 0) because.push('step1-failed');
    if (firstExamIsLate(view, exams, usual, lateDays)) because.push('step1-late');
    if (isImg) because.push('img');
    return raised(because.length === 0 ? otherwise : needed, {
      exam,
      sittingOn,
      scoreBy: addDays(sittingOn, delay),
      submitOn: calendar.submit,
      because,
    });
  },
});
