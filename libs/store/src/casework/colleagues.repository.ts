import type { Role } from '@matchwatch/domain';
import { type Database, sql } from '../database.js';

/** Somebody of the school who may take part in casework. */
export interface Colleague {
  id: number;
  name: string;
  role: Role;
}

/** The active people of a school who act for applicants, by name. */
export const listColleagues = (db: Database, schoolId: string): Promise<Colleague[]> =>
  sql(
    db,
    schoolId,
    `select id, name, role from person
     where school_id = $1 and state = 'active' and role in ('dean', 'lead-advisor', 'advisor', 'administrator') order by name, id`,
    [schoolId],
  );
