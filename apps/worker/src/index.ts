export { assessChunk } from './run/assess.js';
export { giveUp, runHandlers } from './run/run-handlers.js';
export { sweep } from './run/sweep.js';
export { startScheduledRuns } from './schedule/start-scheduled-runs.js';
export { WorkerModule } from './worker.module.js';
