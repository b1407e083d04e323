import type { ApplicantRecord } from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ChangeMark,
  connect,
  connectAsOwner,
  findRecord,
  listRecordVersions,
  saveRecord,
  saveRecords,
  saveSchool,
  sql,
  sqlWithoutSchool,
} from '../index.js';

const mark: ChangeMark = {
  by: 'registrar',
  at: new Date('2026-08-01T12:00:00Z'),
  knownOn: '2026-08-01',
  source: 'import',
  reason: 'weekly file',
};
const record = (externalId: string, score: number): ApplicantRecord => ({
  externalId,
  name: { given: 'Ada', family: 'Osei' },
  season: 2027,
  applicantType: 'us-md',
  exams: [{ exam: 'step2ck', takenOn: '2026-07-01', score }],
});

describe('records', () => {
  let db: ThrowAwayDatabase;
  let store: DataSource;
  let owner: DataSource;
  beforeAll(async () => {
    db = await throwAwayPostgres();
    store = await connect({ url: db.url });
    owner = await connectAsOwner({ url: db.url, poolSize: 1 });
    await saveSchool(store, { id: 'one', name: 'One', timeZone: 'UTC' });
    await saveSchool(store, { id: 'two', name: 'Two', timeZone: 'UTC' });
  });
  afterAll(async () => {
    await Promise.all([store.destroy(), owner.destroy()]);
    await db.drop();
  });

  it('are written once; saving the same again writes nothing', async () => {
    const first = await saveRecords(store, 'one', [record('A', 230), record('B', 240)], mark);
    expect(new Map(first.map(({ externalId, version }) => [externalId, version]))).toEqual(
      new Map([
        ['A', 1],
        ['B', 1],
      ]),
    );
    expect(await saveRecords(store, 'one', [record('A', 230), record('B', 240)], mark)).toEqual([]);
  });

  it('are the same in whatever order their fields stand', async () => {
    const { externalId, ...rest } = record('A', 230);
    expect(await saveRecords(store, 'one', [{ ...rest, externalId }], mark)).toEqual([]);
    const [changed] = await saveRecords(store, 'one', [{ ...rest, externalId, email: 'ada@example.edu' }], mark);
    expect(changed?.version).toBe(2);
    expect((await saveRecords(store, 'one', [record('A', 230)], mark))[0]?.version).toBe(3);
  });

  it('keep every version with who, when and why, newest first', async () => {
    const [saved] = await saveRecords(store, 'one', [record('C', 230)], mark);
    const id = saved?.id ?? Number.NaN;
    await saveRecords(store, 'one', [record('C', 231)], { ...mark, by: 'dean', reason: 'score arrived' });
    await saveRecords(store, 'one', [record('C', 232)], { ...mark, by: 'advisor', reason: 'typed wrong' });
    const versions = await listRecordVersions(store, 'one', id);
    expect(versions.map(({ version, record: { exams }, changedBy, reason }) => [version, exams?.[0]?.score, changedBy, reason])).toEqual([
      [3, 232, 'advisor', 'typed wrong'],
      [2, 231, 'dean', 'score arrived'],
      [1, 230, 'registrar', 'weekly file'],
    ]);
    await expect(sqlWithoutSchool(owner, 'update applicant_history set version = 9')).rejects.toThrow('append-only');
    await expect(sqlWithoutSchool(owner, 'delete from applicant_history')).rejects.toThrow('append-only');
  });

  it('are replaced only at the version they were read at', async () => {
    const [saved] = await saveRecords(store, 'one', [record('D', 230)], mark);
    const id = saved?.id ?? Number.NaN;
    const write = (version: number, score: number) =>
      store.transaction((tx) => saveRecord(tx, 'one', id, version, record('D', score), mark));
    const both = await Promise.all([write(1, 240), write(1, 250)]);
    expect(new Set(both.map(({ outcome }) => outcome))).toEqual(new Set(['conflict', 'saved']));
    expect(await write(2, (await findRecord(store, 'one', id))?.record.exams?.[0]?.score ?? 0)).toEqual({
      outcome: 'unchanged',
      version: 2,
    });
    expect(await store.transaction((tx) => saveRecord(tx, 'two', id, 2, record('D', 1), mark)), 'another school').toEqual({
      outcome: 'missing',
    });
  });

  it('belong to one school: the same id elsewhere is somebody else', async () => {
    await saveRecords(store, 'two', [record('A', 199)], mark);
    const scores = await sqlWithoutSchool(
      owner,
      `select school_id, step2_score from applicant_summary where external_id = 'A' and school_id in ('one', 'two') order by 1`,
    );
    expect(scores).toEqual([
      { school_id: 'one', step2_score: 230 },
      { school_id: 'two', step2_score: 199 },
    ]);
  });

  it('are saved all or not at all with the transaction they are in', async () => {
    const attempt = store.transaction(async (tx) => {
      await saveRecords(tx, 'one', [record('E', 230)], mark);
      throw new Error('later step failed');
    });
    await expect(attempt).rejects.toThrow('later step failed');
    expect(await sql(store, 'one', `select from applicant where external_id = 'E'`)).toEqual([]);
  });
});
