import type { Calendar, CalendarEventAnswer } from '@matchwatch/contracts';
import { addDays, type CalendarPeopleKind, type Day } from '@matchwatch/domain';
import { examLabel, seasonMarkLabel } from '@matchwatch/words';
import { applicantsLink } from '../applicants/applicant-links.js';
import type { Text } from '../i18n/use-text.js';

/** What the calendar may be narrowed to, in the order of its buttons. */
export const itemKinds = ['season', 'event', 'exam', 'meeting', 'task', 'referral', 'goal'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** One line of a day. */
export interface CalendarItem {
  id: string;
  kind: ItemKind;
  text: string;
  event?: CalendarEventAnswer;
  /** The list of the applicants it counts, or where it is told in full. */
  to?: string | undefined;
}

/** The lines of each day, season and school first. */
export function itemsByDay(
  { seasons, events, people }: Calendar,
  kinds: ReadonlySet<ItemKind>,
  t: Text,
  season: number | undefined,
): Map<Day, CalendarItem[]> {
  const days = new Map<Day, CalendarItem[]>();
  const add = (on: Day, item: CalendarItem) => {
    if (kinds.size === 0 || kinds.has(item.kind)) days.set(on, [...(days.get(on) ?? []), item]);
  };
  for (const { season: year, days: marks } of seasons)
    for (const { mark, on } of marks) add(on, { id: `${year}-${mark}`, kind: 'season', text: seasonMarkLabel(mark) });
  for (const event of events)
    for (let on = event.from; on <= event.to; on = addDays(on, 1))
      add(on, { id: `event-${event.id}`, kind: 'event', text: event.title, event });
  for (const { on, kind, exam, applicants, ids } of people)
    add(on, {
      id: `${kind}-${exam ?? ''}`,
      kind,
      text: peopleText(kind, exam && examLabel(exam), applicants, t),
      // Too many to be named are listed by the day alone.
      to: ids.length > 0 ? applicantsLink({ ...(season !== undefined && { season }), id: ids }) : undefined,
    });
  return days;
}

const peopleText = (kind: CalendarPeopleKind, exam: string | null, applicants: number, t: Text): string =>
  t(`calendar.${kind}`, { count: applicants, exam: exam ?? '' });

/** The weeks that show a month, each from Monday to Sunday. */
export function weeksOf(month: Day): Day[][] {
  const first = `${month.slice(0, 7)}-01` as Day;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: Day[][] = [];
  for (let monday = addDays(first, -weekday); monday.slice(0, 7) <= month.slice(0, 7); monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, n) => addDays(monday, n)));
  return weeks;
}
