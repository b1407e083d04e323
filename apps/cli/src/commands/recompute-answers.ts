import { answerContent, createAssessor, policyFromChanges } from '@matchwatch/risk-rules';
import { type DataSource, digestOf, listAnsweredRuns, streamStoredAnswers } from '@matchwatch/store';
import { rulesDigest } from '../rules-in-force.js';

/** What came of computing a school's stored answers again. */
export interface Recomputed {
  same: number;
  /** Answers that come out otherwise: something other than record, policy and day has gone into them. */
  different: { runId: number; applicantId: number }[];
  /** Given by other rules or another default policy than this program has. */
  otherRules: number;
  /** The version of the record is gone. */
  gone: number;
}

/** Computes every stored answer of a school again, from the record's version, what was told of the school's work, the run's policy and its day, and compares. */
export async function recomputeAnswers(database: DataSource, schoolId: string): Promise<Recomputed> {
  const counts: Recomputed = { same: 0, different: [], otherRules: 0, gone: 0 };
  for (const run of await listAnsweredRuns(database, schoolId)) {
    // Another default policy may say nothing yet on the day of a run that went by it.
    const assess =
      run.rulesDigest === rulesDigest ? createAssessor(policyFromChanges(run.policyVersion, run.policyChanges), run.asOf) : undefined;
    for await (const { applicantId, digest, record, knownOn, casework } of streamStoredAnswers(database, schoolId, run.id)) {
      if (assess === undefined) counts.otherRules++;
      else if (record === null || knownOn === null) counts.gone++;
      else if (digestOf(answerContent(assess(record, { changedOn: knownOn, casework }))) === digest) counts.same++;
      else counts.different.push({ runId: run.id, applicantId });
    }
  }
  return counts;
}
