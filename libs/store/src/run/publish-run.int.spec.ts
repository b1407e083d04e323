import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import type { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closeRun,
  connect,
  createRun,
  digestOf,
  finishChunk,
  type NewRun,
  openRun,
  publishRun,
  readChunk,
  saveRecords,
  saveSchool,
  sql,
} from '../index.js';

const schoolId = 'one';
const code = 'plan.no-backup';
const record = (externalId: string): ApplicantRecord => ({
  externalId,
  name: { given: 'Ada', family: externalId },
  season: 2027,
  applicantType: 'us-md',
});

describe('publishing', () => {
  let db: ThrowAwayDatabase;
  let store: DataSource;
  let ids: number[];
  beforeEach(async () => {
    db = await throwAwayPostgres();
    store = await connect({ url: db.url });
    await saveSchool(store, { id: schoolId, name: 'One', timeZone: 'UTC' });
    const mark = { by: 'spec', at: new Date('2026-08-01T12:00:00Z'), knownOn: '2026-08-01', source: 'import' } as const;
    ids = (await saveRecords(store, schoolId, [record('A'), record('B')], mark)).map(({ id }) => id);
    await publish(await assessed(await open('2026-09-01'), 'calm'));
  });
  afterEach(async () => {
    await store.destroy();
    await db.drop();
  });

  let slots = 0;
  const open = async (asOf: Day, kind: NewRun['kind'] = 'manual', applicantIds?: number[]): Promise<number> => {
    const asked = { season: 2027, slot: `spec ${++slots}`, policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' };
    const { id } = await createRun(store, schoolId, { ...asked, kind, asOf, applicantIds });
    await store.transaction((tx) => openRun(tx, schoolId, id, { chunkSize: 10, policyVersion: '-', rulesDigest: '-' }));
    return id;
  };
  /** Gives everybody of the run the same answer; as in a run, only what differs from what stands is stored. */
  const assessed = async (runId: number, answer: 'calm' | 'raised'): Promise<number> => {
    const findings = answer === 'calm' ? [] : [{ code, area: 'plan', level: 'act', evidence: {} }];
    const content = JSON.stringify({ findings, careGaps: [], unknown: [], setBy: [], categories: [], imgTier: null });
    const members = await readChunk(store, schoolId, runId, 1);
    const answers = members
      .filter(({ standingDigest }) => standingDigest !== digestOf(content))
      .map(({ id, version }) => ({
        applicantId: id,
        recordVersion: version,
        digest: digestOf(content),
        riskLevel: answer === 'calm' ? ('on-track' as const) : ('at-risk' as const),
        content,
        due: {},
        casework: null,
      }));
    const unchanged = members.length - answers.length;
    await finishChunk(store, schoolId, runId, 1, {
      answers,
      problems: [],
      assessed: members.length,
      unchanged,
      notAssessable: 0,
      newlyNotAssessable: 0,
      inputHash: '-',
    });
    return runId;
  };
  const publish = async (runId: number): Promise<void> => {
    await store.transaction((tx) => closeRun(tx, schoolId, runId));
    expect(await store.transaction((tx) => publishRun(tx, schoolId, runId, [code]))).toBe(true);
  };
  const flagged = async (): Promise<number[]> =>
    (await sql<{ id: number }>(store, schoolId, 'select applicant_id as id from flag where closed_run is null order by 1')).map(
      ({ id }) => id,
    );

  it('raises flags for what a run found, and closes them when the next one clears it', async () => {
    await publish(await assessed(await open('2026-09-02'), 'raised'));
    expect(await flagged()).toEqual(ids);
    await publish(await assessed(await open('2026-09-03'), 'calm'));
    expect(await flagged()).toEqual([]);
  });

  it('applies nothing of a run that waited while a later one found the cohort unchanged', async () => {
    const waiting = await assessed(await open('2026-09-02'), 'raised');
    await publish(await assessed(await open('2026-09-02'), 'calm'));
    await publish(waiting);
    expect(await flagged()).toEqual([]);
    expect(await sql(store, schoolId, 'select from level_change where run_id = $1', [waiting])).toEqual([]);
  });

  it('applies a run that waited to all but those whom a reassessment found unchanged since', async () => {
    const waiting = await assessed(await open('2026-09-02'), 'raised');
    await publish(await assessed(await open('2026-09-02', 'reassess', ids.slice(0, 1)), 'calm'));
    await publish(waiting);
    expect(await flagged()).toEqual(ids.slice(1));
  });

  it('leaves out whoever was removed since they were assessed', async () => {
    const waiting = await assessed(await open('2026-09-02'), 'raised');
    const [gone, ...others] = ids;
    for (const table of ['standing_answer', 'level_change', 'applicant_summary', 'applicant_search'])
      await sql(store, schoolId, `delete from ${table} where applicant_id = $1`, [gone]);
    await sql(store, schoolId, 'delete from applicant where id = $1', [gone]);
    await publish(waiting);
    expect(await flagged()).toEqual(others);
    expect(await sql(store, schoolId, 'select applicant_id as id from standing_answer')).toEqual(others.map((id) => ({ id })));
  });

  it('applies a run as of a later day than one that was asked for after it', async () => {
    const waiting = await assessed(await open('2026-09-03'), 'raised');
    await publish(await assessed(await open('2026-09-02'), 'calm'));
    await publish(waiting);
    expect(await flagged()).toEqual(ids);
  });
});
