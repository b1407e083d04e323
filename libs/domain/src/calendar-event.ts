import type { Day } from './day.js';

/** Kinds of days in a school's own calendar, which no rule reads. */
export const calendarEventKinds = ['workshop', 'interview-practice', 'letters', 'information', 'deadline', 'other'] as const;
export type CalendarEventKind = (typeof calendarEventKinds)[number];

/** A day, or days, of a school's own calendar. */
export interface CalendarEvent {
  readonly season: number;
  readonly from: Day;
  /** The last day; the first again for a single one. */
  readonly to: Day;
  readonly kind: CalendarEventKind;
  readonly title: string;
  /** Who or what says so. */
  readonly source: string | null;
}

/**
 * What applicants have on a day: an exam they are booked for, a planned meeting, an open task that is due, a referral whose outcome is due,
 * a change of the record that was agreed on for that day.
 */
export const calendarPeopleKinds = ['exam', 'meeting', 'task', 'referral', 'goal'] as const;
export type CalendarPeopleKind = (typeof calendarPeopleKinds)[number];

/** Most days that a calendar is asked for at once. */
export const longestCalendar = 100;
