import type { ApplicantPlace } from '@matchwatch/domain';
import { type Database, sqlOne } from '../database.js';

const columns = 'applicant_id as "applicantId", advisor, season';

/** What decides who stands in a relation to an applicant; undefined outside the school. */
export const findApplicantPlace = (db: Database, schoolId: string, id: number): Promise<ApplicantPlace | undefined> =>
  sqlOne(db, schoolId, `select ${columns} from applicant_summary where school_id = $1 and applicant_id = $2`, [schoolId, id]);

/** The same by the school's own number of the applicant. */
export const findPlaceByExternalId = (db: Database, schoolId: string, externalId: string): Promise<ApplicantPlace | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select s.applicant_id as "applicantId", s.advisor, s.season from applicant a
     join applicant_summary s on s.school_id = a.school_id and s.applicant_id = a.id
     where a.school_id = $1 and a.external_id = $2`,
    [schoolId, externalId],
  );
