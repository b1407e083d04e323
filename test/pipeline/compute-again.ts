import type { ApplicantRecord, Day, PolicyChanges } from '@matchwatch/domain';
import { type Assessor, answerContent, createAssessor, policyFromChanges } from '@matchwatch/risk-rules';
import { type Database, digestOf, sql } from '@matchwatch/store';

interface StoredAnswer {
  runId: number;
  applicantId: number;
  document: ApplicantRecord;
  knownOn: Day;
  asOf: Day;
  version: string;
  changes: PolicyChanges;
  digest: string;
}

/** Computes every answer that runs stored again from its record, its day and the policy its run carries; says which come out otherwise. */
export async function computeAgain(database: Database): Promise<{ answers: number; versions: string[]; otherwise: unknown[] }> {
  const stored = await sql<StoredAnswer>(
    database,
    `with record as (
       select school_id, id as applicant_id, version, document, known_on from applicant
       union all select school_id, applicant_id, version, document, known_on from applicant_history
     )
     select a.run_id as "runId", a.applicant_id as "applicantId", record.document, record.known_on as "knownOn", run.as_of as "asOf",
            run.policy_version as version, run.policy_changes as changes, a.digest
     from run_answer a
     join run on run.school_id = a.school_id and run.id = a.run_id
     join record on record.school_id = a.school_id and record.applicant_id = a.applicant_id and record.version = a.record_version`,
  );
  const assessors = new Map<number, Assessor>();
  const assessorOf = ({ runId, version, changes, asOf }: StoredAnswer) => {
    const assess = assessors.get(runId) ?? createAssessor(policyFromChanges(version, changes), asOf);
    assessors.set(runId, assess);
    return assess;
  };
  const otherwise = stored.filter((answer) => {
    const again = assessorOf(answer)(answer.document, { changedOn: answer.knownOn });
    return digestOf(answerContent(again)) !== answer.digest;
  });
  return {
    answers: stored.length,
    versions: [...new Set(stored.map(({ version }) => version))],
    otherwise: otherwise.map(({ runId, applicantId }) => ({ runId, applicantId })),
  };
}
