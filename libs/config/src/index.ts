export * from './config.js';
export * from './reference.js';
