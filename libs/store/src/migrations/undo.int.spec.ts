import type { ApplicantRecord } from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeRun,
  connectAsOwner,
  createPolicyDraft,
  createShadowRun,
  findRecord,
  finishShadowChunk,
  openRun,
  savePerson,
  saveRecords,
  saveSchool,
  sqlWithoutSchool,
} from '../index.js';
import { migrations } from './index.js';

const schoolId = 'one';
const saved: ApplicantRecord = {
  externalId: 'A',
  name: { given: 'Ada “the \\ quick”', family: 'O"sei: [1, 2], {a:  b}\n\ttab' },
  season: 2027,
  applicantType: 'us-md',
  exams: [{ exam: 'step2ck', takenOn: '2026-07-01', score: 240 }],
};

describe('the newest migrations, on a database that is in use', () => {
  let db: ThrowAwayDatabase;
  let store: DataSource;
  beforeAll(async () => {
    db = await throwAwayPostgres();
    store = await connectAsOwner({ url: db.url, poolSize: 2 });
    await saveSchool(store, { id: schoolId, name: 'One', timeZone: 'UTC' });
    const mark = { by: 'spec', at: new Date('2026-08-01T12:00:00Z'), knownOn: '2026-08-01', source: 'import' } as const;
    await saveRecords(store, schoolId, [{ ...saved, exams: [] }], mark);
    await saveRecords(store, schoolId, [saved], mark);
    const person = await savePerson(store, schoolId, { email: 'a@example.edu', name: 'A', role: 'dean', password: 'a long enough one' });
    const draft = { version: 'autumn', reason: 'spec', effectiveOn: '2026-09-01', changes: {}, basedOn: null } as const;
    const versionId = await createPolicyDraft(store, schoolId, draft, { personId: person.id, at: new Date() });
    const asked = { versionId: versionId ?? 0, season: 2027, asOf: '2026-09-01', rulesDigest: '-', requestedBy: 'spec' } as const;
    const runId = (await createShadowRun(store, schoolId, asked))?.id ?? 0;
    await store.transaction((tx) => openRun(tx, schoolId, runId, { chunkSize: 10, policyVersion: '-', rulesDigest: '-' }));
    const [applicant] = await sqlWithoutSchool<{ id: number }>(store, 'select id from applicant');
    await finishShadowChunk(store, schoolId, runId, 1, {
      changes: [{ applicantId: applicant?.id ?? 0, from: 'on-track', to: 'watch', move: 'newly-flagged', findings: [] }],
      tally: [['us-md', null, 'on-track', 'watch', 1]],
      problems: [{ applicantId: applicant?.id ?? 0, message: 'spec' }],
      assessed: 1,
      unchanged: 0,
      notAssessable: 0,
      newlyNotAssessable: 0,
      inputHash: '-',
    });
    expect(await store.transaction((tx) => closeRun(tx, schoolId, runId))).toBe('compared');
  });
  afterAll(async () => {
    await store.destroy();
    await db.drop();
  });

  it('can be taken back and done again; no record is changed by it, and none looks changed afterwards', async () => {
    const texts = () =>
      sqlWithoutSchool(store, 'select document::text from applicant union all select document::text from applicant_history');
    const before = await texts();
    const since = migrations.findIndex(({ name }) => name.startsWith('PolicyVersion'));
    for (let i = since; i < migrations.length; i++) await store.undoLastMigration({ transaction: 'each' });
    expect(await sqlWithoutSchool(store, `select from run where kind = 'shadow'`)).toEqual([]);
    expect(await store.runMigrations({ transaction: 'each' })).toHaveLength(migrations.length - since);
    expect((await texts()).length).toBe(before.length);
    const [applicant] = await sqlWithoutSchool<{ id: number }>(store, 'select id from applicant');
    expect((await findRecord(store, schoolId, applicant?.id ?? 0))?.record).toEqual(saved);
    const mark = { by: 'spec', at: new Date('2026-08-02T12:00:00Z'), knownOn: '2026-08-02', source: 'import' } as const;
    expect(await saveRecords(store, schoolId, [saved], mark)).toEqual([]);
  });
});
