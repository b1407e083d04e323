import { validateRecord } from '@matchwatch/contracts';
import { writeCsvFiles } from '@matchwatch/contracts/csv';
import type { ApplicantRecord } from '@matchwatch/domain';
import { connect, saveSchool, sql } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileOf } from '../spec/read-all.js';
import { applyImport, previewImport } from './index.js';

const schoolId = 'demo';
const at = new Date('2026-11-21T12:00:00Z');
const by = 'dean@example.edu';

const person = (n: number): ApplicantRecord => ({
  externalId: `S-${n}`,
  name: { given: 'Ada', family: `O“sei” ${n}, the "quick"` },
  season: 2027,
  applicantType: 'us-md',
  exams: [{ exam: 'step2ck', takenOn: '2026-06-24', score: 230 + n, outcome: 'pass' }],
});
const written = writeCsvFiles(Array.from({ length: 8 }, (_, i) => person(i + 1)));
const [applicants, exams] = [written.applicants ?? '', written.exams ?? ''];

const hostile = fc.constantFrom(
  '"',
  '\r',
  '\n',
  ',',
  ',,,',
  '\u0000',
  '"\n"',
  '\ufeff',
  '=1+1',
  '1e309',
  'none',
  '?',
  'S-1',
  '__proto__',
  '\u202e',
  '\ud800',
);
/** A file with a few places spoiled, cut short, or in another encoding. */
const mutated = (text: string): fc.Arbitrary<Buffer> =>
  fc
    .record({
      places: fc.array(
        fc.record({ from: fc.nat(text.length), remove: fc.nat(6), put: fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 4 })) }),
        { maxLength: 5 },
      ),
      cut: fc.option(fc.nat(text.length)),
      as: fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'utf8', 'utf16le', 'latin1'),
    })
    .map(({ places, cut, as }) => {
      const spoiled = places.reduce((was, { from, remove, put }) => was.slice(0, from) + put + was.slice(from + remove), text);
      return Buffer.from(cut === null ? spoiled : spoiled.slice(0, cut), as);
    });

describe('an import of spoiled files', () => {
  let database: ThrowAwayDatabase;
  let pool: Awaited<ReturnType<typeof connect>>;
  beforeAll(async () => {
    database = await throwAwayPostgres();
    pool = await connect({ url: database.url });
    await saveSchool(pool, { id: schoolId, name: 'Demo', timeZone: 'UTC' });
  });
  afterAll(async () => {
    await pool.destroy();
    await database.drop();
  });

  const documents = async () =>
    new Map(
      (
        await sql<{ id: string; document: ApplicantRecord }>(
          pool,
          schoolId,
          'select external_id as id, document from applicant where school_id = $1 order by external_id',
          [schoolId],
        )
      ).map(({ id, document }) => [id, document]),
    );
  const preview = (files: Record<string, Buffer>) =>
    previewImport(pool, {
      schoolId,
      by,
      knownOn: '2026-11-20',
      files: Object.entries(files).map(([name, bytes]) => fileOf(`${name}.csv`, bytes, 97)),
    });

  it('is told row by row, and applied whole or not at all, to records that are valid each', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(applicants), mutated(exams), async (one, two) => {
        const before = await documents();
        const { id, state, counts, refused } = await preview({ applicants: one, exams: two });
        expect(await documents(), 'a preview writes nothing').toEqual(before);
        // Every place is one of the sheet: a line of the file, or the file as a whole.
        const lines = { applicants: one, exams: two };
        for (const { file, row, reason } of refused) {
          const text = lines[file as keyof typeof lines];
          expect(reason).not.toBe('');
          expect(row).toBeLessThanOrEqual(text.toString('latin1').split(/\r\n?|\n/).length);
        }
        const rows = await sql<{ id: string; verdict: string; document: ApplicantRecord }>(
          pool,
          schoolId,
          'select external_id as id, verdict, document from import_row where school_id = $1 and import_id = $2',
          [schoolId, id],
        );
        const held = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
        expect([held('new'), held('changed')]).toEqual([counts.new, counts.changed]);

        const { outcome } = await applyImport(pool, { schoolId, id, by, at, approve: true });
        if (state === 'failed') {
          expect([outcome, await documents()]).toEqual(['refused', before]);
          return;
        }
        const after = await documents();
        const expected = new Map(before);
        if (outcome === 'done') for (const { id: externalId, document } of rows) expected.set(externalId, document);
        expect(after).toEqual(expected);
        for (const document of after.values()) expect(validateRecord(document).ok).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a header and nothing else', applicants.split('\r\n')[0] ?? '', 0],
    ['one person twice', `${applicants}${applicants.split('\r\n')[1]}\r\n`, 2],
    ['a last row that is cut', applicants.slice(0, -30), 1],
  ])('with %s refuses what it must and no more', async (_, text, refusals) => {
    const before = await documents();
    const { refused } = await preview({ applicants: Buffer.from(text) });
    expect(refused.length).toBe(refusals);
    expect(await documents()).toEqual(before);
  });
});
