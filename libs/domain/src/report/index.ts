export * from './build-weekly-report.js';
export * from './report-faults.js';
export * from './suppress.js';
export * from './weekly-report.js';
