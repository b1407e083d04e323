export { type Backend, migrateQueue, openBackend, type QueueSettings } from './backend.js';
export { type BoundWorker, bindWorker, type Handlers, type WorkerSettings } from './bind-worker.js';
export { type Doorbell, doorbellOn, openDoorbell, type RingOptions } from './doorbell.js';
export { type DeliveryRef, isRunJob, type JobName, type Jobs, queueName, type ReportRef, type RunJobName, type RunRef } from './jobs.js';
