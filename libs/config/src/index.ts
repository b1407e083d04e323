export * from './config.js';
export * from './reference.js';
export * from './run-service.js';
