import { syntheticRecords } from '@matchwatch/demo';
import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { connectAsOwner, createRun, type NewRun, saveRecords, saveSchool, sqlOne, sqlWithoutSchool } from '@matchwatch/store';
import type { DataSource } from 'typeorm';

export const schoolId = 'riverside';
export const season = 2027;
export const asOf: Day = '2026-08-17';

/** A school with a cohort in a database of its own, and a doorbell to its worker. */
export interface CohortUnderTest {
  database: DataSource;
  doorbell: Doorbell;
  start(run?: Partial<{ kind: NewRun['kind']; slot: string; asOf: Day; applicantIds: number[] }>): Promise<number>;
  save(records: readonly ApplicantRecord[], knownOn?: Day): Promise<void>;
  /** Waits until a run is in one of the states. */
  until(runId: number, ...states: string[]): Promise<RunRow>;
  close(): Promise<void>;
}

export interface RunRow {
  id: number;
  state: string;
  outcome: string | null;
  reason: string | null;
  held: unknown;
  population: number;
  assessed: number;
  unchanged: number;
  failed: number;
  opened: number;
  closed: number;
  chunks_done: number;
  chunks_total: number;
}

// Twice what taking over from a killed worker may last.
const patienceMs = 40_000;

/** Records of a believable cohort; the same for the same size. */
export const cohortOf = (count: number): ApplicantRecord[] => [...syntheticRecords({ count, seed: 7, season, asOf })];

export async function cohortUnderTest(
  databaseUrl: string,
  redisUrl: string | undefined,
  records: readonly ApplicantRecord[],
): Promise<CohortUnderTest> {
  const database = await connectAsOwner({ url: databaseUrl, poolSize: 4, applicationName: 'spec' });
  // A spec may stop the database under us; the pool opens new connections by itself.
  const doorbell = openDoorbell({ databaseUrl, redisUrl, onError: () => {} });
  let slots = 0;
  const cohort: CohortUnderTest = {
    database,
    doorbell,
    async start(run = {}) {
      const { id } = await createRun(database, schoolId, {
        season,
        kind: 'manual',
        slot: `spec:${++slots}`,
        asOf,
        policyVersion: 'set when opened',
        rulesDigest: 'set when opened',
        requestedBy: 'spec',
        ...run,
      });
      await doorbell.ring('run.open', { schoolId, runId: id });
      return id;
    },
    async save(changed, knownOn = asOf) {
      await database.transaction((db) => saveRecords(db, schoolId, changed, { by: 'spec', at: new Date(), knownOn, source: 'import' }));
    },
    async until(runId, ...states) {
      for (const end = Date.now() + patienceMs; Date.now() < end; ) {
        const run = await sqlOne<RunRow>(database, schoolId, 'select * from run where school_id = $1 and id = $2', [schoolId, runId]).catch(
          () => undefined,
        );
        if (run && states.includes(run.state)) return run;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`Run ${runId} was not ${states.join(' or ')} within ${patienceMs / 1000} s`);
    },
    async close() {
      await doorbell.close();
      await database.destroy();
    },
  };
  await saveSchool(database, { id: schoolId, name: 'Riverside School of Medicine', timeZone: 'America/Chicago' });
  await cohort.save(records);
  return cohort;
}

/** What a run left behind, with nothing in it that may differ between two equal runs: who stands where, and every event. */
export async function outcomeOf(database: DataSource): Promise<{ standing: unknown[]; events: unknown[]; flags: unknown[] }> {
  return {
    standing: await sqlWithoutSchool(
      database,
      `select a.external_id, s.risk_level, s.digest, s.record_version from standing_answer s
       join applicant a on a.school_id = s.school_id and a.id = s.applicant_id order by a.external_id`,
    ),
    events: await sqlWithoutSchool(
      database,
      `select a.external_id, e.rule_code, e.kind, e.old_level, e.new_level from flag_event e
       join applicant a on a.school_id = e.school_id and a.id = e.applicant_id order by a.external_id, e.rule_code, e.kind`,
    ),
    flags: await sqlWithoutSchool(
      database,
      `select a.external_id, f.rule_code, f.level, f.evidence, f.closed_on from flag f
       join applicant a on a.school_id = f.school_id and a.id = f.applicant_id order by a.external_id, f.rule_code`,
    ),
  };
}
