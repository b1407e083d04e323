export * from './applicant/applicant.repository.js';
export * from './applicant/save-records.js';
export * from './database.js';
export { migrate } from './migrate.js';
export * from './school/school.repository.js';
