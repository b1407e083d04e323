import type { ApplicantCasework, Meeting } from '@matchwatch/contracts';
import type { Day } from '@matchwatch/domain';

/** Something advised in a meeting that was held, with its day. */
export type AdvisedInMeeting = Meeting['advised'][number] & { meetingId: number; on: Day };

/** What was advised, the newest first. */
export const advisedOf = ({ meetings }: Pick<ApplicantCasework, 'meetings'>): AdvisedInMeeting[] =>
  meetings
    .filter(({ state }) => state === 'held')
    .flatMap(({ id, on, advised }) => advised.map((each) => ({ ...each, meetingId: id, on })))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
