import type { Meeting, MeetingDraft, MeetingWrite } from '@matchwatch/contracts';
import {
  type ApplicantRecord,
  type Day,
  type Intervention,
  type InterventionAnswer,
  isDay,
  type MeetingKind,
  type MeetingTopic,
  type RecordChange,
} from '@matchwatch/domain';
import { orNull } from '../surface/form/or-null.js';
import { agreedGoal, targetFactOf } from './agreed-goal.js';

/** One thing advised, as it is being filled in. */
export interface AdvisedForm {
  intervention: Intervention;
  answer: InterventionAnswer;
  why: string;
  /** What was agreed in a number, a day or a specialty, as text. */
  target: string;
  dueOn: Day | null;
  /** The goal it had before it was opened for correction. */
  goal?: RecordChange | null | undefined;
}

/** A meeting as it is being filled in; days may be half typed. */
export interface MeetingForm {
  state: MeetingWrite['state'];
  kind: MeetingKind;
  on: string;
  at: string;
  minutes: number | null;
  staffIds: number[];
  others: string;
  topics: MeetingTopic[];
  advised: AdvisedForm[];
  note: string;
  restricted: boolean;
  nextStep: string;
  nextOn: string;
}

/** A meeting that nothing is written of yet. */
export const emptyMeeting = (today: Day): MeetingForm => ({
  state: 'held',
  kind: 'in-person',
  on: today,
  at: '',
  minutes: 30,
  staffIds: [],
  others: '',
  topics: [],
  advised: [],
  note: '',
  restricted: false,
  nextStep: '',
  nextOn: '',
});

/** Whether a person has written something that would be a loss. */
export const isWorthKeeping = ({ note, others, nextStep, advised, topics }: MeetingForm): boolean =>
  `${note}${others}${nextStep}`.trim() !== '' || advised.length > 0 || topics.length > 0;

const whole = (day: string | null): Day | null => (isDay(day) ? day : null);

/** A form as its draft is kept. */
export const toDraft = ({ advised, on, nextOn, ...form }: MeetingForm): MeetingDraft => ({
  ...form,
  ...(isDay(on) && { on }),
  nextOn: whole(nextOn),
  advised: advised.map(({ intervention, answer, why, target, dueOn }) => ({ intervention, answer, why, target, dueOn: whole(dueOn) })),
});

/** A draft that was kept, filled in where it tells nothing. */
export function fromDraft(draft: MeetingDraft, today: Day): MeetingForm {
  const told = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
  return { ...emptyMeeting(today), ...told, nextOn: draft.nextOn ?? '' } as MeetingForm;
}

/** A meeting as it stands, opened for correction with the text of its note. */
export const fromMeeting = (meeting: Meeting, note: string | null): MeetingForm => ({
  state: meeting.state === 'withdrawn' ? 'held' : meeting.state,
  kind: meeting.kind,
  on: meeting.on,
  at: meeting.at ?? '',
  minutes: meeting.minutes,
  staffIds: meeting.staff.map(({ id }) => id),
  others: meeting.others.join(', '),
  topics: meeting.topics,
  advised: meeting.advised.map(({ intervention, answer, why, goal, dueOn }) => ({
    intervention,
    answer,
    why: why ?? '',
    target: targetOf(goal),
    dueOn,
    goal,
  })),
  note: note ?? '',
  restricted: meeting.restricted,
  nextStep: meeting.nextStep ?? '',
  nextOn: meeting.nextOn ?? '',
});

function targetOf(goal: RecordChange | null): string {
  switch (goal?.fact) {
    case 'list.programs':
      return String(goal.to.programs);
    case 'plan.backups':
      return goal.to.at(-1)?.specialty ?? '';
    case 'exam.booking':
      return goal.to.bookedFor ?? '';
    case 'plan.primary':
    case 'study.question-bank':
    case 'letters.uploaded':
    case 'interview.mocks':
      return String(goal.to);
    default:
      return '';
  }
}

/** What is sent of a form, for the contract to judge; goals only where one applicant's record is known. */
export function toWrite(form: MeetingForm, record: ApplicantRecord | undefined): MeetingWrite {
  const { on, at, others, note, nextStep, nextOn, advised, ...rest } = form;
  return {
    ...rest,
    on: on as Day,
    at: orNull(at),
    others: others
      .split(/[,\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    note: orNull(note),
    nextStep: orNull(nextStep),
    nextOn: nextStep.trim() === '' ? null : (orNull(nextOn) as Day | null),
    advised: advised.map(({ intervention, answer, why, target, dueOn, goal: before }) => {
      const goal = answer === 'agreed' && dueOn !== null ? goalOf(intervention, target, dueOn, record, before) : null;
      return { intervention, answer, why: orNull(why), goal, dueOn: answer === 'declined' ? null : dueOn };
    }),
  };
}

function goalOf(
  intervention: Intervention,
  target: string,
  dueOn: Day,
  record: ApplicantRecord | undefined,
  before: RecordChange | null | undefined,
): RecordChange | null {
  // What was agreed stays as it was agreed, unless the target was given anew.
  if (before && (targetFactOf(intervention) === undefined || targetOf(before) === target)) return before;
  return record ? agreedGoal(intervention, target, dueOn, record) : null;
}
