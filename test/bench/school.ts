import { syntheticRecords } from '@matchwatch/demo';
import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { connectAsOwner, createRun, saveRecords, saveSchool, sqlOne, sqlWithoutSchool } from '@matchwatch/store';
import type { DataSource } from 'typeorm';
import { parentOf } from './measure.js';

export const schoolId = 'bench';
export const season = 2027;
export const asOf: Day = '2026-08-17';
const batch = 2_000;
/** Applicants of one advisor. */
export const caseload = 300;
export const benchPassword = 'a password for the bench';
export const dean = 'dean@bench.example.edu';
/** The nth advisor of the school. */
export const advisorAt = (place: number): string => `advisor-${place + 1}@bench.example.edu`;

/** A school of any size in a database of its own. */
export interface BenchSchool {
  url: string;
  database: DataSource;
  doorbell: Doorbell;
}

/** The process of the database server, where it runs on this machine and the system tells. */
export async function findServer(url: string): Promise<number[]> {
  const database = await connectAsOwner({ url, poolSize: 1, applicationName: 'matchwatch bench' });
  const backend = await sqlOne<{ pid: number }>(database, schoolId, 'select pg_backend_pid() as pid');
  const server = backend && parentOf(backend.pid);
  await database.destroy();
  return server === undefined ? [] : [server];
}

/** Fills the school with believable records, a batch at a time. */
export async function openSchool(url: string, redisUrl: string | undefined, applicants: number): Promise<BenchSchool> {
  const database = await connectAsOwner({ url, poolSize: 4, applicationName: 'matchwatch bench' });
  await saveSchool(database, { id: schoolId, name: 'Bench', timeZone: 'UTC' });
  let records: ApplicantRecord[] = [];
  let advised = 0;
  const save = async () => {
    await database.transaction((db) =>
      saveRecords(db, schoolId, records, { by: 'bench', at: new Date(), knownOn: asOf, source: 'import' }),
    );
    records = [];
  };
  for (const record of syntheticRecords({ count: applicants, seed: 11, season, asOf })) {
    records.push(record.advisor === undefined ? record : { ...record, advisor: advisorAt(Math.floor(advised++ / caseload)) });
    if (records.length === batch) await save();
  }
  if (records.length > 0) await save();
  await sqlWithoutSchool(database, 'analyze applicant, applicant_summary');
  return { url, database, doorbell: openDoorbell({ databaseUrl: url, redisUrl }) };
}

export interface FinishedRun {
  id: number;
  seconds: number;
  /** Of these, the seconds from the first chunk to the last. */
  assessing: number;
  publishing: number;
  unchanged: number;
  opened: number;
}

let slots = 0;

/** A run of a school's cohort from the bell to "published". */
export async function runOnce({ database, doorbell }: BenchSchool, school = schoolId): Promise<FinishedRun> {
  const from = performance.now();
  const { id } = await createRun(database, school, {
    season,
    kind: 'manual',
    slot: `bench:${++slots}`,
    asOf,
    policyVersion: '-',
    rulesDigest: '-',
    requestedBy: 'bench',
  });
  await doorbell.ring('run.open', { schoolId: school, runId: id });
  const run = await untilDone(database, school, id);
  return { id, seconds: (performance.now() - from) / 1000, ...run };
}

/** Waits until a run is published or, trying a draft, compared. */
export async function untilDone(database: DataSource, school: string, id: number) {
  for (;;) {
    const run = await sqlOne<{
      state: string;
      reason: string | null;
      assessing: number;
      publishing: number;
      unchanged: number;
      opened: number;
    }>(
      database,
      school,
      `select state, reason, extract(epoch from closed_at - started_at)::float8 as assessing, extract(epoch from published_at - closed_at)::float8 as publishing,
              unchanged, opened
       from run where school_id = $1 and id = $2`,
      [school, id],
    );
    if (run?.state === 'published' || run?.state === 'compared') return run;
    if (run?.state === 'failed' || run?.state === 'held') throw new Error(`Run ${id} is ${run.state}: ${run.reason}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Gives a share of the applicants a new practice score or exam result, as a day brings it. */
export async function liveThroughADay({ database }: BenchSchool, share: number): Promise<number> {
  const everyNth = Math.round(1 / share);
  const changed = await sqlWithoutSchool<{ record: ApplicantRecord }>(
    database,
    'select document as record from applicant where school_id = $1 and season = $2 and id % $3 = 0',
    [schoolId, season, everyNth],
  );
  const records = changed.map(({ record }, index) => withNews(record, index));
  for (let from = 0; from < records.length; from += batch) {
    await database.transaction((db) =>
      saveRecords(db, schoolId, records.slice(from, from + batch), { by: 'bench', at: new Date(), knownOn: asOf, source: 'import' }),
    );
  }
  return records.length;
}

function withNews(record: ApplicantRecord, index: number): ApplicantRecord {
  const score = 205 + (index % 60);
  return {
    ...record,
    exams: [...(record.exams ?? []).filter(({ exam }) => exam !== 'step2ck'), { exam: 'step2ck', takenOn: '2026-07-10', score }],
  };
}
