import type { Day } from '@matchwatch/domain';
import type { Doorbell } from '@matchwatch/queue';
import { createRun, type Database } from '@matchwatch/store';
import type { IdentifiedRequest } from '../http/request-log.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';

/** A small run that follows what somebody did. */
export interface Reassessment {
  schoolId: string;
  season: number;
  /** What makes it the only one of its kind, as `review:12:r3`. */
  slot: string;
  asOf: Day;
  requestedBy: string;
  applicantIds: readonly number[];
}

/** Writes the run that will reassess some applicants, in the transaction of what asks for it; answers with its id. */
export async function orderReassessment(db: Database, { schoolId, ...run }: Reassessment): Promise<number> {
  return (await createRun(db, schoolId, { ...run, kind: 'reassess', policyVersion, rulesDigest })).id;
}

/** Rings for a run that was written: when the bell cannot be rung, the worker's sweep finds it. */
export const ringReassessment = (doorbell: Doorbell, request: IdentifiedRequest, schoolId: string, runId: number): Promise<void> =>
  doorbell
    .ring('applicant.reassess', { schoolId, runId }, { urgent: true })
    .catch((error: Error) => request.log.warn({ err: error, runId }, 'could not ring for a reassessment'));
