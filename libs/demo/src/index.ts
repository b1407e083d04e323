export * from './accounts.js';
export * from './advisors.js';
export * from './casework/demo-casework.js';
export * from './cast/index.js';
export * from './cohort.js';
export * from './neighbour.js';
export { currentSeason } from './season-calendar.js';
export { type SyntheticPopulation, syntheticRecords } from './synthetic.js';
export { type Trial, trialsOf } from './trials.js';
