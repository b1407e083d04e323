export * from './answer-content.js';
export * from './assessor.js';
export * from './dated.js';
export * from './reference-day.js';
export * from './risk-level.js';
export * from './rule.js';
export * from './verdict.js';
