import type { Day, Exam, ExamName, Impossibility } from '@matchwatch/domain';
import { clear, raised, unknown } from '@matchwatch/risk-engine';
import { defineRule } from '../define-rule.js';
import { paths } from '../view/paths.js';
import type { ViewPolicy } from '../view/view-policy.js';

/** Exam results that contradict themselves, each other or the calendar. */
export const impossible = defineRule({
  code: 'data.impossible',
  revision: 1,
  about: 'Exam results that contradict themselves, each other or the calendar.',
  basis: ['usmle-pass-marks', 'usmle-scores#scale'],
  policy: { level: 'data.impossible.level' },
  assess({ record, policy }, { level }) {
    const { exams, bornOn } = record;
    if (exams === undefined) return unknown(paths.exams);
    const found: Impossibility[] = [];
    for (let i = 0; i < exams.length; i++) collect(exams, i, bornOn, policy, found);
    return found.length === 0 ? clear() : raised(level, { impossible: found });
  },
});

function collect(exams: readonly Exam[], index: number, bornOn: Day | undefined, policy: ViewPolicy, found: Impossibility[]): void {
  const { exam, takenOn, score, outcome } = exams[index] as Exam;
  if (takenOn === undefined) return;
  const passMark = policy.passMark(exam, takenOn);
  if (score !== undefined) {
    const { lowest, highest } = policy.scaleOf(exam);
    if (score < lowest || score > highest) found.push(contradiction('score-off-scale', exam, takenOn, score, passMark));
    else if (passMark !== undefined) {
      if (outcome === 'pass' && score < passMark) found.push(contradiction('pass-below-mark', exam, takenOn, score, passMark));
      if (outcome === 'fail' && score >= passMark) found.push(contradiction('fail-above-mark', exam, takenOn, score, passMark));
    }
  }
  if (bornOn !== undefined && takenOn < bornOn) found.push(contradiction('before-birth', exam, takenOn, score, passMark));
  if (takenOn > policy.asOf) found.push(contradiction('in-the-future', exam, takenOn, score, passMark));
  for (let i = 0; i < index; i++) {
    if ((exams[i] as Exam).takenOn === takenOn) found.push(contradiction('two-on-one-day', exam, takenOn, score, passMark));
  }
}

const contradiction = (
  kind: Impossibility['kind'],
  exam: ExamName,
  takenOn: Day,
  score: number | undefined,
  passMark: number | undefined,
): Impossibility => ({ kind, exam, takenOn, score: score ?? null, passMark: passMark ?? null });
