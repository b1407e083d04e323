import type { ApplicantPlace, Because } from '@matchwatch/domain';
import type { Mark } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';

/** What became of one applicant: what was made, or why nothing was. */
export interface BulkOutcome {
  applicantId: number;
  madeId: number | null;
  because: Because | null;
}

/** A key that is new, or what was asked under it before and what became of it. */
export type BulkKey = { fresh: true; id: number } | { fresh: false; id: number; asked: string; result: BulkOutcome[] };

/** Takes a key for a person inside the transaction of what is done; whoever asks with the same key at the same time waits for its end. */
export async function takeBulkKey(db: Database, schoolId: string, key: string, asked: string, { by, at }: Mark): Promise<BulkKey> {
  const taken = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into bulk_action (school_id, person_id, key, asked, created_at) values ($1, $2, $3, $4, $5)
     on conflict (school_id, person_id, key) do nothing returning id`,
    [schoolId, by, key, asked, at],
  );
  if (taken) return { fresh: true, id: taken.id };
  const before = await sqlOne<{ id: number; asked: string; result: BulkOutcome[] }>(
    db,
    schoolId,
    'select id, asked, result from bulk_action where school_id = $1 and person_id = $2 and key = $3',
    [schoolId, by, key],
  );
  if (!before) throw new Error('A key was taken and is not there');
  return { fresh: false, ...before };
}

/** Keeps what became of each. */
export const keepBulkResult = async (db: Database, schoolId: string, id: number, result: readonly BulkOutcome[]): Promise<void> => {
  await sql(db, schoolId, 'update bulk_action set result = $3 where school_id = $1 and id = $2', [schoolId, id, JSON.stringify(result)]);
};

/** Where applicants stand, with their names, in the order of the names. */
export const listNamedPlaces = (
  db: Database,
  schoolId: string,
  ids: readonly number[],
): Promise<(ApplicantPlace & { externalId: string; name: string })[]> =>
  sql(
    db,
    schoolId,
    `select applicant_id as "applicantId", advisor, season, external_id as "externalId",
            concat_ws(' ', coalesce(preferred_name, given_name), family_name) as name
     from applicant_summary where school_id = $1 and applicant_id = any ($2::integer[]) order by sort_name, applicant_id`,
    [schoolId, ids],
  );
