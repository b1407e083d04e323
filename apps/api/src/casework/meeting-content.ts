import type { MeetingWrite } from '@matchwatch/contracts';
import type { Day, MetWith } from '@matchwatch/domain';
import type { Colleague, MeetingContent } from '@matchwatch/store';
import { refusedFields } from '../http/problem.js';

/** A meeting as it is stored, with whom the applicant met; refuses people nobody knows and a meeting that was held tomorrow. */
export function meetingContent(
  write: MeetingWrite,
  colleagues: readonly Colleague[],
  author: Colleague,
  today: Day,
  path = '',
): MeetingContent {
  const staff = write.staffIds.flatMap((id) => colleagues.filter((each) => each.id === id));
  const issues = [
    ...(staff.length < new Set(write.staffIds).size
      ? [{ path: `${path}staffIds`, reason: 'names somebody who is not of this school' }]
      : []),
    ...(write.state !== 'planned' && write.on > today
      ? [{ path: `${path}on`, reason: 'is still to come; a meeting to come is planned' }]
      : []),
  ];
  if (issues.length > 0) throw refusedFields(issues);
  const present = staff.length > 0 || write.others.length > 0 ? staff : [author];
  return { ...write, staffIds: [...new Set(present.map(({ id }) => id))], with: metWith(present) };
}

function metWith(present: readonly Colleague[]): MetWith {
  const roles = new Set(present.map(({ role }) => role));
  if (roles.has('dean')) return 'dean';
  return roles.has('advisor') || roles.has('lead-advisor') ? 'advisor' : 'other';
}

/** What the audit tells of a meeting: never its texts. */
export const toldOfMeeting = ({ state, kind, on, with: metWithWhom, topics, restricted, advised, note }: MeetingContent) => ({
  state,
  kind,
  on,
  with: metWithWhom,
  topics,
  restricted,
  hasNote: note !== null,
  advised: advised.map(({ intervention, answer }) => `${intervention}: ${answer}`),
});
