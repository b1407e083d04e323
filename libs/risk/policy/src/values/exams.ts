import { changing, proposed, stated } from '../entry.js';
import { amount, attempts, between, days, examDay, examList, points, stepScore, stepScores, years } from '../kinds.js';

/** Lowest and highest score an exam can give. */
export interface ScoreScale {
  readonly lowest: number;
  readonly highest: number;
}

/** Pass marks, which are read by the day of the exam and not by the day of the assessment. */
export const passMarkValues = {
  'exam.pass-mark.step1': changing('Step 1 pass mark, by exam day', stepScore, {
    '2018-01-01': { value: 194, sources: ['usmle-pass-marks#step1'] },
    '2022-01-26': { value: 196, sources: ['usmle-pass-marks#step1'] },
  }),
  'exam.pass-mark.step2ck': changing('Step 2 CK pass mark, by exam day', stepScore, {
    // Decided in June 2012; the source does not state the exam day it applied from.
    '2012-07-01': { value: 196, sources: ['usmle-pass-marks#step2ck'], confirm: true },
    '2013-07-01': { value: 203, sources: ['usmle-pass-marks#step2ck'] },
    '2014-07-01': { value: 209, sources: ['usmle-pass-marks#step2ck'] },
    '2022-07-01': { value: 214, sources: ['usmle-pass-marks#step2ck'] },
    '2025-07-01': { value: 218, sources: ['usmle-pass-marks#step2ck'] },
  }),
  'exam.pass-mark.step3': changing('Step 3 pass mark, by exam day', stepScore, {
    '2024-01-01': { value: 200, sources: ['usmle-pass-marks#step3'] },
  }),
};

/** Facts about the exams themselves. */
export const examValues = {
  'exam.step1.pass-fail-from': stated(
    'First exam day on which Step 1 has no numeric score',
    examDay,
    '2022-01-26',
    'usmle-step1-reporting',
  ),
  'exam.scale.step': stated(
    'Scores a Step can give',
    between(stepScore, 'lowest', 'highest'),
    { lowest: 1, highest: 300 },
    'usmle-scores#scale',
  ),
  'exam.scale.comlex': proposed(
    'Scores a COMLEX level can give',
    between(amount('points', 1, 999), 'lowest', 'highest'),
    { lowest: 9, highest: 999 },
    'nbome-scores',
  ),
  'exam.standard-error.step2ck': stated('Step 2 CK standard error of measurement', points, 6, 'usmle-scores#sem'),
  'exam.attempts.maximum': stated('Attempts allowed at one Step, incomplete ones included', attempts, 4, 'usmle-attempts'),
  'exam.failures.counted': proposed(
    'Exams whose failed attempts count together',
    examList,
    ['step1', 'step2ck', 'step3', 'comlex1', 'comlex2', 'comlex3'],
    '004#failures',
  ),
  'exam.report-delay.usual': stated('Exam day to score report, as a rule', days, 28, 'usmle-score-report'),
  'exam.report-delay.planned': stated('Exam day to score report, to plan with', days, 56, 'usmle-score-report'),
  'exam.certification-window': stated('First pass to the last pass that ECFMG certification accepts', years, 7, 'ecfmg-window'),
  'exam.screens': stated('Screens that programs commonly set on Step 2 CK', stepScores(null), [225, 235, 245], '001#step2-role'),
  'exam.screens.img': stated('Screens for IMGs: many programs, then more competitive fields', stepScores(2), [210, 220], '002#cutoffs'),
  'exam.offset.partly': stated(
    'Step 2 CK that offsets a Step 1 failure or low score in part',
    stepScore,
    235,
    '004#step2-offset',
    '001#step1-failure',
  ),
  'exam.offset.clearly': stated(
    'Step 2 CK that clearly offsets a Step 1 failure or low score',
    stepScore,
    240,
    '004#step2-offset',
    '001#step1-failure',
  ),
  'exam.numeric-step1.academic': stated(
    'Numeric Step 1 below which competitive academic programs are unlikely',
    stepScore,
    220,
    '004#low-score',
  ),
  'exam.numeric-step1.mid-range': stated('Numeric Step 1 below which mid-range programs are unlikely', stepScore, 210, '004#low-score'),
  'exam.numeric-step1.clearly-low': stated('Numeric Step 1 up to which it is clearly low', stepScore, 200, '004#low-score'),
};
