import { type Database, sql, sqlOne } from '../database.js';

export interface School {
  id: string;
  name: string;
  timeZone: string;
}

const columns = `school_id as id, name, time_zone as "timeZone"`;

export const listSchools = (db: Database): Promise<School[]> => sql<School>(db, `select ${columns} from school order by school_id`);

export const findSchool = (db: Database, id: string): Promise<School | undefined> =>
  sqlOne<School>(db, `select ${columns} from school where school_id = $1`, [id]);

/** Creates the school or updates its name and zone. */
export async function saveSchool(db: Database, { id, name, timeZone }: School): Promise<void> {
  await sql(
    db,
    `insert into school (school_id, name, time_zone) values ($1, $2, $3)
     on conflict (school_id) do update set name = excluded.name, time_zone = excluded.time_zone`,
    [id, name, timeZone],
  );
}

/** The seasons of a school with how many applicants each has, newest first. */
export const listSeasons = (db: Database, schoolId: string): Promise<{ season: number; applicants: number }[]> =>
  sql(db, 'select season, count(*) as applicants from applicant where school_id = $1 group by season order by season desc', [schoolId]);
