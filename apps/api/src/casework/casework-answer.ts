import type { ListedMeeting, Meeting, MeetingRevision, Outreach, Plan, PlanRevision, Task } from '@matchwatch/contracts';
import type * as store from '@matchwatch/store';

const iso = (at: Date): string => at.toISOString();

/** A meeting as it crosses HTTP. The note of a restricted one is never in a list; the other texts are for who has the right. */
export function toMeeting(row: store.MeetingRow, wellbeing: boolean): Meeting {
  const { note, restricted, createdAt, changedAt, advised, nextStep, nextOn, ...meeting } = row;
  const open = !restricted || wellbeing;
  return {
    ...meeting,
    restricted,
    hasNote: note !== null,
    note: restricted ? null : note,
    nextStep: open ? nextStep : null,
    nextOn: open ? nextOn : null,
    advised: open ? advised : advised.map((each) => ({ ...each, why: null })),
    createdAt: iso(createdAt),
    changedAt: iso(changedAt),
  };
}

/** A meeting of a list. */
export const toListedMeeting = ({ applicant, wellbeingOpen, ...row }: store.ListedMeeting): ListedMeeting => ({
  ...toMeeting(row, wellbeingOpen),
  applicant,
});

/** A version of a meeting, its texts for who has the right. */
export function toMeetingRevision({ at, content, ...revision }: store.MeetingRevision, wellbeing: boolean): MeetingRevision {
  const open = !content.restricted || wellbeing;
  return {
    ...revision,
    at: iso(at),
    reason: open ? revision.reason : null,
    content: open
      ? content
      : { ...content, note: null, nextStep: null, nextOn: null, advised: content.advised.map((each) => ({ ...each, why: null })) },
  };
}

/** A task as it crosses HTTP. */
export const toTask = <T extends store.TaskRow>({ createdAt, ...task }: T): Omit<T, 'createdAt'> & Pick<Task, 'createdAt'> => ({
  ...task,
  createdAt: iso(createdAt),
});

/** A plan as it crosses HTTP. */
export const toPlan = ({ createdAt, changedAt, ...plan }: store.PlanRow): Plan => ({
  ...plan,
  createdAt: iso(createdAt),
  changedAt: iso(changedAt),
});

/** A version of a plan without tasks the reader must not know of. */
export const toPlanRevision = ({ at, content, ...revision }: store.PlanRevision, wellbeing: boolean): PlanRevision => ({
  ...revision,
  at: iso(at),
  content: {
    ...content,
    tasks: content.tasks
      .filter(({ restricted }) => wellbeing || !restricted)
      .map(({ id, phase, title, owner, dueOn, state }) => ({ id, phase, title, owner, dueOn, state })),
  },
});

/** A message as it crosses HTTP. */
export const toOutreach = ({ createdAt, endedAt, ...outreach }: store.OutreachRow): Outreach => ({
  ...outreach,
  createdAt: iso(createdAt),
  endedAt: endedAt && iso(endedAt),
});
