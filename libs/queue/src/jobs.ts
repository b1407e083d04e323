/** Names a run; jobs carry ids, never applicant data. */
export interface RunRef {
  schoolId: string;
  runId: number;
}

/** Names a delivery of the ledger of mail. */
export interface DeliveryRef {
  schoolId: string;
  deliveryId: number;
}

/** Names the report of a season for the week that it is. */
export interface ReportRef {
  schoolId: string;
  season: number;
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
  /** Write down to whom the changes of a published run are due. */
  'digest.open': RunRef;
  /** Freeze the weekly report of the whole school unless it is. */
  'report.freeze': ReportRef;
  /** Try once to send what is due to a recipient. */
  'delivery.send': DeliveryRef;
}
export type JobName = keyof Jobs;
/** The jobs that move a run on. */
export type RunJobName = Exclude<JobName, 'digest.open' | 'report.freeze' | 'delivery.send'>;

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
  'digest.open': true,
  'report.freeze': true,
  'delivery.send': true,
};

/** Whether a job moves a run on: a run whose job is given up has failed. */
export const isRunJob = (name: JobName): name is RunJobName => name.startsWith('run.') || name === 'applicant.reassess';

/** Whether a job read from the queue is one of ours; an older or newer process may have left others. */
export const isJobName = (name: string): name is JobName => name in jobNames;

/** What BullMQ is told of every job: the same id while it waits or works, so that ringing twice adds nothing; gone afterwards. */
export function jobOptions<N extends JobName>(name: N, data: Jobs[N], isUrgent: boolean) {
  const { schoolId, ...ids } = data;
  return {
    jobId: [name, schoolId, ...Object.values(ids)].join('-'),
    priority: isUrgent ? urgent : ordinary,
    attempts: 5,
    backoff: { type: 'exponential', delay: 500 },
    removeOnComplete: true,
    removeOnFail: true,
  } as const;
}
