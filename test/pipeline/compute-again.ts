import { answerContent, createAssessor, policyFromChanges } from '@matchwatch/risk-rules';
import { type Database, digestOf, listAnsweredRuns, streamStoredAnswers } from '@matchwatch/store';

/** Computes every answer that runs stored again from its record, its day and the policy its run carries; says which come out otherwise. */
export async function computeAgain(database: Database, schoolId: string): Promise<{ answers: number; otherwise: unknown[] }> {
  let answers = 0;
  const otherwise: unknown[] = [];
  for (const { id: runId, policyVersion, policyChanges, asOf } of await listAnsweredRuns(database, schoolId)) {
    const assess = createAssessor(policyFromChanges(policyVersion, policyChanges), asOf);
    for await (const { applicantId, digest, record, knownOn, casework } of streamStoredAnswers(database, schoolId, runId)) {
      answers++;
      const again = record && knownOn && digestOf(answerContent(assess(record, { changedOn: knownOn, casework })));
      if (again !== digest) otherwise.push({ runId, applicantId });
    }
  }
  return { answers, otherwise };
}
