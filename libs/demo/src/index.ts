export * from './cast/index.js';
