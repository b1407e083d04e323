import { recordSchema } from '@matchwatch/contracts';
import { csvLine, writeCsvFiles } from '@matchwatch/contracts/csv';
import type { ApplicantRecord } from '@matchwatch/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRecord } from '../spec/arbitrary-record.js';
import { fileOf, readAll } from '../spec/read-all.js';
import { assemble } from './assemble.js';

async function throughCsv(records: readonly ApplicantRecord[], pieceSize?: number): Promise<unknown[]> {
  const files = Object.entries(writeCsvFiles(records)).map(([name, text]) => fileOf(`${name}.csv`, text, pieceSize));
  const { rows, refused, unreadable } = await readAll(files);
  expect([...refused, ...unreadable]).toEqual([]);
  return records.map(({ externalId }) =>
    assemble({ externalId, school: 'demo', base: null, rows: rows.filter((row) => row.externalId === externalId) }),
  );
}

describe('records written as CSV and read again', () => {
  it('are the same records', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(arbitraryRecord, { maxLength: 4, selector: ({ externalId }) => externalId }),
        fc.integer({ min: 1, max: 40 }),
        async (records, pieceSize) => {
          for (const record of records) expect(recordSchema.safeParse(record).error).toBeUndefined();
          expect(await throughCsv(records, pieceSize)).toEqual(records.map((record) => ({ record })));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are the same when a column or a row stands elsewhere', async () => {
    const exams = [
      ['takenOn', 'exam', 'score', 'externalId'],
      ['2026-06-24', 'step2ck', '231', 'S-2'],
      ['2025-02-01', 'step1', '', 'S-1'],
      ['', '', '', ''],
    ];
    const { rows } = await readAll([fileOf('Exams.CSV', exams.map(csvLine).join(''))]);
    expect(rows.map(({ externalId, said }) => [externalId, said])).toEqual([
      ['S-2', { item: { exam: 'step2ck', takenOn: '2026-06-24', score: 231 } }],
      ['S-1', { item: { exam: 'step1', takenOn: '2025-02-01' } }],
    ]);
  });
});
