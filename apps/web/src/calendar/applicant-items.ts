import type { ApplicantCalendar } from '@matchwatch/contracts';
import { type CalendarPeopleKind, type Day, daysBetween } from '@matchwatch/domain';
import { changeText, examLabel, referralKindLabel, seasonMarkLabel } from '@matchwatch/words';
import { applicantLink } from '../applicants/applicant-links.js';
import type { Text } from '../i18n/use-text.js';
import type { CalendarItem } from './calendar-items.js';

/** A day with what is on it. */
export type ItemDay = readonly [on: Day, items: readonly CalendarItem[]];

/** What an applicant has: still open although its day has gone by, to come, and gone by; each by day. */
export interface ApplicantItems {
  open: ItemDay[];
  coming: ItemDay[];
  past: ItemDay[];
}

/** Of these somebody has still to say how they ended. */
const staysOpen: ReadonlySet<CalendarPeopleKind> = new Set<CalendarPeopleKind>(['meeting', 'task', 'referral']);
const tabOf: Readonly<Record<CalendarPeopleKind, string>> = {
  exam: 'record',
  meeting: 'casework',
  task: 'casework',
  referral: 'casework',
  goal: 'casework',
};

function entryText({ kind, exam, at, title, referral, change }: ApplicantCalendar['entries'][number], t: Text): string {
  switch (kind) {
    case 'exam':
      return t('coming.exam', { exam: exam ? examLabel(exam) : '' });
    case 'meeting':
      return at ? t('coming.meetingAt', { at }) : t('coming.meeting');
    case 'task':
      return title ?? '';
    case 'referral':
      return t('coming.referral', { kind: referral ? referralKindLabel(referral) : '' });
    case 'goal':
      return t('coming.goal', { change: change ? changeText(change) : '' });
  }
}

/** The days of an applicant’s calendar, season and school first on each. */
export function applicantItems(
  applicantId: number,
  { today, from, to, days, events, entries }: ApplicantCalendar,
  t: Text,
): ApplicantItems {
  const parts = { open: new Map<Day, CalendarItem[]>(), coming: new Map<Day, CalendarItem[]>(), past: new Map<Day, CalendarItem[]>() };
  const add = (on: Day, item: CalendarItem, isOpen = false) => {
    if (on < from || on > to) return;
    const part = parts[on >= today ? 'coming' : isOpen ? 'open' : 'past'];
    part.set(on, [...(part.get(on) ?? []), item]);
  };
  for (const { mark, on } of days) add(on, { id: mark, kind: 'season', text: seasonMarkLabel(mark) });
  for (const { id, from: first, to: last, title } of events) {
    // Of an event that is on, today; of one that is over, its last day.
    const on = first >= today ? first : last >= today ? today : last;
    const until = last > on ? t('coming.until', { days: daysBetween(on, last) + 1 }) : '';
    add(on, { id: `event-${id}`, kind: 'event', text: [title, until].filter(Boolean).join(', ') });
  }
  entries.forEach((entry, place) => {
    const to = `${applicantLink(applicantId)}?tab=${tabOf[entry.kind]}`;
    add(entry.on, { id: `entry-${place}`, kind: entry.kind, text: entryText(entry, t), to }, staysOpen.has(entry.kind));
  });
  const byDay = (part: Map<Day, CalendarItem[]>): ItemDay[] => [...part].sort(([a], [b]) => (a < b ? -1 : 1));
  return { open: byDay(parts.open), coming: byDay(parts.coming), past: byDay(parts.past).reverse() };
}
