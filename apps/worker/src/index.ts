export { deliveryHandlers } from './delivery/delivery-handlers.js';
export type { DeliverySettings } from './delivery/delivery-parts.js';
export { assessChunk } from './run/assess.js';
export { giveUp, runHandlers } from './run/run-handlers.js';
export { sweep } from './run/sweep.js';
export { scheduledWork } from './schedule/scheduled-work.js';
export type { DueSlot, ScheduledWork, StartedWork } from './schedule/slot-work.js';
export { takeDueSlots } from './schedule/take-due-slots.js';
export { WorkerModule } from './worker.module.js';
