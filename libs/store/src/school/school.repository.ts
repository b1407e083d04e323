import { type Database, sql, sqlOne, sqlWithoutSchool } from '../database.js';
import { addSchedules } from '../schedule/schedule.repository.js';

export interface School {
  id: string;
  name: string;
  timeZone: string;
}

const columns = `school_id as id, name, time_zone as "timeZone"`;

/** Every school there is: the narrow way past row-level security for what works through them one by one. */
export const listSchools = (db: Database): Promise<School[]> =>
  sqlWithoutSchool<School>(db, `select id, name, time_zone as "timeZone" from list_schools()`);

export const findSchool = (db: Database, id: string): Promise<School | undefined> =>
  sqlOne<School>(db, id, `select ${columns} from school where school_id = $1`, [id]);

/** Creates the school, with the usual schedules, or updates its name and zone. */
export async function saveSchool(db: Database, { id, name, timeZone }: School): Promise<void> {
  await sql(
    db,
    id,
    `insert into school (school_id, name, time_zone) values ($1, $2, $3)
     on conflict (school_id) do update set name = excluded.name, time_zone = excluded.time_zone`,
    [id, name, timeZone],
  );
  await addSchedules(db, { id, timeZone });
}

/** The seasons of a school with how many applicants each has, newest first. */
export const listSeasons = (db: Database, schoolId: string): Promise<{ season: number; applicants: number }[]> =>
  sql(db, schoolId, 'select season, count(*) as applicants from applicant where school_id = $1 group by season order by season desc', [
    schoolId,
  ]);
