import { type MailedReport, mailedByDefault, type PersonState, type Role } from '@matchwatch/domain';
import { type Database, sqlOne } from '../database.js';

/** Somebody a report is due to, as they are now. */
export interface Recipient {
  id: number;
  email: string;
  name: string;
  role: Role;
  state: PersonState;
  /** What they want of the report, said or by default. */
  mail: boolean;
  skipEmpty: boolean;
  /** Whether the school holds the report back. */
  paused: boolean;
  school: { name: string; timeZone: string; mailNames: boolean };
}

/** Who somebody is and what they get of a report at this moment; undefined outside the school. */
export const findRecipient = (db: Database, schoolId: string, personId: number, report: MailedReport): Promise<Recipient | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select p.id, p.email, p.name, p.role, p.state, coalesce(s.mail, p.role = any ($4::text[])) as mail,
            coalesce(s.skip_empty, $3 = 'digest') as "skipEmpty",
            exists (select from report_pause r where r.school_id = p.school_id and r.report = $3) as paused,
            json_build_object('name', school.name, 'timeZone', school.time_zone, 'mailNames', school.mail_names) as school
     from person p
     join school on school.school_id = p.school_id
     left join report_subscription s on s.school_id = p.school_id and s.person_id = p.id and s.report = $3
     where p.school_id = $1 and p.id = $2`,
    [schoolId, personId, report, mailedByDefault[report]],
  );
