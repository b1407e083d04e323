export { applyImport, cancelImport, type DecisionOutcome, type ImportDecision, type ReassessOrder, undoImport } from './decide-import.js';
export { type PreviewRequest, previewImport } from './preview-import.js';
export { defaultLimits, type ImportLimits } from './read/limits.js';
export type { FileSummary, ReadBatch, ReadRow, Said } from './read/read-file.js';
export { type IncomingFile, importFileOf, type ReadEvent, type ReadOptions, readImport } from './read/read-import.js';
