import type { CalendarEvent, Day } from '@matchwatch/domain';
import { type CaseworkOutcome, type Mark, whyNothing } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** An event of the school's calendar as it is kept. */
export interface CalendarEventRow extends CalendarEvent {
  id: number;
  version: number;
  changedBy: string;
  changedAt: Date;
}

const columns = `
  e.id, e.season, e.from_day as "from", e.to_day as "to", e.kind, e.title, e.source, e.version, e.changed_at as "changedAt",
  (select p.name from person p where p.school_id = e.school_id and p.id = e.changed_by) as "changedBy"`;
const mostEvents = 1000;

/** The events that touch some days, by day; a thousand at most. */
export const listCalendarEvents = (db: Database, schoolId: string, from: Day, to: Day): Promise<CalendarEventRow[]> =>
  sql(
    db,
    schoolId,
    `select ${columns} from calendar_event e where e.school_id = $1 and e.from_day <= $3::date and e.to_day >= $2::date
     order by e.from_day, e.id limit ${mostEvents}`,
    [schoolId, from, to],
  );

/** One event; undefined when there is none. */
export const findCalendarEvent = (db: Database, schoolId: string, id: number): Promise<CalendarEventRow | undefined> =>
  sqlOne(db, schoolId, `select ${columns} from calendar_event e where e.school_id = $1 and e.id = $2`, [schoolId, id]);

/** Adds an event; answers with its id. */
export async function addCalendarEvent(
  db: Database,
  schoolId: string,
  { season, from, to, kind, title, source }: CalendarEvent,
  { by, at }: Mark,
): Promise<number> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into calendar_event (school_id, season, from_day, to_day, kind, title, source, changed_by, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [schoolId, season, from, to, kind, title, source, by, at],
  );
  if (!added) throw new Error('An event was added and has no id');
  return added.id;
}

/** Changes an event over the version named. */
export async function changeCalendarEvent(
  db: Database,
  schoolId: string,
  { id, version }: { id: number; version: number },
  { season, from, to, kind, title, source }: CalendarEvent,
  { by, at }: Mark,
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update calendar_event set season = $4, from_day = $5, to_day = $6, kind = $7, title = $8, source = $9, changed_by = $10, changed_at = $11,
            version = version + 1
     where school_id = $1 and id = $2 and version = $3 returning version`,
    [schoolId, id, version, season, from, to, kind, title, source, by, at],
  );
  if (changed) return { outcome: 'saved', version: changed.version };
  return whyNothing(await findCalendarEvent(db, schoolId, id), version);
}

/** Removes an event at the version named; what it said stays in the audit. */
export async function removeCalendarEvent(
  db: Database,
  schoolId: string,
  { id, version }: { id: number; version: number },
): Promise<CaseworkOutcome> {
  const removed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    'delete from calendar_event where school_id = $1 and id = $2 and version = $3 returning version',
    [schoolId, id, version],
  );
  if (removed) return { outcome: 'saved', version: removed.version };
  return whyNothing(await findCalendarEvent(db, schoolId, id), version);
}
