/** Names a run; jobs carry ids, never applicant data. */
export interface RunRef {
  schoolId: string;
  runId: number;
}

/** Every job there is, with what it carries. */
export interface Jobs {
  /** Cut a queued run into chunks. */
  'run.open': RunRef;
  /** Assess one range of applicants. */
  'run.assess-chunk': RunRef & { chunk: number };
  /** Count a run whose chunks are done, and decide whether it may be published. */
  'run.close': RunRef;
  /** Apply a closed run's answers: flags, events, lists. */
  'run.publish': RunRef;
  /** Open the small run that follows an edit or an import; goes before a cohort's chunks. */
  'applicant.reassess': RunRef;
}
export type JobName = keyof Jobs;

/** The one queue of the product; `:` is not allowed in names. */
export const queueName = 'matchwatch';

// BullMQ serves lower numbers first; 0 would bypass priorities altogether.
const urgent = 1;
const ordinary = 10;

const jobNames: Record<JobName, true> = {
  'run.open': true,
  'run.assess-chunk': true,
  'run.close': true,
  'run.publish': true,
  'applicant.reassess': true,
};

/** Whether a job read from the queue is one of ours; an older or newer process may have left others. */
export const isJobName = (name: string): name is JobName => name in jobNames;

/** What BullMQ is told of every job: the same id while it waits or works, so that ringing twice adds nothing; gone afterwards. */
export function jobOptions<N extends JobName>(name: N, data: Jobs[N], isUrgent: boolean) {
  const chunk = 'chunk' in data ? `-${data.chunk}` : '';
  return {
    jobId: `${name}-${data.schoolId}-${data.runId}${chunk}`,
    priority: isUrgent ? urgent : ordinary,
    attempts: 5,
    backoff: { type: 'exponential', delay: 500 },
    removeOnComplete: true,
    removeOnFail: true,
  } as const;
}
