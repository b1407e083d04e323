import type { CalendarEvent, Day } from '@matchwatch/domain';
import type { CalendarEntry } from './calendar.js';
import { seasonMarkLabel } from './policy-value.js';

/** What stands in a person's calendar outside the product. */
export interface FeedContent {
  schoolId: string;
  publicUrl: string;
  /** Whether the school lets mail, and so calendars, name applicants. */
  names: boolean;
  /** When the calendar began: the stamp of what has none of its own. */
  since: Date;
  seasons: readonly { season: number; changedAt: Date | null; days: readonly { mark: string; on: Day }[] }[];
  events: readonly (CalendarEvent & { id: number; version: number; changedAt: Date })[];
  meetings: readonly {
    id: number;
    applicantId: number;
    applicant: string;
    restricted: boolean;
    on: Day;
    from: Date | undefined;
    minutes: number | null;
    version: number;
    changedAt: Date;
  }[];
  tasks: readonly { id: number; applicantId: number; applicant: string; restricted: boolean; on: Day; version: number }[];
}

/** The entries of a calendar: no reason, no level, no text of a task or a meeting, and no name unless the school allows it. */
export function feedEntries({ schoolId, publicUrl, names, since, seasons, events, meetings, tasks }: FeedContent): CalendarEntry[] {
  const uid = (what: string) => `${what}.${schoolId}@matchwatch`;
  const whom = ({ applicant, restricted }: { applicant: string; restricted: boolean }) =>
    names && !restricted ? applicant : 'an applicant';
  const page = ({ applicantId }: { applicantId: number }) => `${publicUrl.replace(/\/$/, '')}/applicants/${applicantId}/show`;
  return [
    ...seasons.flatMap(({ season, changedAt, days }) =>
      days.map(({ mark, on }) => ({
        uid: uid(`season-${season}-${mark}`),
        title: `${seasonMarkLabel(mark)} (${season} Match)`,
        on,
        stampedAt: changedAt ?? since,
      })),
    ),
    ...events.map(({ id, from, to, title, version, changedAt }) => ({
      uid: uid(`event-${id}`),
      title,
      on: from,
      until: to,
      sequence: version - 1,
      stampedAt: changedAt,
    })),
    ...meetings.map((meeting) => ({
      uid: uid(`meeting-${meeting.id}`),
      title: `Meeting with ${whom(meeting)}`,
      on: meeting.on,
      from: meeting.from,
      minutes: meeting.minutes ?? undefined,
      url: page(meeting),
      sequence: meeting.version - 1,
      stampedAt: meeting.changedAt,
    })),
    ...tasks.map((task) => ({
      uid: uid(`task-${task.id}`),
      title: `Task due for ${whom(task)}`,
      on: task.on,
      url: page(task),
      sequence: task.version - 1,
      stampedAt: since,
    })),
  ];
}
