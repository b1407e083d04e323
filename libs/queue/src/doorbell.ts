import { Queue } from 'bullmq';
import { type Backend, openBackend, type QueueSettings } from './backend.js';
import { type JobName, type Jobs, jobOptions, queueName } from './jobs.js';

export interface RingOptions {
  /** Goes before the chunks of whole cohorts: a person is waiting. */
  urgent?: boolean;
}

/**
 * Rings for work that the database already knows of. Ringing twice for the same work adds nothing while the first
 * waits or is worked on; a lost ring is made good by the worker's sweep.
 */
export interface Doorbell {
  readonly backend: 'postgres' | 'redis';
  ring<N extends JobName>(name: N, data: Jobs[N], options?: RingOptions): Promise<void>;
  ringAll<N extends JobName>(name: N, data: readonly Jobs[N][], options?: RingOptions): Promise<void>;
  /** Jobs waiting, working and delayed, for the metrics page. */
  counts(): Promise<Record<string, number>>;
  /** Rejects when the backend does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a doorbell on the backend that the settings choose. */
export const openDoorbell = (settings: QueueSettings): Doorbell => doorbellOn(openBackend(settings), settings.onError);

/** A doorbell on a backend that is open already; closing the doorbell closes it. */
export function doorbellOn(backend: Backend, onError?: (error: Error) => void): Doorbell {
  const queue = new Queue(queueName, { connection: backend.connection }, backend.factory);
  queue.on('error', (error) => onError?.(error));
  const ringAll: Doorbell['ringAll'] = async (name, data, { urgent = false } = {}) => {
    if (data.length === 0) return;
    await queue.addBulk(data.map((one) => ({ name, data: one, opts: jobOptions(name, one, urgent) })));
  };
  return {
    backend: backend.kind,
    ring: (name, data, options) => ringAll(name, [data], options),
    ringAll,
    counts: () => queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed'),
    ping: () => backend.ping(),
    close: async () => {
      await queue.close();
      await backend.close();
    },
  };
}
