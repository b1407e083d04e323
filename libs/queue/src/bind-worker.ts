import { type Job, Worker } from 'bullmq';
import { openBackend, type QueueSettings } from './backend.js';
import { isJobName, type JobName, type Jobs, queueName } from './jobs.js';

export type Handlers = { readonly [N in JobName]: (data: Jobs[N]) => Promise<void> };

export interface WorkerSettings extends QueueSettings {
  /** Jobs worked on at once in this process. */
  concurrency: number;
  /** Told of a job that failed; `final` when it will not be tried again. */
  onFailed(name: JobName, data: Jobs[JobName], error: Error, final: boolean): void | Promise<void>;
}

export interface BoundWorker {
  /** Stops taking jobs, lets those at work finish, and closes its connections. */
  close(): Promise<void>;
}

// A killed worker's jobs are taken over after its lock runs out and somebody looks: 8 s + 3 s at most. The two figures
// must be the same on every worker, because on Redis the dead worker's own interval decides.
const lockMs = 8_000;
const stalledCheckMs = 3_000;
// Each kill of a worker counts once; five in a row on one range and it is given up, named in the run's problems.
const mostStalls = 5;
// An idle worker looks for work itself this often, so that a lost notification costs seconds and not for ever.
const idlePollSeconds = 2;
const retryAfterErrorMs = 1_000;

/** Binds one handler to every job and works until closed. */
export async function bindWorker(handlers: Handlers, settings: WorkerSettings): Promise<BoundWorker> {
  const backend = openBackend(settings);
  const worker = new Worker(
    queueName,
    async (job: Job) => {
      if (!isJobName(job.name)) throw new Error(`No handler for job ${job.name}`);
      await handle(handlers, job.name, job.data);
    },
    {
      connection: backend.connection,
      concurrency: settings.concurrency,
      lockDuration: lockMs,
      stalledInterval: stalledCheckMs,
      maxStalledCount: mostStalls,
      drainDelay: idlePollSeconds,
      runRetryDelay: retryAfterErrorMs,
    },
    backend.factory,
  );
  worker.on('error', (error) => settings.onError?.(error));
  worker.on('failed', (job, error) => {
    if (!job || !isJobName(job.name)) return;
    // A job that stalled too often fails for good whatever attempts it has left.
    const final = job.attemptsMade >= (job.opts.attempts ?? 1) || error.message.includes('stalled');
    Promise.resolve(settings.onFailed(job.name, job.data as Jobs[JobName], error, final)).catch((failure: Error) =>
      settings.onError?.(failure),
    );
  });
  await worker.waitUntilReady();
  return {
    close: async () => {
      await worker.close();
      await backend.close();
    },
  };
}

const handle = <N extends JobName>(handlers: Handlers, name: N, data: Jobs[N]): Promise<void> => handlers[name](data);
