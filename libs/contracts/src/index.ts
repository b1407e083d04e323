export * from './http/index.js';
export * from './record/index.js';
