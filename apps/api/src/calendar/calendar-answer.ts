import type { CalendarEventAnswer } from '@matchwatch/contracts';
import { scopeOf } from '@matchwatch/domain';
import type { CalendarEventRow, CalendarView, StandingSession } from '@matchwatch/store';
import type { Access } from '../session/authoriser.js';

/** Whose exams, meetings and tasks a person finds in a calendar. */
export const viewOfCalendar = (person: StandingSession['person'], { links, view }: Access): CalendarView => ({
  exams: scopeOf(person, 'applicant.view', links),
  notes: scopeOf(person, 'notes.view', links),
  wellbeing: view.wellbeing,
});

/** An event of the school's own as it is answered. */
export const toEvent = ({ changedAt, ...event }: CalendarEventRow): CalendarEventAnswer => ({
  ...event,
  changedAt: changedAt.toISOString(),
});
