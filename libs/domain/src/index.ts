export * from './answer.js';
export * from './day.js';
export * from './evidence.js';
export * from './level.js';
export * from './record.js';
export * from './role.js';
export * from './run.js';
export * from './specialty.js';
