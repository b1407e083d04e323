import type { Mark } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** What somebody has typed of a meeting. */
export interface MeetingDraft {
  content: unknown;
  savedAt: Date;
}

/** Keeps what an author has typed about an applicant, in place of what they had typed before. */
export const saveMeetingDraft = (
  db: Database,
  schoolId: string,
  applicantId: number,
  content: unknown,
  { by, at }: Mark,
): Promise<unknown> =>
  sql(
    db,
    schoolId,
    `insert into meeting_draft (school_id, author_id, applicant_id, content, saved_at) values ($1, $2, $3, $4, $5)
     on conflict (school_id, author_id, applicant_id) do update set content = excluded.content, saved_at = excluded.saved_at`,
    [schoolId, by, applicantId, JSON.stringify(content), at],
  );

/** What an author has typed about an applicant and not logged. */
export const findMeetingDraft = (
  db: Database,
  schoolId: string,
  applicantId: number,
  authorId: number,
): Promise<MeetingDraft | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select content, saved_at as "savedAt" from meeting_draft where school_id = $1 and author_id = $2 and applicant_id = $3`,
    [schoolId, authorId, applicantId],
  );

/** Forgets what an author has typed about some applicants. */
export const dropMeetingDrafts = (db: Database, schoolId: string, applicantIds: readonly number[], authorId: number): Promise<unknown> =>
  sql(db, schoolId, 'delete from meeting_draft where school_id = $1 and author_id = $2 and applicant_id = any ($3::integer[])', [
    schoolId,
    authorId,
    applicantIds,
  ]);
