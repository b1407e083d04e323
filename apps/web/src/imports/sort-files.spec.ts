import { describe, expect, it } from 'vitest';
import { sortFiles } from './sort-files.js';

describe('files chosen for an import', () => {
  it.each(['applicants.csv', 'Exams.CSV', 'red-flags.csv', 'exams (1).csv'])('%s is known', (name) =>
    expect(sortFiles([{ name }]).known).toHaveLength(1),
  );
  it.each(['students.csv', 'applicants.xlsx', 'applicants', ''])('%s is not', (name) =>
    expect(sortFiles([{ name }]).unknown).toHaveLength(1),
  );
});
