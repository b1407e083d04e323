import type {
  Calendar,
  CalendarEventAnswer,
  CalendarEventWrite,
  CalendarFeedAnswer,
  CalendarFeedMade,
  CalendarPerson,
} from '@matchwatch/contracts';
import { ifMatch, query, read, remove, send } from './request.js';

/** Calls of the calendar and its private feed. */
export const calendarCalls = {
  getCalendar: (
    asked: { from?: string | undefined; to?: string | undefined; season?: number | undefined },
    signal?: AbortSignal,
  ): Promise<Calendar> => read(`/calendar${query(asked)}`, signal),
  getCalendarPeople: (on: string, season: number | undefined, signal?: AbortSignal): Promise<CalendarPerson[]> =>
    read(`/calendar/people${query({ on, season })}`, signal),
  addCalendarEvent: (event: CalendarEventWrite): Promise<CalendarEventAnswer> => send('POST', '/calendar/events', event),
  changeCalendarEvent: (eventId: number, version: number, event: CalendarEventWrite): Promise<CalendarEventAnswer> =>
    send('PUT', `/calendar/events/${eventId}`, event, ifMatch(version)),
  removeCalendarEvent: (eventId: number, version: number): Promise<void> => remove(`/calendar/events/${eventId}`, ifMatch(version)),
  getCalendarFeed: (signal?: AbortSignal): Promise<CalendarFeedAnswer> => read('/account/calendar-feed', signal),
  makeCalendarFeed: (): Promise<CalendarFeedMade> => send('POST', '/account/calendar-feed', {}),
  endCalendarFeed: (): Promise<void> => remove(`/account/calendar-feed`),
};
