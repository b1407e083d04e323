import type { ApplicantType, Exam, PracticeExam } from '@matchwatch/domain';
import type { Chance } from '../chance.js';
import { dayText, type SeasonCalendar } from '../season-calendar.js';

/** The examinations of a life, with the facts other chapters build on. */
export interface ExamChapter {
  readonly exams: Exam[];
  readonly practice: PracticeExam[];
  /** Day number of the first Step 2 CK (or COMLEX Level 2) sitting. */
  readonly step2On: number;
  /** The passing, else the last, Step 2 CK score; an equivalent for somebody with COMLEX only. */
  readonly step2: number;
  readonly failures: number;
}

/** Mean and SD of a first Step 2 CK and the chance to fail Step 1; 251 and 15 for US seniors (USMLE norms 2025-26), lower for the others. */
const abilities: Record<ApplicantType, { mean: number; sd: number; step1Fail: number }> = {
  'us-md': { mean: 251, sd: 15, step1Fail: 0.025 },
  'us-do': { mean: 248, sd: 15, step1Fail: 0.04 },
  'us-img': { mean: 239, sd: 16, step1Fail: 0.1 },
  'non-us-img': { mean: 244, sd: 16, step1Fail: 0.07 },
};

const day = dayText;
const numericUntil = '2022-01-26';

/** Step 2 CK pass marks by the day number they began (USMLE). */
const passMarks: readonly (readonly [number, number])[] = [
  [20_270, 218], // 2025-07-01
  [19_174, 214], // 2022-07-01
  [16_252, 209], // 2014-07-01
];
const passMarkOn = (n: number): number => passMarks.find(([from]) => n >= from)?.[1] ?? 203;

/** Sits the examinations. `graduated` is the day number of graduation. */
export function sitExams(chance: Chance, calendar: SeasonCalendar, type: ApplicantType, graduated: number): ExamChapter {
  const ability = abilities[type];
  const img = type === 'us-img' || type === 'non-us-img';
  const [early, application] = calendar.januaries;
  const z = chance.normal();
  const first = bounded(Math.round(ability.mean + ability.sd * z));

  const late = chance.next();
  const step2On = img
    ? Math.min(graduated + chance.whole(-420, 500), calendar.submit - chance.whole(25, 400))
    : late < 0.06
      ? calendar.submit + chance.whole(-35, 75)
      : late < 0.18
        ? application + chance.whole(45, 130)
        : Math.round(application + 173 + 20 * clamped(chance.normal()));
  const step1On = img ? step2On - chance.whole(210, 620) : Math.round(early + 56 + 20 * clamped(chance.normal()));

  const exams: Exam[] = [];
  const practice: PracticeExam[] = [];
  let failures = 0;
  const comlexOnly = type === 'us-do' && chance.yes(0.22);
  if (type === 'us-do') {
    exams.push({ exam: 'comlex1', takenOn: day(step1On + 21), score: Math.round(545 + 75 * z + 30 * chance.normal()), outcome: 'pass' });
    exams.push({ exam: 'comlex2', takenOn: day(step2On - 14), score: Math.round(570 + 75 * z + 30 * chance.normal()), outcome: 'pass' });
  }
  if (!comlexOnly) {
    const numeric = day(step1On) < numericUntil;
    const failed = chance.yes(z < -1 ? ability.step1Fail * 3 : ability.step1Fail * 0.55);
    if (failed) {
      exams.push({ exam: 'step1', takenOn: day(step1On), outcome: 'fail' });
      practice.push(practisedStep1(step1On, 64));
      failures += 1;
    }
    const passedOn = failed ? step1On + chance.whole(60, 130) : step1On;
    practice.push(practisedStep1(passedOn, Math.max(66, Math.round(74 + 5 * z))));
    const passed: Exam = { exam: 'step1', takenOn: day(passedOn), outcome: 'pass' };
    if (numeric) passed.score = Math.max(195, Math.round(229 + 14 * z + 6 * chance.normal()));
    exams.push(passed);
  }
  let step2 = first;
  if (!comlexOnly) {
    let takenOn = step2On;
    for (let attempt = 0; attempt < 3; attempt++) {
      const pass = step2 >= passMarkOn(takenOn);
      exams.push({ exam: 'step2ck', takenOn: day(takenOn), score: step2, outcome: pass ? 'pass' : 'fail' });
      if (pass || attempt === 2) break;
      failures += 1;
      takenOn += chance.whole(70, 140);
      step2 = bounded(step2 + chance.whole(4, 22));
    }
    if (img && chance.yes(0.12) && step2 >= 218) {
      const step3On = step2On + chance.whole(120, 360);
      exams.push({ exam: 'step3', takenOn: day(step3On), score: bounded(Math.round(222 + 9 * z)), outcome: 'pass' });
    }
  }
  practice.push(...practise(chance, step2On, comlexOnly ? undefined : first));
  return { exams, practice, step2On, step2, failures };
}

/** The last practice examination before Step 1, in per cent; whoever practises tells it a month ahead. */
const practisedStep1 = (step1On: number, score: number): PracticeExam => ({
  for: 'step1',
  kind: 'nbme-cbssa',
  takenOn: day(step1On - 30),
  score: Math.min(90, score),
});

/** A practice examination as dedicated study begins and every twelve days; the score climbs towards the real one. A few begin late. */
function practise(chance: Chance, step2On: number, score: number | undefined): PracticeExam[] {
  if (score === undefined) return [];
  const count = chance.yes(0.06) ? chance.whole(1, 3) : 6;
  return Array.from({ length: count }, (_, i) => {
    const left = count - i;
    return {
      for: 'step2ck' as const,
      kind: i === count - 1 ? ('uwsa' as const) : ('nbme-ccssa' as const),
      takenOn: day(step2On + 5 - 12 * left),
      score: bounded(Math.round(score - 1 - 1.1 * (left - 1) + 2.5 * chance.normal())),
    };
  });
}

const bounded = (score: number): number => Math.min(284, Math.max(176, score));
const clamped = (z: number): number => Math.min(2.4, Math.max(-2.4, z));
