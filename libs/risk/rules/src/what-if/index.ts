export { furtherExperience } from './application-families.js';
export { applyChange, applyChanges, countPrograms } from './apply-change.js';
export type { Effort } from './efforts.js';
export { daysOfMonth, type ExamToTry, examsToTry, rangeLow } from './exams-to-try.js';
export { type ChangeSearch, type SmallestChange, type SmallestChanges, smallestChanges } from './smallest-changes.js';
