import { lateAfterMinutes, type ScheduleKind, scheduleDefaults, scheduleKinds, type Timing } from '@matchwatch/domain';
import { type Database, sql, sqlOne, sqlWithoutSchool } from '../database.js';

/** A schedule as it stands, with the instant after which its slots are still to be taken. */
export interface Schedule extends Timing {
  id: number;
  kind: ScheduleKind;
  /** Slots before it are nobody's. */
  since: Date;
  /** The last slot that was taken, or the instant from which it counts. */
  takenUpTo: Date;
  paused: Pause | null;
}

/** Who paused a schedule, when and why. */
export interface Pause {
  at: Date;
  by: string;
  reason: string;
}

/** The clock that every scheduler goes by, so that two of them never differ: the database's. */
export async function readClock(db: Database): Promise<Date> {
  const [row] = await sqlWithoutSchool<{ now: Date }>(db, 'select clock_timestamp() as now');
  if (!row) throw new Error('The database told no time');
  return row.now;
}

const pauseColumn = (of: string) =>
  `case when ${of}.paused_at is not null then json_build_object('at', ${of}.paused_at, 'by', ${of}.paused_by, 'reason', ${of}.paused_reason) end as paused`;

/** Schedules of a school as they stand at an instant, in order of their kinds. A slot that a clock gone ahead passed over is taken when its time comes. */
export async function listSchedules(db: Database, schoolId: string, now: Date): Promise<Schedule[]> {
  const rows = await sql<Omit<Schedule, 'paused'> & { paused: (Omit<Pause, 'at'> & { at: string }) | null }>(
    db,
    schoolId,
    `select s.id, s.kind, s.cron, s.time_zone as "timeZone", s.since, greatest(s.since, taken.slot_at) as "takenUpTo", ${pauseColumn('s')}
     from schedule s
     left join lateral (
       select slot_at from schedule_slot t
       where t.school_id = s.school_id and t.schedule_id = s.id and t.slot_at <= $2 and t.state <> 'failed'
         and not (t.state = 'passed-over' and t.taken_at > $2 and t.slot_at > $2::timestamptz - make_interval(mins => $4))
       order by slot_at desc limit 1
     ) taken on true
     where s.school_id = $1 and s.kind = any ($3::text[]) order by array_position($3::text[], s.kind)`,
    [schoolId, now, scheduleKinds, lateAfterMinutes],
  );
  return rows.map(({ paused, ...row }) => ({ ...row, paused: paused && { ...paused, at: new Date(paused.at) } }));
}

/**
 * Gives a school every kind of schedule by the times that are configured and its own zone. What changed counts from now on: a slot of the new
 * times that lies before is not made up for.
 */
export async function alignSchedules(
  db: Database,
  { id, timeZone }: { id: string; timeZone: string },
  crons: Readonly<Record<ScheduleKind, string>>,
): Promise<void> {
  await sql(
    db,
    id,
    `insert into schedule as standing (school_id, kind, cron, time_zone)
     select $1, kind, cron, $2 from unnest($3::text[], $4::text[]) as configured (kind, cron)
     on conflict (school_id, kind) do update set cron = excluded.cron, time_zone = excluded.time_zone, since = clock_timestamp()
       where (standing.cron, standing.time_zone) is distinct from (excluded.cron, excluded.time_zone)`,
    [id, timeZone, scheduleKinds, scheduleKinds.map((kind) => crons[kind])],
  );
}

/** Gives a new school every kind of schedule by its usual times. */
export const addSchedules = (db: Database, { id, timeZone }: { id: string; timeZone: string }): Promise<unknown> =>
  sql(
    db,
    id,
    `insert into schedule (school_id, kind, cron, time_zone)
     select $1, kind, cron, $2 from unnest($3::text[], $4::text[]) as usual (kind, cron)
     on conflict (school_id, kind) do nothing`,
    [id, timeZone, scheduleKinds, scheduleKinds.map((kind) => scheduleDefaults[kind])],
  );

export type PauseOutcome = 'done' | 'unchanged' | 'missing';

/** Pauses a schedule, or lets it go on. What it missed meanwhile is not made up for. */
export async function pauseSchedule(db: Database, schoolId: string, id: number, pause: Pause | null): Promise<PauseOutcome> {
  const changed = await sqlOne(
    db,
    schoolId,
    `update schedule set paused_at = $3, paused_by = $4, paused_reason = $5, since = case when $3::timestamptz is null then clock_timestamp() else since end
     where school_id = $1 and id = $2 and (paused_at is null) <> ($3::timestamptz is null) returning id`,
    [schoolId, id, pause?.at ?? null, pause?.by ?? null, pause?.reason ?? null],
  );
  if (changed) return 'done';
  return (await sqlOne(db, schoolId, 'select from schedule where school_id = $1 and id = $2', [schoolId, id])) ? 'unchanged' : 'missing';
}
