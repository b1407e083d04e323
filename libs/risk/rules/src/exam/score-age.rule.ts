import { addYears } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import type { Attempt, ExamHistory } from '../view/exam-history.js';
import { outcomePath, paths } from '../view/paths.js';

/** An IMG whose time to pass the exams for ECFMG certification is running out; both Steps passed count as certified. */
export const scoreAge = defineRule({
  code: 'exam.score-age',
  revision: 1,
  about: 'An IMG whose time to pass the exams for ECFMG certification is running out.',
  basis: ['ecfmg-window', '002#cutoffs'],
  policy: {
    watchYears: 'exam.score-age.watch-years',
    actYears: 'exam.score-age.act-years',
    window: 'exam.certification-window',
    watch: 'exam.score-age.level.watch',
    act: 'exam.score-age.level.act',
  },
  assess({ isImg, exams, policy: { today } }, { watchYears, actYears, window, watch, act }) {
    if (!isImg) return clear();
    if (exams === undefined) return unknown(paths.exams);
    const { step1, step2ck, step3 } = exams;
    if (step1.passing !== undefined && step2ck.passing !== undefined) return clear();

    const first = earlier(earlier(step1.passing, step2ck.passing), step3.passing);
    const watchLine = today.yearsBefore(watchYears);
    const awaited =
      first === undefined ? awaitedBefore(watchLine, step1, step2ck) : first.takenOn <= watchLine ? awaitedOf(step1, step2ck) : undefined;
    if (awaited !== undefined) return unknown(outcomePath(awaited.exam));
    if (first === undefined || first.takenOn > watchLine) return clear();
    return raised(first.takenOn <= today.yearsBefore(actYears) ? act : watch, {
      exam: first.exam,
      firstPassedOn: first.takenOn,
      windowEndsOn: addYears(first.takenOn, window),
    });
  },
});

const earlier = (a: Attempt | undefined, b: Attempt | undefined): Attempt | undefined =>
  a === undefined || (b !== undefined && b.takenOn < a.takenOn) ? b : a;

/** The exam that is not passed but has a result to come, which may complete the certification. */
const awaitedOf = (...histories: ExamHistory[]): ExamHistory | undefined =>
  histories.find(({ passing, unresolved }) => passing === undefined && unresolved > 0);

/** An exam whose unknown result may have been a pass so long ago that it counts. */
const awaitedBefore = (line: string, ...histories: ExamHistory[]): ExamHistory | undefined =>
  histories.find(({ attempts }) => attempts.some(({ result, takenOn }) => result === undefined && takenOn <= line));
