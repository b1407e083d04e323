import type { ApplicantRecord, Day, PolicyChanges } from '@matchwatch/domain';
import { type Assessor, createAssessor, defaultPolicy, policyFromChanges } from '@matchwatch/risk-rules';
import { createRun, decideRun, findRunPolicy, openRun, publishRun, sqlOne, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type OpenBackend, openQueueServer } from './backends.js';
import { asOf, type CohortUnderTest, cohortOf, cohortUnderTest, schoolId, season } from './cohort-under-test.js';
import { computeAgain } from './compute-again.js';
import { policiesOf, type SchoolPolicies } from './school-policies.js';
import { startWorker, type WorkerProcess } from './worker-process.js';

/** Raises a finding that some of the cohort have. */
const stricter: PolicyChanges = { 'scholarly.no-output.level': { '2010-01-01': { value: 'urgent', sources: ['school#spec'] } } };
/** Lowers it. */
const milder: PolicyChanges = { 'scholarly.no-output.level': { '2010-01-01': { value: 'note', sources: ['school#spec'] } } };

/** Everything that people see or that later runs go by. */
const picture = ({ database }: CohortUnderTest) =>
  Promise.all(
    ['standing_answer', 'run_answer', 'flag', 'flag_event', 'level_change', 'cohort_level', 'applicant_summary'].map((table) =>
      sqlOne(
        database,
        schoolId,
        `select '${table}' as name, count(*) as rows, md5(string_agg(t::text, '|' order by t::text)) as content from ${table} t`,
      ),
    ),
  );

const changesOf = ({ database }: CohortUnderTest, runId: number) =>
  sqlWithoutSchool(
    database,
    `select a.external_id as "externalId", c.old_level as "from", c.new_level as "to" from shadow_change c
     join applicant a on a.school_id = c.school_id and a.id = c.applicant_id where c.run_id = $1 order by a.external_id`,
    [runId],
  );

/** Whom a policy would change, worked out without any of the pipeline. */
function expectedChanges(records: readonly ApplicantRecord[], draft: PolicyChanges, base: PolicyChanges = {}) {
  const before = createAssessor(policyFromChanges('before', base), asOf);
  const after = createAssessor(policyFromChanges('after', draft), asOf);
  const shape = (assess: Assessor, record: ApplicantRecord) => {
    const { riskLevel, findings } = assess(record, { changedOn: asOf });
    return { riskLevel, said: JSON.stringify([riskLevel, findings.map(({ code, level }) => [code, level])]) };
  };
  return records
    .flatMap((record) => {
      const [from, to] = [shape(before, record), shape(after, record)];
      return from.said === to.said ? [] : [{ externalId: record.externalId, from: from.riskLevel, to: to.riskLevel }];
    })
    .sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}

describe.each(backends)('a draft on the %s queue', (backend) => {
  const records = cohortOf(300);
  let db: ThrowAwayDatabase;
  let queue: OpenBackend;
  let cohort: CohortUnderTest;
  let policies: SchoolPolicies;
  let worker: WorkerProcess;
  beforeAll(async () => {
    [db, queue] = await Promise.all([throwAwayPostgres(), openQueueServer(backend)]);
    cohort = await cohortUnderTest(db.url, queue.redisUrl, records);
    policies = await policiesOf(cohort);
    worker = await startWorker({ DATABASE_URL: db.url, REDIS_URL: queue.redisUrl, CHUNK_SIZE: '40' });
    await cohort.until(await cohort.start(), 'published');
  });
  afterAll(async () => {
    await worker?.stop();
    await cohort?.close();
    await queue?.stop();
    await db?.drop();
  });

  /** Open flags of the rule that the drafts are about. */
  const flags = async (level: string) => {
    const row = await sqlOne<{ flags: number }>(
      cohort.database,
      schoolId,
      `select count(*) as flags from flag where rule_code = 'scholarly.no-output' and closed_run is null and level = $1`,
      [level],
    );
    return row?.flags ?? 0;
  };
  /** A run that is opened now, and assessed when it is said. */
  const openWithout = async (day: Day) => {
    const asked = {
      season,
      kind: 'manual',
      slot: `open on ${day}`,
      asOf: day,
      policyVersion: '-',
      rulesDigest: '-',
      requestedBy: 'spec',
    } as const;
    const { id: runId } = await createRun(cohort.database, schoolId, asked);
    const opened = await cohort.database.transaction((tx) =>
      openRun(tx, schoolId, runId, { chunkSize: 40, policyVersion: defaultPolicy.version, rulesDigest: '-' }),
    );
    const assess = async () => {
      await cohort.doorbell.ringAll('run.assess-chunk', opened?.chunks.map((chunk) => ({ schoolId, runId, chunk })) ?? []);
      return cohort.until(runId, 'published');
    };
    return { runId, assess };
  };

  it('is tried on everybody, and nothing of it reaches an answer, a flag, an event or a list', async () => {
    const before = await picture(cohort);
    const run = await cohort.until(await policies.try(await policies.draft(stricter)), 'compared', 'failed');
    expect(run).toMatchObject({
      state: 'compared',
      outcome: 'complete',
      population: 300,
      assessed: 300,
      failed: 0,
      opened: 0,
      closed: 0,
      chunks_done: 8,
    });
    const expected = expectedChanges(records, stricter);
    expect(expected.length).toBeGreaterThan(5);
    expect(await changesOf(cohort, run.id)).toEqual(expected);
    const tallied = await sqlOne<{ all: number; moved: number }>(
      cohort.database,
      schoolId,
      `select sum((t -> 4)::integer)::integer as all, coalesce(sum((t -> 4)::integer) filter (where t -> 2 <> t -> 3), 0)::integer as moved
       from run_chunk cross join jsonb_array_elements(shadow_tally) t where run_id = $1`,
      [run.id],
    );
    expect(tallied).toEqual({ all: 300, moved: expected.filter(({ from, to }) => from !== to).length });
    expect(await picture(cohort)).toEqual(before);
  });

  it('is published by no path, however often the bell rings', async () => {
    const before = await picture(cohort);
    const run = await cohort.until(await policies.try(await policies.draft(stricter)), 'compared');
    const bell = { schoolId, runId: run.id };
    await Promise.all([
      cohort.doorbell.ring('run.publish', bell),
      cohort.doorbell.ring('run.close', bell),
      cohort.doorbell.ring('run.open', bell),
    ]);
    await cohort.doorbell.ringAll(
      'run.assess-chunk',
      [1, 2, 3].map((chunk) => ({ ...bell, chunk })),
    );
    for (const decision of ['approve', 'discard', 'cancel'] as const) {
      expect(await decideRun(cohort.database, schoolId, run.id, decision, { by: 'spec' })).toEqual({
        outcome: 'refused',
        state: 'compared',
      });
    }
    expect(await cohort.database.transaction((tx) => publishRun(tx, schoolId, run.id, []))).toBe(false);
    for (const state of ['closed', 'held', 'published']) {
      await expect(sqlWithoutSchool(cohort.database, 'update run set state = $2 where id = $1', [run.id, state])).rejects.toThrow(
        'run_shadow_apart',
      );
    }
    // An ordinary run after all that has been rung is through.
    await cohort.until(await cohort.start(), 'published');
    expect(await cohort.until(run.id, 'compared')).toMatchObject({ assessed: 300, chunks_done: 8 });
    const after = await picture(cohort);
    const ofRuns = ['cohort_level'];
    expect(after.filter((row) => !ofRuns.includes((row as { name: string }).name))).toEqual(
      before.filter((row) => !ofRuns.includes((row as { name: string }).name)),
    );
  });

  it('that is edited while it is tried is tried as it was', async () => {
    const id = await policies.draft(stricter);
    const runId = await policies.ask(id);
    await policies.edit(id, milder);
    await cohort.doorbell.ring('run.open', { schoolId, runId });
    await cohort.until(runId, 'compared');
    expect(await changesOf(cohort, runId)).toEqual(expectedChanges(records, stricter));
    expect(await changesOf(cohort, (await cohort.until(await policies.try(id), 'compared')).id)).toEqual(expectedChanges(records, milder));
  });

  it('whose trial is cancelled is not tried on', async () => {
    const before = await picture(cohort);
    const runId = await policies.ask(await policies.draft(stricter));
    expect(await decideRun(cohort.database, schoolId, runId, 'cancel', { by: 'spec' })).toEqual({ outcome: 'done', state: 'cancelled' });
    await cohort.doorbell.ring('run.open', { schoolId, runId });
    await cohort.until(await policies.try(await policies.draft(milder)), 'compared');
    expect(await cohort.until(runId, 'cancelled')).toMatchObject({ assessed: 0, chunks_total: 0 });
    expect(await picture(cohort)).toEqual(before);
  });

  it('does the rest when somebody’s record breaks a rule, and reports them', async () => {
    const { externalId } = records[5] as ApplicantRecord;
    const rewrite = (document: unknown) =>
      sqlWithoutSchool(cohort.database, 'update applicant set document = $2 where external_id = $1', [
        externalId,
        JSON.stringify(document),
      ]);
    await rewrite({ ...records[5], exams: [null] });
    const run = await cohort.until(await policies.try(await policies.draft(stricter)), 'compared');
    await rewrite(records[5]);
    expect(run).toMatchObject({ outcome: 'partial', assessed: 299, failed: 1 });
  });

  it('is compared with the version in force, once there is one', async () => {
    const { id, version } = await policies.publish(stricter, '2026-08-01');
    const runId = await policies.try(await policies.draft(milder));
    await cohort.until(runId, 'compared');
    expect(await findRunPolicy(cohort.database, schoolId, runId)).toMatchObject({
      base: { version, changes: stricter },
      policy: { changes: milder },
    });
    expect(await changesOf(cohort, runId)).toEqual(expectedChanges(records, milder, stricter));
    await policies.step(id, 'withdraw');
  });

  it('once published is what runs use from its day on, until it is withdrawn; a run that was open keeps its own', async () => {
    const used = async (runId: number) => {
      const row = await sqlOne<{ version: string }>(cohort.database, schoolId, 'select policy_version as version from run where id = $1', [
        runId,
      ]);
      return row?.version;
    };
    const ran = async (run?: Parameters<typeof cohort.start>[0]) => {
      const { id } = await cohort.until(await cohort.start(run), 'published', 'failed');
      return { id, version: await used(id) };
    };
    const early = await cohort.start({ asOf: '2026-09-05', slot: 'early' });
    await cohort.until(early, 'published');
    const open = await openWithout('2026-09-06');
    const first = await policies.publish(stricter, '2026-09-01');
    const second = await policies.publish(milder, '2026-09-10');
    await open.assess();
    expect(await used(open.runId)).toBe(defaultPolicy.version);

    expect(await flags('urgent')).toBe(0);
    expect((await ran({ asOf: '2026-09-07' })).version).toBe(first.version);
    const raised = await flags('urgent');
    expect(raised).toBeGreaterThan(5);
    expect((await ran({ asOf: '2026-09-11' })).version).toBe(second.version);
    expect([await flags('urgent'), await flags('note')]).toEqual([0, raised]);
    const [one] = await sqlWithoutSchool<{ id: number }>(cohort.database, 'select id from applicant order by id limit 1');
    expect((await ran({ kind: 'reassess', asOf: '2026-09-11', applicantIds: [one?.id ?? 0] })).version, 'a small run too').toBe(
      second.version,
    );
    await policies.step(second.id, 'withdraw');
    expect((await ran({ asOf: '2026-09-11' })).version, 'the one before').toBe(first.version);
    expect(await flags('urgent')).toBe(raised);
    await policies.step(first.id, 'withdraw');
    expect((await ran({ asOf: '2026-09-12' })).version).toBe(defaultPolicy.version);
    expect(await flags('urgent')).toBe(0);
    const again = await computeAgain(cohort.database, schoolId);
    expect(again.answers).toBeGreaterThan(300);
    expect(again.otherwise).toEqual([]);
  });

  it('once published is not undone by a run that was open before and ends after', async () => {
    const late = await openWithout('2026-09-20');
    const { id } = await policies.publish(stricter, '2026-09-15');
    await cohort.until(await cohort.start({ asOf: '2026-09-20' }), 'published');
    const urgent = await flags('urgent');
    expect(urgent).toBeGreaterThan(5);
    expect(await late.assess()).toMatchObject({ assessed: 300, opened: 0, closed: 0 });
    expect(await flags('urgent')).toBe(urgent);
    await policies.step(id, 'withdraw');
  });

  it('whose worker is killed in the middle of its trial is tried to the end by the next one, with the same result', async () => {
    const many = cohortOf(1_500);
    const [otherDb, otherQueue] = await Promise.all([throwAwayPostgres(), openQueueServer(backend)]);
    const disturbed = await cohortUnderTest(otherDb.url, otherQueue.redisUrl, many);
    const env = { DATABASE_URL: otherDb.url, REDIS_URL: otherQueue.redisUrl, CHUNK_SIZE: '15', WORKER_CONCURRENCY: '2' };
    const doomed = await startWorker(env);
    const theirs = await policiesOf(disturbed);
    const runId = await theirs.try(await theirs.draft(stricter));
    for (let done = 0; done < 10; ) {
      done =
        (await sqlOne<{ done: number }>(disturbed.database, schoolId, 'select chunks_done as done from run where id = $1', [runId]))
          ?.done ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await doomed.kill();
    expect((await disturbed.until(runId, 'assessing', 'compared')).state, 'the kill hit the middle of the run').toBe('assessing');
    const heir = await startWorker(env);
    const run = await disturbed.until(runId, 'compared', 'failed');
    await heir.stop();
    expect(run).toMatchObject({ state: 'compared', outcome: 'complete', assessed: 1_500, chunks_done: 100 });
    expect(await changesOf(disturbed, runId)).toEqual(expectedChanges(many, stricter));
    expect(await sqlWithoutSchool(disturbed.database, 'select from standing_answer limit 1')).toEqual([]);
    await disturbed.close();
    await otherQueue.stop();
    await otherDb.drop();
  });
});
