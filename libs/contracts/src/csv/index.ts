export { type Cell, readCell, specialtyOf, writeCell } from './cell.js';
export type { CellKind, CsvColumn } from './column.js';
export { type CsvFile, csvFiles, itemSchemaOf } from './files.js';
export { columnFor, type HeaderMatch, matchHeader } from './header.js';
export { neutralise, restore } from './neutralise.js';
export { type CellProblem, maximumCellLength, type RowFacts, readRow } from './row.js';
export { type CsvTemplate, csvTemplate } from './template.js';
export { csvHeader, csvLine, csvProgramRows, csvRows, csvTextLine, writeCsvFiles } from './write.js';
