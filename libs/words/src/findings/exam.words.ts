import type { Decline, EvidenceByCode, FailedAttempt } from '@matchwatch/domain';
import { counted, dayWithYear, listText } from '../format.js';
import { categoryText, examLabel, specialtyText } from '../labels.js';
import type { WordsOf } from './finding-words.js';

const attemptText = ({ takenOn, score, passMark }: FailedAttempt): string => {
  const numbers = score === null ? '' : passMark === null ? ` (${score})` : ` (${score}, pass mark ${passMark})`;
  return `${dayWithYear(takenOn)}${numbers}`;
};
const attemptsText = (failed: readonly FailedAttempt[]): string => listText(failed.map(attemptText));

const notPassed = (exam: string, { failed, passedOn }: Pick<EvidenceByCode['exam.step2-failed'], 'failed' | 'passedOn'>): string =>
  passedOn === null
    ? `${exam} was not passed on ${attemptsText(failed)}, and a pass is still to come.`
    : `${exam} was passed on ${dayWithYear(passedOn)}, after it was not on ${attemptsText(failed)}.`;

const declineText = (decline: Decline): string => {
  if (decline.in !== 'step1-to-step2')
    return `${decline.in === 'comlex' ? 'COMLEX levels' : 'shelf exams'} at ${decline.scores.join(', then ')}`;
  return `Step 1 at ${decline.step1}, then Step 2 CK at ${decline.step2} (${categoryText(decline.category)})`;
};

/** Words for the exam rules. */
export const examWords: WordsOf<Extract<keyof EvidenceByCode, `exam.${string}`>> = {
  'exam.step2-category': {
    label: 'Step 2 CK below the range',
    sentence: ({ score, gap, specialty, low, nearPass, passMark }) => {
      if (nearPass) return `Step 2 CK ${score} is close to the pass mark of ${passMark}, which programs of every specialty look at.`;
      const range = specialty === null ? 'the range' : `the range for ${specialtyText(specialty)}`;
      return `Step 2 CK ${score} is ${counted(gap ?? 0, 'point')} below ${range}, which starts at ${low}.`;
    },
    chip: ({ gap, nearPass }) => (nearPass ? 'CK close to the pass mark' : `CK ${gap} below range`),
    clearsWhen: ({ score, nearPass }) => (nearPass ? undefined : `Clears with a specialty whose range starts at ${score} or lower.`),
  },
  'exam.step2-failed': {
    label: 'Step 2 CK not passed at once',
    sentence: (evidence) => notPassed('Step 2 CK', evidence),
    chip: ({ passedOn }) => (passedOn === null ? 'Step 2 CK still to pass' : 'Step 2 CK passed at a retake'),
    clearsWhen: ({ passedOn }) => (passedOn === null ? 'Eases once Step 2 CK is passed.' : undefined),
  },
  'exam.step1-failed': {
    label: 'Step 1 not passed at once',
    sentence: (evidence) => {
      const { step2, offset } = evidence;
      const offsetText = offset === null ? '' : ` Step 2 CK ${step2} ${offset === 'clearly' ? 'clearly' : 'partly'} makes up for it.`;
      return `${notPassed('Step 1', evidence)}${offsetText}`;
    },
    chip: ({ passedOn }) => (passedOn === null ? 'Step 1 still to pass' : 'Step 1 passed at a retake'),
    clearsWhen: ({ passedOn, step2, offsetFrom }) => {
      if (passedOn === null) return 'Eases once Step 1 is passed.';
      return step2 === null ? `Eases with a Step 2 CK of ${offsetFrom} or higher.` : undefined;
    },
  },
  'exam.multiple-failures': {
    label: 'Several attempts not passed',
    sentence: ({ failures, failed }) =>
      `${counted(failures, 'exam attempt')} were not passed: ${listText(failed.map(({ exam, takenOn }) => `${examLabel(exam)} on ${dayWithYear(takenOn)}`))}.`,
    chip: ({ failures }) => `${failures} attempts not passed`,
  },
  'exam.attempts-left': {
    label: 'Few attempts left',
    sentence: ({ steps, maximum }) =>
      `${listText(steps.map(({ exam, used }) => `${used} of ${maximum} attempts at ${examLabel(exam)}`))} are used.`,
    chip: ({ steps, maximum }) => `${steps[0]?.used} of ${maximum} attempts used`,
    clearsWhen: ({ steps }) => `Clears once ${listText(steps.map(({ exam }) => examLabel(exam)))} is passed.`,
  },
  'exam.step1-numeric-low': {
    label: 'Low Step 1 score',
    sentence: ({ score, line, takenOn }) =>
      `Step 1 of ${dayWithYear(takenOn)} is ${score}, ${score < line ? `below ${line}` : `not above ${line}`}, a line that programs look at.`,
    chip: ({ score, line }) => `Step 1 ${score}, ${score < line ? 'below' : 'not above'} ${line}`,
  },
  'exam.step2-below-screens': {
    label: 'Step 2 CK below common screens',
    sentence: ({ score, line, cleared }) => {
      const rest = cleared.length === 0 ? '' : ` It clears ${listText(cleared.map(String))}.`;
      return `Step 2 CK ${score} is below ${line}, a screen that programs commonly set.${rest}`;
    },
    chip: ({ line }) => `CK below the ${line} screen`,
  },
  'exam.declining': {
    label: 'Results going down',
    sentence: ({ declines }) => `Results go down: ${listText(declines.map(declineText))}.`,
    chip: ({ declines }) => (declines[0]?.in === 'step1-to-step2' ? 'Step 2 CK behind Step 1' : 'Results going down'),
    clearsWhen: ({ declines }) =>
      declines.every((decline) => decline.in !== 'step1-to-step2')
        ? 'Clears with a next result above the last one.'
        : 'Clears with a specialty whose range is nearer to the Step 2 CK score.',
  },
  'exam.score-age': {
    label: 'First pass long ago',
    sentence: ({ exam, firstPassedOn, windowEndsOn }) =>
      `${examLabel(exam)} was passed on ${dayWithYear(firstPassedOn)}; the certification window of that pass ends on ${dayWithYear(windowEndsOn)}.`,
    chip: ({ windowEndsOn }) => `Window ends ${dayWithYear(windowEndsOn)}`,
    clearsWhen: () => 'Clears once Step 3 is on record, which only certified graduates may take.',
  },
  'exam.comlex-only': {
    label: 'COMLEX only',
    sentence: () => 'COMLEX is on record and no USMLE Step; many programs screen on USMLE scores.',
    chip: () => 'COMLEX only',
    clearsWhen: () => 'Clears once a USMLE Step is taken.',
  },
  'exam.step3-for-visa': {
    label: 'Step 3 needed for the visa',
    sentence: () => 'Only an H-1B visa is acceptable, for which programs ask for Step 3, and Step 3 is still to pass.',
    chip: () => 'H-1B needs Step 3',
    clearsWhen: () => 'Clears once Step 3 is passed, or when a J-1 visa is acceptable too.',
  },
};
