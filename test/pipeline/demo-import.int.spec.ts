import { importFiles } from '@matchwatch/contracts';
import { writeCsvFiles } from '@matchwatch/contracts/csv';
import { demoCohort } from '@matchwatch/demo';
import { type ApplicantRecord, addDays, type Day } from '@matchwatch/domain';
import { applyImport, previewImport } from '@matchwatch/intake';
import { connect, saveSchool, sql } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const schoolId = 'demo';
const today: Day = '2026-11-21';
const weeks = 12;
const cohort = demoCohort({ asOf: today, seed: 1 });

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

async function* piece(text: string): AsyncGenerator<string> {
  yield text;
}

describe('the demo cohort exported every week', () => {
  it('is imported without a refusal or a held week, and ends as the cohort is known on the last day', async () => {
    for (let week = weeks; week >= 0; week--) {
      const knownOn = addDays(today, -7 * week);
      const csv = writeCsvFiles(cohort.recordsOn(knownOn));
      const files = importFiles.flatMap((file) => {
        const text = csv[file];
        return text === undefined ? [] : [{ name: `${file}.csv`, stream: piece(text) }];
      });
      const preview = await previewImport(pool, { schoolId, by: 'registrar@example.edu', knownOn, files });
      expect(preview).toMatchObject({ state: 'previewed', heldBecause: null, counts: { refused: 0 } });
      if (week < weeks) expect(preview.counts.changed).toBeGreaterThan(30);
      const outcome = await applyImport(pool, {
        schoolId,
        id: preview.id,
        by: 'registrar@example.edu',
        at: new Date(`${knownOn}T06:00:00Z`),
      });
      expect(outcome.outcome).toBe('done');
    }
    const rows = await sql<{ document: ApplicantRecord }>(pool, 'select document from applicant');
    const byId = (records: readonly ApplicantRecord[]) => records.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1));
    expect(byId(rows.map(({ document }) => document))).toEqual(byId(cohort.recordsOn(today)));
  });
});
