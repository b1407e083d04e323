import { type Database, sql, sqlOne } from '../database.js';

/** Emergency access as it is listed for those who look after it. */
export interface EmergencyAccessRow {
  id: number;
  personId: number;
  person: string;
  role: string;
  applicantId: number;
  applicant: string;
  reason: string;
  openedAt: Date;
  untilAt: Date;
}

/** Opens one applicant to a person for some minutes. */
export async function openEmergencyAccess(
  db: Database,
  schoolId: string,
  { personId, applicantId, reason }: { personId: number; applicantId: number; reason: string },
  now: Date,
  minutes: number,
): Promise<{ id: number; untilAt: Date }> {
  const opened = await sqlOne<{ id: number; untilAt: Date }>(
    db,
    schoolId,
    `insert into emergency_access (school_id, person_id, applicant_id, reason, opened_at, until_at)
     values ($1, $2, $3, $4, $5::timestamptz, $5::timestamptz + make_interval(mins => $6)) returning id, until_at as "untilAt"`,
    [schoolId, personId, applicantId, reason, now, minutes],
  );
  if (!opened) throw new Error('Emergency access was written and has no id');
  return opened;
}

/** The newest hundred times the glass was broken. */
export const listEmergencyAccess = (db: Database, schoolId: string): Promise<EmergencyAccessRow[]> =>
  sql(
    db,
    schoolId,
    `select e.id, e.person_id as "personId", p.name as person, p.role, e.applicant_id as "applicantId",
            concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant, e.reason,
            e.opened_at as "openedAt", e.until_at as "untilAt"
     from emergency_access e
     join person p on p.school_id = e.school_id and p.id = e.person_id
     join applicant_summary s on s.school_id = e.school_id and s.applicant_id = e.applicant_id
     where e.school_id = $1 order by e.id desc limit 100`,
    [schoolId],
  );
