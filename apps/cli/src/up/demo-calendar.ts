import { addDays, type CalendarEvent, type Day, mondayOf } from '@matchwatch/domain';
import { addCalendarEvent, type Database, type Person } from '@matchwatch/store';

/** Days of the demonstration's own, around its today. */
const demoEvents = (season: number, on: Day): CalendarEvent[] => {
  const monday = mondayOf(on);
  const day = (weeks: number, weekday: number) => addDays(monday, 7 * weeks + weekday);
  const source = 'Office of Student Affairs';
  return [
    { season, from: day(1, 1), to: day(1, 1), kind: 'workshop', title: 'Rank list workshop', source },
    { season, from: day(2, 2), to: day(2, 3), kind: 'interview-practice', title: 'Practice interviews with alumni', source },
    { season, from: day(0, 3), to: day(0, 3), kind: 'letters', title: 'Dean’s letters: meeting day', source: null },
    { season, from: day(4, 0), to: day(4, 0), kind: 'information', title: 'Evening on SOAP and second plans', source },
  ];
};

/** Puts the school's own days into the demonstration's calendar. */
export async function bringCalendar(
  database: Database,
  schoolId: string,
  { by, season, on, at }: { by: Person; season: number; on: Day; at: Date },
): Promise<void> {
  for (const event of demoEvents(season, on)) await addCalendarEvent(database, schoolId, event, { by: by.id, at });
}
