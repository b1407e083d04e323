import type { ApplicantRecord, Casework, Day, PolicyChanges } from '@matchwatch/domain';
import { type StoredCasework, toCasework } from '../casework/chunk-casework.js';
import { type Database, sql } from '../database.js';

/** A run that stored answers, with everything besides the records that its answers rest on. */
export interface AnsweredRun {
  id: number;
  asOf: Day;
  policyVersion: string;
  policyChanges: PolicyChanges;
  rulesDigest: string;
}

/** Runs of a school that stored answers, oldest first. */
export const listAnsweredRuns = (db: Database, schoolId: string): Promise<AnsweredRun[]> =>
  sql(
    db,
    schoolId,
    `select id, as_of as "asOf", policy_version as "policyVersion", policy_changes as "policyChanges", rules_digest as "rulesDigest"
     from run where school_id = $1 and exists (select from run_answer a where a.school_id = run.school_id and a.run_id = run.id)
     order by id`,
    [schoolId],
  );

/** An answer as it was stored, with the version of the record that it was given for. */
export interface StoredAnswer {
  applicantId: number;
  recordVersion: number;
  digest: string;
  /** Null where that version of the record is gone. */
  record: ApplicantRecord | null;
  knownOn: Day | null;
  /** What it was told of the school's own work. */
  casework: Casework;
}

const page = 500;

/** Every answer that a run stored, in order of the applicants, read a page at a time. */
export async function* streamStoredAnswers(db: Database, schoolId: string, runId: number): AsyncGenerator<StoredAnswer> {
  for (let after = 0; ; ) {
    const rows = await sql<Omit<StoredAnswer, 'casework'> & { casework: StoredCasework | null }>(
      db,
      schoolId,
      `select a.applicant_id as "applicantId", a.record_version as "recordVersion", a.digest, a.casework,
              coalesce(standing.document, past.document) as record, coalesce(standing.known_on, past.known_on) as "knownOn"
       from run_answer a
       left join applicant standing on standing.school_id = a.school_id and standing.id = a.applicant_id and standing.version = a.record_version
       left join applicant_history past
         on past.school_id = a.school_id and past.applicant_id = a.applicant_id and past.version = a.record_version
       where a.school_id = $1 and a.run_id = $2 and a.applicant_id > $3
       order by a.applicant_id limit $4`,
      [schoolId, runId, after, page],
    );
    yield* rows.map(({ casework, ...answer }) => ({ ...answer, casework: toCasework(casework) }));
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last.applicantId;
  }
}
