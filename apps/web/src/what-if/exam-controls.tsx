import { addDays, type ChangeOf, type Day } from '@matchwatch/domain';
import { type ExamToTry, examsToTry, rangeLow } from '@matchwatch/risk-rules';
import { examLabel, specialtyText } from '@matchwatch/words';
import { useText } from '../i18n/use-text.js';
import { shortDay } from '../surface/day-text.js';
import { primaryOf, triedOf } from './tried.js';
import { TryDay, TrySlider, TrySwitch } from './try-inputs.js';
import type { WhatIf } from './use-what-if.js';

/** Results and days of exams. */
export function ExamControls({ whatIf }: { whatIf: WhatIf }) {
  const { record, search } = whatIf;
  const exams = examsToTry(record, search);
  const isImg = record.applicantType === 'us-img' || record.applicantType === 'non-us-img';
  const step2 = exams.find(({ exam }) => exam === 'step2ck');
  const others = exams.filter(
    ({ exam, passed, maySit, sitting, booking }) =>
      exam !== 'step2ck' && !passed && maySit && (exam === 'step1' || (exam === 'step3' ? isImg : sitting !== null || booking !== null)),
  );
  return (
    <>
      {step2 && <ScoreControl whatIf={whatIf} of={step2} />}
      {step2?.maySit && <BookingControl whatIf={whatIf} of={step2} />}
      {step2?.maySit && step2.booking && <PracticeControl whatIf={whatIf} of={step2} />}
      {others.map((of) => (
        <PassControl key={of.exam} whatIf={whatIf} of={of} />
      ))}
    </>
  );
}

interface ExamControlProps {
  whatIf: WhatIf;
  of: ExamToTry;
}

// Below it nobody's plan is made; the scale itself begins at 1.
const lowestTried = 190;

function useScoreMarks({ whatIf, of: { passMark } }: ExamControlProps): { marks: number[]; help: string } {
  const t = useText();
  const primary = primaryOf(whatIf);
  const low = primary ? rangeLow(primary, whatIf.search) : null;
  const help = [
    passMark !== null && t('whatIf.controls.passMark', { mark: passMark }),
    primary && low !== null && t('whatIf.controls.range', { specialty: specialtyText(primary), low }),
  ].filter(Boolean);
  return { marks: [passMark, low].filter((mark) => mark !== null), help: help.join(' · ') };
}

function ScoreControl({ whatIf, of }: ExamControlProps) {
  const t = useText();
  const { exam, sitting, maySit, booking, scale, passMark } = of;
  const slot = `exam.result:${exam}`;
  const tried = triedOf(whatIf, 'exam.result', slot);
  const { marks, help } = useScoreMarks({ whatIf, of });
  const now = sitting?.score ?? null;
  const start = now ?? passMark ?? lowestTried;
  const score = tried?.to.score ?? start;
  const label = maySit ? (sitting ? 'whatIf.controls.nextScore' : 'whatIf.controls.result') : 'whatIf.controls.score';
  return (
    <TrySlider
      wide
      label={t(label, { exam: examLabel(exam) })}
      today={now === null ? t('whatIf.controls.notKnown') : String(now)}
      changed={tried !== undefined}
      onBack={() => whatIf.set(slot, undefined)}
      value={score}
      min={Math.max(scale.lowest, Math.min(lowestTried, start))}
      max={scale.highest}
      marks={marks}
      text={(value) => (tried === undefined && now === null ? '–' : String(value))}
      help={`${help}${maySit || sitting === null ? '' : `${help ? '. ' : ''}${t('whatIf.controls.past')}`}`}
      onChange={(next) => whatIf.set(slot, !maySit && next === now ? undefined : scoreChange(of, next, booking, whatIf.search.asOf))}
    />
  );
}

/** A result at the next sitting where there may be one; otherwise the result that is there, seen as another. */
function scoreChange(
  { exam, sitting, maySit }: ExamToTry,
  score: number,
  booking: ExamToTry['booking'],
  today: Day,
): ChangeOf<'exam.result'> {
  if (maySit || sitting === null) return { fact: 'exam.result', from: booking, to: { exam, takenOn: today, score } };
  // An outcome written beside the score would contradict it.
  const { outcome: _, ...rest } = sitting;
  return { fact: 'exam.result', from: sitting, to: { ...rest, score } };
}

function BookingControl({ whatIf, of: { exam, booking } }: ExamControlProps) {
  const t = useText();
  const slot = `exam.booking:${exam}`;
  const tried = triedOf(whatIf, 'exam.booking', slot);
  const { asOf } = whatIf.search;
  return (
    <TryDay
      label={t('whatIf.controls.booked', { exam: examLabel(exam) })}
      today={booking?.bookedFor ? shortDay(booking.bookedFor, asOf) : t('whatIf.controls.none')}
      changed={tried !== undefined}
      onBack={() => whatIf.set(slot, undefined)}
      value={tried?.to.bookedFor ?? booking?.bookedFor ?? ''}
      min={addDays(asOf, 1)}
      onChange={(day) => {
        const isChange = day > asOf && day !== booking?.bookedFor;
        whatIf.set(slot, isChange ? { fact: 'exam.booking', from: booking, to: { ...booking, exam, bookedFor: day } } : undefined);
      }}
    />
  );
}

function PracticeControl({ whatIf, of }: ExamControlProps) {
  const t = useText();
  const { exam, scale } = of;
  const { asOf } = whatIf.search;
  const tried = triedOf(whatIf, 'practice.result');
  const { marks, help } = useScoreMarks({ whatIf, of });
  const [latest] = (whatIf.record.practice ?? [])
    .filter((one) => one.for === exam && one.score > 100)
    .toSorted((a, b) => (a.takenOn > b.takenOn ? -1 : 1));
  return (
    <TrySlider
      label={t('whatIf.controls.practice')}
      today={latest ? String(latest.score) : t('whatIf.controls.none')}
      changed={tried !== undefined}
      onBack={() => whatIf.set('practice.result', undefined)}
      value={tried?.to.score ?? latest?.score ?? of.passMark ?? lowestTried}
      min={lowestTried}
      max={scale.highest}
      marks={marks}
      text={(value) => (tried === undefined && !latest ? '–' : String(value))}
      help={help}
      onChange={(score) =>
        whatIf.set('practice.result', { fact: 'practice.result', from: null, to: { for: exam, kind: 'nbme-ccssa', takenOn: asOf, score } })
      }
    />
  );
}

function PassControl({ whatIf, of: { exam, booking } }: ExamControlProps) {
  const t = useText();
  const slot = `exam.result:${exam}`;
  const tried = triedOf(whatIf, 'exam.result', slot);
  return (
    <TrySwitch
      label={t('whatIf.controls.passed', { exam: examLabel(exam) })}
      changed={tried !== undefined}
      checked={tried !== undefined}
      onChange={(passed) =>
        whatIf.set(
          slot,
          passed ? { fact: 'exam.result', from: booking, to: { exam, takenOn: whatIf.search.asOf, outcome: 'pass' } } : undefined,
        )
      }
    />
  );
}
