export { applyChange, applyChanges, countPrograms } from './apply-change.js';
export { type Effort, efforts } from './efforts.js';
export { type ChangeSearch, type SmallestChange, type SmallestChanges, smallestChanges } from './smallest-changes.js';
