import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { type Database, sql } from '../database.js';

export const recordSources = ['screen', 'import', 'api', 'demo'] as const;

/** Who changed records, when, why and by which door. */
export interface ChangeMark {
  by: string;
  at: Date;
  /** The day the new facts became known; a backtest sees them from then on. */
  knownOn: Day;
  source: (typeof recordSources)[number];
  reason?: string | undefined;
  importId?: number | undefined;
}

export interface SavedRecord {
  id: number;
  externalId: string;
  version: number;
}

// Bounds the size of one statement; a document is a few kilobytes.
const batchSize = 2000;

const statement = `
  with incoming as (                                -- the documents given, one an applicant
    select document ->> 'externalId' as external_id, (document ->> 'season')::integer as season, document
    from jsonb_array_elements($2::jsonb) as document
  ), standing as (                                  -- what they replace, where they differ; locked against other writers
    select a.* from applicant a join incoming i on i.external_id = a.external_id
    where a.school_id = $1 and a.document is distinct from i.document
    for update of a
  ), archived as (                                  -- the version that was, with who made it
    insert into applicant_history (school_id, applicant_id, version, document, changed_by, changed_at, known_on, reason, source, import_id)
    select school_id, id, version, document, changed_by, changed_at, known_on, reason, source, import_id from standing
  ), written as (
    insert into applicant (school_id, external_id, season, version, document, changed_by, changed_at, known_on, reason, source, import_id)
    select $1, external_id, season, 1, document, $3, $4, $5, $6, $7, $8 from incoming
    where (select count(*) from standing) >= 0      -- trap: makes standing read (and lock) before this writes, or it would find nothing left to lock
    on conflict (school_id, external_id) do update
      set season = excluded.season, version = applicant.version + 1, document = excluded.document, changed_by = excluded.changed_by,
          changed_at = excluded.changed_at, known_on = excluded.known_on, reason = excluded.reason, source = excluded.source, import_id = excluded.import_id
      where applicant.document is distinct from excluded.document
    returning id, external_id, season, version, document
  ), summarised as (                                -- the columns of the list that the document decides
    insert into applicant_summary (school_id, applicant_id, external_id, season, applicant_type, given_name, family_name, preferred_name,
                                   sort_name, search_text, primary_specialty, advisor, step2_score, changed_on)
    select $1, id, external_id, season, document ->> 'applicantType', name ->> 'given', name ->> 'family', name ->> 'preferred',
           lower((name ->> 'family') || ' ' || (name ->> 'given')),
           lower(concat_ws(' ', name ->> 'given', name ->> 'family', name ->> 'given', name ->> 'preferred', external_id, document ->> 'email')),
           document #>> '{specialtyPlan,primary}', lower(document ->> 'advisor'), latest.score, $5
    from written
    cross join lateral (select document -> 'name' as name) as names
    left join lateral (                             -- the newest Step 2 CK that has a score
      select (exam ->> 'score')::integer as score
      from jsonb_array_elements(document -> 'exams') as exam
      where exam ->> 'exam' = 'step2ck' and exam ? 'score'
      order by exam ->> 'takenOn' desc limit 1
    ) as latest on true
    on conflict (school_id, applicant_id) do update
      set season = excluded.season, applicant_type = excluded.applicant_type, given_name = excluded.given_name, family_name = excluded.family_name,
          preferred_name = excluded.preferred_name, sort_name = excluded.sort_name, search_text = excluded.search_text,
          primary_specialty = excluded.primary_specialty, advisor = excluded.advisor, step2_score = excluded.step2_score, changed_on = excluded.changed_on
  )
  select id, external_id as "externalId", version from written`;

/**
 * Writes the records that differ from what stands and leaves the rest untouched; answers with those written.
 * One `externalId` may appear only once. Run it in a transaction of the caller's: either all are saved or none.
 */
export async function saveRecords(
  db: Database,
  schoolId: string,
  records: readonly ApplicantRecord[],
  mark: ChangeMark,
): Promise<SavedRecord[]> {
  const saved: SavedRecord[] = [];
  for (let from = 0; from < records.length; from += batchSize) {
    const documents = JSON.stringify(records.slice(from, from + batchSize));
    saved.push(
      ...(await sql<SavedRecord>(db, statement, [
        schoolId,
        documents,
        mark.by,
        mark.at,
        mark.knownOn,
        mark.reason ?? null,
        mark.source,
        mark.importId ?? null,
      ])),
    );
  }
  return saved;
}
