import { addDays, type Day, type Exam, type ExamName } from '@matchwatch/domain';
import type { ApplicantView } from '../view/applicant-view.js';
import type { ExamHistory, Exams } from '../view/exam-history.js';
import { secondExam } from '../view/licensing.js';
import { type ChangeFamily, choices, counted } from './family.js';

/** Results and days of exams that are still to pass, and practice for them. A result that is there stays as it is. */
export function examFamilies(view: ApplicantView): ChangeFamily[] {
  const { exams } = view;
  if (exams === undefined || view.matchIsOver) return [];
  const second = secondExam(view, exams);
  return [...resultFamilies(view, exams), ...bookingFamilies(view, second), ...practiceFamilies(view, second)];
}

const scoredExams: ReadonlySet<ExamName> = new Set<ExamName>(['step2ck']);

/** Whether somebody may still sit an exam: not passed, no result awaited, attempts left. */
export function maySit({ passing, unresolved, lapsed, attempts }: ExamHistory, { policy }: ApplicantView): boolean {
  return passing === undefined && unresolved === 0 && !lapsed && attempts.length < policy.values['exam.attempts.maximum'];
}

function resultFamilies(view: ApplicantView, exams: Exams): ChangeFamily[] {
  const { policy, record } = view;
  const { asOf } = policy;
  const known: readonly ExamHistory[] = [exams.step1, exams.step2ck, exams.step3, exams.comlex1, exams.comlex2];
  return known
    .filter((history) => maySit(history, view) && isSought(history, view))
    .map((history) => {
      const { exam } = history;
      const from = bookingOf(record.exams, asOf, exam);
      const passMark = policy.passMark(exam, asOf);
      if (!scoredExams.has(exam) || passMark === undefined) {
        return choices({ fact: 'exam.result', from, to: { exam, takenOn: asOf, outcome: 'pass' } });
      }
      return counted(passMark, policy.scaleOf(exam).highest, (score) => ({
        fact: 'exam.result',
        from,
        to: { exam, takenOn: asOf, score, outcome: 'pass' },
      }));
    });
}

/** COMLEX is asked only of those who have begun it, Step 3 of those whose visa asks for it. */
function isSought({ exam, attempts, booking }: ExamHistory, { record }: ApplicantView): boolean {
  if (exam === 'step1' || exam === 'step2ck') return record.applicantType !== 'us-do' || attempts.length > 0 || booking !== undefined;
  if (exam === 'step3') return record.visa?.need === 'h1b-only' || record.visa?.need === 'j1-or-h1b';
  return attempts.length > 0 || booking !== undefined;
}

/** The next booking of an exam as the record tells it. */
export const bookingOf = (exams: readonly Exam[] | undefined, asOf: Day, exam: ExamName): Exam | null =>
  exams
    ?.filter((one) => one.exam === exam && one.takenOn === undefined && one.bookedFor !== undefined && one.bookedFor >= asOf)
    .toSorted((a, b) => ((a.bookedFor as Day) < (b.bookedFor as Day) ? -1 : 1))[0] ?? null;

function bookingFamilies(view: ApplicantView, history: ExamHistory): ChangeFamily[] {
  const { policy, season, record } = view;
  if (!maySit(history, view)) return [];
  const { exam } = history;
  const { values, asOf } = policy;
  const from = bookingOf(record.exams, asOf, exam);
  const bookedFor = from?.bookedFor;
  const delay = values['exam.report-delay.usual'];
  const inTime = season.daysBefore('submit', delay);
  const soonest = addDays(asOf, values['study.dedicated.weeks-least'] * daysOfWeek);
  const days = [inTime, soonest].filter(
    (day): day is Day => day !== undefined && day > asOf && (bookedFor === undefined || day < bookedFor),
  );
  const families = [choices(...days.map((day) => ({ fact: 'exam.booking' as const, from, to: { ...from, exam, bookedFor: day } })))];
  if (from !== null && bookedFor !== undefined && from.backupDate === undefined) {
    families.push(choices({ fact: 'exam.booking', from, to: { ...from, backupDate: addDays(bookedFor, delay) } }));
  }
  return families;
}

const daysOfWeek = 7;

function practiceFamilies(view: ApplicantView, { exam, passing, booking }: ExamHistory): ChangeFamily[] {
  if (passing !== undefined || booking === undefined || (exam !== 'step1' && exam !== 'step2ck')) return [];
  const { policy, record, target } = view;
  const { asOf, values } = policy;
  const passMark = policy.passMark(exam, asOf);
  const { lowest, highest } = values[`practice.scale.${exam}`];
  const least = exam === 'step2ck' ? Math.max(lowest, passMark ?? lowest, (target.low ?? lowest) - values['category.A.gap-up-to']) : lowest;
  const kind = exam === 'step1' ? 'nbme-cbssa' : 'nbme-ccssa';
  return [
    counted(least, highest, (score) => ({ fact: 'practice.result', from: null, to: { for: exam, kind, takenOn: asOf, score } })),
    counted((record.study?.questionBankPct ?? 0) + 1, 100, (to) => ({
      fact: 'study.question-bank',
      from: record.study?.questionBankPct ?? null,
      to,
    })),
    counted((record.study?.fullLengthDays ?? 0) + 1, values['practice.no-simulation.expected'], (to) => ({
      fact: 'study.full-length-days',
      from: record.study?.fullLengthDays ?? null,
      to,
    })),
  ];
}
