import { type ImportFile, importDetailSchema } from '@matchwatch/contracts';
import { writeCsvFiles } from '@matchwatch/contracts/csv';
import type { ApplicantRecord } from '@matchwatch/domain';
import { connect, connectAsOwner, findImport, listImports, saveRecords, saveSchool, sql, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileOf } from '../spec/read-all.js';
import { applyImport, cancelImport, previewImport, undoImport } from './index.js';

const schoolId = 'demo';
const at = new Date('2026-11-21T12:00:00Z');
const by = 'dean@example.edu';

let database: ThrowAwayDatabase;
let pool: Awaited<ReturnType<typeof connect>>;
let owner: Awaited<ReturnType<typeof connect>>;

beforeAll(async () => {
  database = await throwAwayPostgres();
  pool = await connect({ url: database.url });
  owner = await connectAsOwner({ url: database.url, poolSize: 1 });
  // Emptying a table that only grows is refused to everybody else.
  await sqlWithoutSchool(owner, `set session_replication_role = 'replica'`);
  await saveSchool(pool, { id: schoolId, name: 'Demo', timeZone: 'UTC' });
});
afterAll(async () => {
  await Promise.all([pool.destroy(), owner.destroy()]);
  await database.drop();
});
beforeEach(() =>
  sqlWithoutSchool(
    owner,
    'truncate applicant, applicant_history, applicant_summary, import_batch, import_row, import_refusal, flag, flag_event restart identity cascade',
  ),
);

const person = (n: number, more: Partial<ApplicantRecord> = {}): ApplicantRecord => ({
  externalId: `S-${String(n).padStart(3, '0')}`,
  name: { given: 'Ada', family: `Osei ${n}` },
  season: 2027,
  applicantType: 'us-md',
  exams: [{ exam: 'step2ck', takenOn: '2026-06-24', score: 230 + (n % 40), outcome: 'pass' }],
  redFlags: [],
  ...more,
});
const people = (count: number): ApplicantRecord[] => Array.from({ length: count }, (_, i) => person(i + 1));

const preview = (files: Partial<Record<ImportFile, string>>) =>
  previewImport(pool, {
    schoolId,
    by,
    knownOn: '2026-11-20',
    files: Object.entries(files).map(([file, text]) => fileOf(`${file}.csv`, text)),
  });
const apply = (id: number, approve?: boolean) => applyImport(pool, { schoolId, id, by, at, approve });
const undo = (id: number) => undoImport(pool, { schoolId, id, by, at, knownOn: '2026-11-21' });
async function bring(records: readonly ApplicantRecord[]): Promise<number> {
  const { id } = await preview(writeCsvFiles(records));
  expect((await apply(id, true)).outcome).toBe('done');
  return id;
}
const documents = async (): Promise<ApplicantRecord[]> =>
  (await sql<{ document: ApplicantRecord }>(pool, schoolId, 'select document from applicant order by external_id')).map(
    ({ document }) => document,
  );
const versions = async (): Promise<number[]> =>
  (await sql<{ version: number }>(pool, schoolId, 'select version from applicant order by external_id')).map(({ version }) => version);

describe('an import', () => {
  it('previews without writing, then brings every record as it was written', async () => {
    const records = people(30);
    const detail = await preview(writeCsvFiles(records));
    expect(importDetailSchema.safeParse(detail).error).toBeUndefined();
    const { id, state, counts, season, sample, files } = detail;
    expect({ state, counts, season }).toEqual({
      state: 'previewed',
      counts: { new: 30, changed: 0, unchanged: 0, refused: 0 },
      season: 2027,
    });
    expect(sample[0]).toMatchObject({ externalId: 'S-001', name: 'Ada Osei 1', verdict: 'new' });
    expect(files).toEqual([
      { file: 'applicants', rows: 30 },
      { file: 'exams', rows: 30 },
      { file: 'red-flags', rows: 30 },
    ]);
    expect(await documents()).toEqual([]);

    const outcome = await apply(id);
    expect(outcome).toMatchObject({ outcome: 'done', applicants: expect.arrayContaining([{ id: expect.any(Number), season: 2027 }]) });
    expect(await documents()).toEqual(records);
    const [mark] = await sql(pool, schoolId, 'select changed_by, known_on, source, import_id from applicant limit 1');
    expect(mark).toEqual({ changed_by: by, known_on: '2026-11-20', source: 'import', import_id: id });
    expect((await findImport(pool, schoolId, id))?.state).toBe('applied');
  });

  it('of the same files again changes nothing, and applying twice is refused', async () => {
    const id = await bring(people(12));
    const again = await preview(writeCsvFiles(people(12)));
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 12, refused: 0 });
    expect(await apply(again.id)).toEqual({ outcome: 'done', applicants: [], runs: [] });
    expect(await versions()).toEqual(Array.from({ length: 12 }, () => 1));
    expect(await apply(id)).toEqual({ outcome: 'refused', state: 'applied' });
  });

  it('changes only what its files speak of, and says which paths', async () => {
    await bring(people(12));
    const { id, counts, sample } = await preview({ exams: 'externalId,exam,takenOn,score\nS-002,step2ck,2026-06-24,255\n' });
    expect(counts).toEqual({ new: 0, changed: 1, unchanged: 0, refused: 0 });
    expect(sample).toEqual([{ externalId: 'S-002', name: 'Ada Osei 2', verdict: 'changed', changes: ['exams'] }]);
    await apply(id);
    expect((await documents())[1]).toEqual(person(2, { exams: [{ exam: 'step2ck', takenOn: '2026-06-24', score: 255 }] }));
    expect((await versions()).filter((version) => version > 1)).toEqual([2]);
  });

  it('sets the outcome of the Match', async () => {
    await bring(people(3));
    const { id } = await preview({ outcomes: 'Student ID,Match result\nS-001,matched-primary\nS-002,none\nS-003,\n' });
    await apply(id);
    expect((await documents()).map(({ match }) => match)).toEqual([{ outcome: 'matched-primary' }, { outcome: null }, undefined]);
  });

  it('refuses an applicant whole for one bad row, and takes all others', async () => {
    await bring(people(12));
    const { id, counts, refused } = await preview({
      applicants: 'externalId,name.given\nS-001,Eve\nS-002,Eve\nS-003,Eve\nS-004,Eve\nS-004,Eva\n',
      exams:
        'externalId,exam,takenOn,score\nS-001,step2ck,2026-06-24,240\nS-001,step1,2026-02-30,\nS-002,step2ck,2026-06-24,241\nS-999,step1,2025-01-01,\n',
    });
    expect(counts).toEqual({ new: 0, changed: 2, unchanged: 0, refused: 4 });
    expect(refused).toEqual([
      { file: 'exams', row: 2, column: 'takenOn', externalId: 'S-001', reason: expect.stringContaining('2026-02-30') },
      { file: 'applicants', row: 4, column: 'externalId', externalId: 'S-004', reason: 'stands in 2 rows' },
      { file: 'applicants', row: 5, column: 'externalId', externalId: 'S-004', reason: 'stands in 2 rows' },
      { file: 'exams', row: 4, column: 'externalId', externalId: 'S-999', reason: expect.stringContaining('not on file') },
    ]);
    await apply(id, true);
    expect((await documents()).slice(0, 4).map(({ name, exams }) => [name.given, exams?.[0]?.score])).toEqual([
      ['Ada', 231],
      ['Eve', 241],
      ['Eve', 233],
      ['Ada', 234],
    ]);
  });

  it('that cannot be read as a whole has failed, with the reason, and can neither be applied nor cancelled', async () => {
    const { id, state, refused, counts } = await preview({
      applicants: 'externalId,colour\nS-1,red\n',
      exams: 'externalId,exam\nS-1,step9\n',
    });
    expect({ state, counts }).toEqual({ state: 'failed', counts: { new: 0, changed: 0, unchanged: 0, refused: 2 } });
    expect(refused.map(({ file, row, column }) => [file, row, column])).toEqual([
      ['applicants', 0, 'colour'],
      ['exams', 1, 'exam'],
    ]);
    expect(await apply(id, true)).toEqual({ outcome: 'refused', state: 'failed' });
    expect(await cancelImport(pool, { schoolId, id, by, at })).toEqual({ outcome: 'refused', state: 'failed' });
  });

  it('is held when a season loses over a tenth of its applicants, until somebody approves', async () => {
    await bring(people(30));
    const { id, state, heldBecause } = await preview(writeCsvFiles(people(26)));
    expect({ state, heldBecause }).toEqual({
      state: 'held',
      heldBecause: 'applicants.csv names 26 of the 30 applicants on file for season 2027.',
    });
    expect(await apply(id)).toEqual({ outcome: 'refused', state: 'held' });
    expect((await apply(id, true)).outcome).toBe('done');
    expect(await documents()).toHaveLength(30);
    expect((await preview(writeCsvFiles(people(27)))).state).toBe('previewed');
  });

  it('is held when a column that was mostly filled is mostly empty', async () => {
    await bring(people(30));
    const files = writeCsvFiles(
      people(30).map((record) => ({ ...record, exams: record.exams?.map(({ score: _score, ...exam }) => exam) })),
    );
    const { state, heldBecause } = await preview(files);
    expect({ state, heldBecause }).toEqual({
      state: 'held',
      heldBecause: 'Column score of exams.csv was filled in 100 % of the rows when it was last applied, and is in 0 % now.',
    });
  });

  it('can be cancelled, and is then over', async () => {
    const { id } = await preview(writeCsvFiles(people(3)));
    expect((await findImport(pool, schoolId, id))?.decision, 'nobody has decided yet').toBeNull();
    expect(await cancelImport(pool, { schoolId, id, by, at, reason: 'wrong file' })).toEqual({ outcome: 'done', applicants: [], runs: [] });
    expect((await findImport(pool, schoolId, id))?.decision).toEqual({ by, at: at.toISOString(), reason: 'wrong file' });
    expect(await apply(id)).toEqual({ outcome: 'refused', state: 'cancelled' });
    expect(await apply(999)).toEqual({ outcome: 'missing' });
    expect(await sql(pool, schoolId, 'select 1 from import_row')).toEqual([]);
  });

  it('is not applied over records that changed since the preview', async () => {
    await bring(people(12));
    const { id } = await preview(writeCsvFiles(people(12).map((record) => ({ ...record, email: 'ada@example.edu' }))));
    const edited = { ...person(7), advisor: 'helen.marsh@example.edu' };
    await pool.transaction((db) => saveRecords(db, schoolId, [edited], { by, at, knownOn: '2026-11-21', source: 'screen' }));
    expect(await apply(id)).toEqual({ outcome: 'moved', externalIds: ['S-007'] });
    expect((await documents()).filter(({ email }) => email !== undefined)).toEqual([]);
    expect((await findImport(pool, schoolId, id))?.state).toBe('previewed');
  });

  it('applied by two people at once is applied once', async () => {
    const { id } = await preview(writeCsvFiles(people(40)));
    const outcomes = await Promise.all([apply(id), apply(id), apply(id)]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused', 'refused']);
    expect(await versions()).toEqual(Array.from({ length: 40 }, () => 1));
  });

  it('orders one reassessment a season, in its own transaction, when it is told to', async () => {
    const { id } = await preview(writeCsvFiles([person(1), person(2, { season: 2028 }), person(3)]));
    const reassess = { asOf: '2026-11-21', policyVersion: 'articles-2026.1', rulesDigest: 'x' } as const;
    const outcome = await applyImport(pool, { schoolId, id, by, at, reassess });
    expect(outcome).toMatchObject({ outcome: 'done', runs: [expect.any(Number), expect.any(Number)] });
    const runs = await sql<{ season: number; ids: number }>(
      pool,
      schoolId,
      'select season, cardinality(applicant_ids) as ids from run order by season',
    );
    expect(runs).toEqual([
      { season: 2027, ids: 2 },
      { season: 2028, ids: 1 },
    ]);
    expect(outcome.outcome === 'done' && outcome.runs).toContain((await findImport(pool, schoolId, id))?.runId);
  });

  it('killed in the middle leaves nothing, and can be applied again', async () => {
    await bring(people(40));
    const { id } = await preview(writeCsvFiles(people(40).map((record) => ({ ...record, email: 'ada@example.edu' }))));
    const blocker = pool.createQueryRunner();
    await blocker.startTransaction();
    // Held here, the apply has written some of its work and waits for one row of the summary.
    await sql(blocker.manager, schoolId, `select 1 from applicant_summary where external_id = 'S-030' for update`);
    const applied = apply(id).catch((error: unknown) => error);
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
    let pid: number | undefined;
    while (pid === undefined) pid = (await sqlWithoutSchool<{ pid: number }>(owner, waiting))[0]?.pid;
    await sqlWithoutSchool(owner, 'select pg_terminate_backend($1)', [pid]);
    expect(await applied).toBeInstanceOf(Error);
    await blocker.rollbackTransaction();
    await blocker.release();

    expect((await documents()).filter(({ email }) => email !== undefined)).toEqual([]);
    expect(await sql(pool, schoolId, 'select 1 from applicant_history')).toEqual([]);
    expect((await findImport(pool, schoolId, id))?.state).toBe('previewed');
    expect((await apply(id)).outcome).toBe('done');
    expect(await versions()).toEqual(Array.from({ length: 40 }, () => 2));
  });

  it('whose sender goes away in the middle leaves no trace', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'externalId,exam,takenOn\nS-1,step1,2025-01-01\n';
      throw new Error('connection reset');
    }
    const files = [{ name: 'exams.csv', stream: broken() }];
    await expect(previewImport(pool, { schoolId, by, knownOn: '2026-11-20', files })).rejects.toThrow('connection reset');
    expect(await listImports(pool, schoolId, { offset: 0, limit: 10 })).toEqual({ rows: [], total: 0 });
    expect(await sql(pool, schoolId, `select 1 from pg_class where relname = 'intake_row'`)).toEqual([]);
  });
});

describe('an import taken back', () => {
  it('restores changed records as new versions and removes new applicants', async () => {
    await bring(people(12));
    const before = await documents();
    const changed = people(15).map((record) => ({ ...record, email: 'ada@example.edu' }));
    const id = await bring(changed);
    expect(await documents()).toHaveLength(15);

    expect(await undo(id)).toMatchObject({ outcome: 'done', applicants: { length: 12 } });
    expect(await documents()).toEqual(before);
    expect(await versions()).toEqual(Array.from({ length: 12 }, () => 3));
    expect(await sql(pool, schoolId, 'select distinct reason from applicant')).toEqual([{ reason: `Import ${id} taken back` }]);
    expect(await sql(pool, schoolId, 'select count(*) from applicant_summary')).toEqual([{ count: 12 }]);
    expect(await findImport(pool, schoolId, id)).toMatchObject({ state: 'undone', appliedAt: at.toISOString(), decision: { by } });
    expect(await undo(id)).toEqual({ outcome: 'refused', state: 'undone' });
  });

  it('is refused once any of its records was edited since, and nothing moves', async () => {
    await bring(people(12));
    const id = await bring(people(12).map((record) => ({ ...record, email: 'ada@example.edu' })));
    await pool.transaction((db) =>
      saveRecords(db, schoolId, [{ ...person(3), email: 'eve@example.edu' }], { by, at, knownOn: '2026-11-21', source: 'screen' }),
    );
    const standing = await documents();
    expect(await undo(id)).toEqual({ outcome: 'moved', externalIds: ['S-003'] });
    expect(await documents()).toEqual(standing);
  });

  it('takes along what runs found about new applicants', async () => {
    const id = await bring(people(2));
    await sql(
      pool,
      schoolId,
      `insert into flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since, risen_on)
       select school_id, id, 'data.missing', 'watch', '{}', 1, '2026-11-21', '2026-11-21', '2026-11-21' from applicant`,
    );
    expect((await undo(id)).outcome).toBe('done');
    expect(await documents()).toEqual([]);
    expect(await sql(pool, schoolId, 'select 1 from flag')).toEqual([]);
  });
});
