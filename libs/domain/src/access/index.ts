export * from './action.js';
export * from './app-role.js';
export { type Reach } from './grants.js';
export * from './may.js';
export * from './relation.js';
export * from './view.js';
export * from './withheld.js';
