export * from './change.js';
export * from './evidence.js';
export * from './finding.js';
export * from './format.js';
export * from './labels.js';
export * from './missing.js';
export * from './strength.js';
