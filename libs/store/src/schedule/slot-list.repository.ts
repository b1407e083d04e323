import type { Day, RunOutcome, RunState, SlotState } from '@matchwatch/domain';
import { type Database, sql } from '../database.js';
import { isCohortRun } from '../run/cohort-run.js';

/** A slot that has come, with the runs it started as they stand. */
export interface SlotRow {
  scheduleId: number;
  at: Date;
  on: Day;
  state: SlotState;
  late: boolean;
  takenAt: Date;
  why: string | null;
  runs: { id: number; season: number; state: RunState; outcome: RunOutcome | null }[];
}

/** The last slots of every schedule of a school, newest first, and besides them those named. */
export const listSlots = (
  db: Database,
  schoolId: string,
  most: number,
  named: readonly { scheduleId: number; at: Date }[] = [],
): Promise<SlotRow[]> =>
  sql(
    db,
    schoolId,
    `with last as (
       select t.* from schedule s cross join lateral (
         select * from schedule_slot t where t.school_id = s.school_id and t.schedule_id = s.id order by slot_at desc limit $2
       ) t where s.school_id = $1
       union
       select t.* from schedule_slot t join unnest($3::integer[], $4::timestamptz[]) as named (id, at) on t.schedule_id = named.id and t.slot_at = named.at
       where t.school_id = $1
     )
     select schedule_id as "scheduleId", slot_at as at, on_day as "on", state, late, taken_at as "takenAt", why,
            (select coalesce(json_agg(json_build_object('id', run.id, 'season', run.season, 'state', run.state, 'outcome', run.outcome) order by run.season desc), '[]')
             from run where run.school_id = $1 and run.id = any (last.run_ids)) as runs
     from last order by schedule_id, slot_at desc`,
    [schoolId, most, named.map(({ scheduleId }) => scheduleId), named.map(({ at }) => at)],
  );

/** When the last run of a whole cohort was published in each season since an instant, whoever asked for it. */
export const listLastPublications = (db: Database, schoolId: string, since: Date): Promise<{ season: number; at: Date }[]> =>
  sql(
    db,
    schoolId,
    `select season, max(published_at) as at from run where school_id = $1 and published_at >= $2 and ${isCohortRun} group by season`,
    [schoolId, since],
  );
