import { addDays, dayIn, instantIn, scopeOf, viewOf } from '@matchwatch/domain';
import {
  type CalendarReader,
  type Database,
  listCalendarEvents,
  listLinks,
  listMeetings,
  listSeasonsInView,
  listTasks,
} from '@matchwatch/store';
import { type CalendarEntry, feedEntries } from '@matchwatch/words';
import { readSeasonDates } from './read-season-dates.js';

const daysBack = 60;
const daysAhead = 400;
const mostOfEach = 500;
/** Of the seasons a school has, those that are still of use in a calendar. */
const mostSeasons = 3;

/** What stands in somebody's calendar now: the season's days, the school's own, and their planned meetings and due tasks. */
export async function readFeed(
  db: Database,
  { person, school, createdAt }: CalendarReader,
  now: Date,
  publicUrl: string,
): Promise<CalendarEntry[]> {
  const today = dayIn(school.timeZone, now);
  const [from, to] = [addDays(today, -daysBack), addDays(today, daysAhead)];
  const links = await listLinks(db, school.id, person, today, now);
  const view = viewOf(person, links);
  const scopes = { notes: scopeOf(person, 'notes.view', links), wellbeing: view.wellbeing };
  const range = [0, mostOfEach - 1] as const;
  const seasons = (await listSeasonsInView(db, school.id, view)).slice(0, mostSeasons).map(({ season }) => season);
  const dates = await readSeasonDates(db, school.id, seasons, today);
  const events = await listCalendarEvents(db, school.id, from, to);
  const planned = { personId: person.id, state: ['planned'] as const, from, to };
  const meetings = await listMeetings(db, school.id, scopes, planned, { descending: false, range });
  const holder = { id: person.id, email: person.email, isDean: person.role === 'dean' };
  const tasks = await listTasks(db, school.id, scopes, { holder, dueFrom: from, dueTo: to }, { sort: 'dueOn', descending: false, range });
  return feedEntries({
    schoolId: school.id,
    publicUrl,
    names: school.mailNames,
    since: createdAt,
    seasons: dates.map(({ season, days, changed }) => ({ season, days, changedAt: changed ? new Date(changed.at) : null })),
    events,
    meetings: meetings.rows.map((each) => ({
      ...each,
      from: each.at === null ? undefined : instantIn(school.timeZone, each.on, each.at),
    })),
    tasks: tasks.rows.flatMap(({ dueOn, ...each }) => (dueOn === null ? [] : [{ ...each, on: dueOn }])),
  });
}
