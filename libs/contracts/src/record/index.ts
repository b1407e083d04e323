export * from './record.schema.js';
export * from './scalars.js';
export * from './validate.js';
