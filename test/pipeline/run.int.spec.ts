import type { ApplicantRecord } from '@matchwatch/domain';
import { createRun, decideRun, findRecord, findRun, retryRun, saveRecord, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends, type OpenBackend, openQueueServer } from './backends.js';
import { asOf, type CohortUnderTest, cohortOf, cohortUnderTest, outcomeOf, schoolId, season } from './cohort-under-test.js';
import { startWorker, type WorkerProcess } from './worker-process.js';

describe.each(backends)('a run on the %s queue', (backend) => {
  const records = cohortOf(300);
  let db: ThrowAwayDatabase;
  let queue: OpenBackend;
  let cohort: CohortUnderTest;
  let worker: WorkerProcess;

  beforeAll(async () => {
    [db, queue] = await Promise.all([throwAwayPostgres(), openQueueServer(backend)]);
    cohort = await cohortUnderTest(db.url, queue.redisUrl, records);
    worker = await startWorker({ DATABASE_URL: db.url, REDIS_URL: queue.redisUrl, CHUNK_SIZE: '40' });
  });
  afterAll(async () => {
    await worker?.stop();
    await cohort?.close();
    await queue?.stop();
    await db?.drop();
  });

  it('assesses everybody once, opens flags and emits an event for each', async () => {
    const run = await cohort.until(await cohort.start(), 'published');
    expect(run).toMatchObject({ outcome: 'complete', population: 300, assessed: 300, failed: 0, chunks_total: 8, chunks_done: 8 });
    const { standing, events, flags } = await outcomeOf(cohort.database);
    expect(standing).toHaveLength(300);
    expect(run.opened).toBeGreaterThan(20);
    expect(events).toHaveLength(run.opened);
    expect(flags).toHaveLength(run.opened);
  });

  it('stores nothing and emits nothing when nothing changed', async () => {
    const before = await outcomeOf(cohort.database);
    const run = await cohort.until(await cohort.start(), 'published');
    expect(run).toMatchObject({ assessed: 300, unchanged: 300, opened: 0, closed: 0 });
    expect(await sqlWithoutSchool(cohort.database, 'select from run_answer where run_id = $1', [run.id])).toHaveLength(0);
    expect(await outcomeOf(cohort.database)).toEqual(before);
  });

  it('agrees with the list: counts of open flags and levels in the summary are those of the flags and answers', async () => {
    const disagreements = await sqlWithoutSchool(
      cohort.database,
      `select m.external_id from applicant_summary m
       left join standing_answer s on s.school_id = m.school_id and s.applicant_id = m.applicant_id
       left join lateral (select count(*) filter (where level = 'urgent') as urgent, count(*) filter (where level = 'act') as act,
                                 count(*) filter (where level = 'watch') as watch, count(*) filter (where level = 'note') as note
                          from flag f where f.school_id = m.school_id and f.applicant_id = m.applicant_id and f.closed_run is null) f on true
       where (m.risk_level, m.open_urgent, m.open_act, m.open_watch, m.open_note) is distinct from (s.risk_level, f.urgent, f.act, f.watch, f.note)`,
    );
    expect(disagreements).toEqual([]);
  });

  it('closes a flag only when its rule says clear, and reassesses an edit within its own small run', async () => {
    const [flagged] = await sqlWithoutSchool<{ id: number }>(
      cohort.database,
      `select applicant_id as id from flag where rule_code = 'exam.step2-category' and closed_run is null order by applicant_id limit 1`,
    );
    const id = flagged?.id ?? Number.NaN;
    const standing = await findRecord(cohort.database, schoolId, id);
    if (!standing) throw new Error('the flagged applicant has a record');
    const edit = async (record: ApplicantRecord, version: number) => {
      await cohort.database.transaction((tx) =>
        saveRecord(tx, schoolId, id, version, record, { by: 'spec', at: new Date(), knownOn: asOf, source: 'screen' }),
      );
      const { id: runId } = await createRun(cohort.database, schoolId, {
        season,
        kind: 'reassess',
        slot: `edit:${id}:v${version}`,
        asOf,
        policyVersion: '-',
        rulesDigest: '-',
        requestedBy: 'spec',
        applicantIds: [id],
      });
      await cohort.doorbell.ring('applicant.reassess', { schoolId, runId }, { urgent: true });
      return cohort.until(runId, 'published');
    };
    const flag = async () =>
      (
        await sqlWithoutSchool<{ closed_run: number | null }>(
          cohort.database,
          `select closed_run from flag where applicant_id = $1 and rule_code = 'exam.step2-category' order by id`,
          [id],
        )
      ).map(({ closed_run }) => closed_run);

    const { exams: _, ...withoutExams } = standing.record;
    expect(await edit(withoutExams, standing.version)).toMatchObject({ population: 1, assessed: 1 });
    expect(await flag(), 'unknown never closes').toEqual([null]);

    const passed: ApplicantRecord = {
      ...standing.record,
      exams: [{ exam: 'step2ck', takenOn: '2026-07-01', score: 280, outcome: 'pass' }],
    };
    const closing = await edit(passed, standing.version + 1);
    expect(await flag(), 'clear closes').toEqual([closing.id]);

    const reopening = await edit(standing.record, standing.version + 2);
    expect(await flag(), 'raised again opens anew').toEqual([closing.id, null]);
    expect(reopening.opened).toBeGreaterThanOrEqual(1);
  });

  it('reports an applicant whose record breaks a rule, and does the others', async () => {
    await sqlWithoutSchool(
      cohort.database,
      `update applicant set document = jsonb_set(document::jsonb, '{exams}', '[null]') where external_id = $1`,
      [records[5]?.externalId],
    );
    const run = await cohort.until(await cohort.start(), 'published');
    expect(run).toMatchObject({ outcome: 'partial', assessed: 299, failed: 1 });
    const problems = await sqlWithoutSchool<{ external_id: string; message: string }>(
      cohort.database,
      'select a.external_id, p.message from run_problem p join applicant a on a.id = p.applicant_id where p.run_id = $1',
      [run.id],
    );
    expect(problems).toEqual([{ external_id: records[5]?.externalId, message: expect.stringMatching(/\w/) }]);
    await cohort.save([records[5] as ApplicantRecord]);

    const asked = { policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' };
    const retried = await cohort.database.transaction((tx) => retryRun(tx, schoolId, run.id, asked));
    expect(retried).toEqual({ outcome: 'done', id: expect.any(Number), created: true, applicants: 1 });
    if (retried.outcome !== 'done') throw new Error('there is a run to follow');
    expect(await cohort.database.transaction((tx) => retryRun(tx, schoolId, run.id, asked))).toMatchObject({
      id: retried.id,
      created: false,
    });
    await cohort.doorbell.ring('run.open', { schoolId, runId: retried.id });
    expect(await cohort.until(retried.id, 'published')).toMatchObject({ outcome: 'complete', population: 1, assessed: 1, failed: 0 });
    expect((await findRun(cohort.database, schoolId, run.id))?.retry).toEqual({ id: retried.id, state: 'published', outcome: 'complete' });
    expect(await cohort.database.transaction((tx) => retryRun(tx, schoolId, retried.id, asked)), 'all were assessed').toEqual({
      outcome: 'nothing',
    });
  });

  it('keeps what it went by: two runs told the same have the same hash, and another after an edit', async () => {
    const hashOf = async () =>
      (await findRun(cohort.database, schoolId, (await cohort.until(await cohort.start(), 'published')).id))?.inputHash;
    const [first, second] = [await hashOf(), await hashOf()];
    expect(first).toMatch(/^[\da-f]{64}$/);
    expect(second).toBe(first);
    const [one] = records;
    if (!one) throw new Error('there are records');
    await cohort.save([{ ...one, email: 'new.address@example.edu' }]);
    expect(await hashOf()).not.toBe(first);
  });

  it('gives each slot one run, whoever asks and however often', async () => {
    const slot = {
      season,
      kind: 'nightly' as const,
      slot: '2026-08-18',
      asOf: '2026-08-18' as const,
      policyVersion: '-',
      rulesDigest: '-',
      requestedBy: 'spec',
    };
    const runs = await Promise.all(Array.from({ length: 8 }, () => createRun(cohort.database, schoolId, slot)));
    expect(runs.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(1);
    const runId = runs[0]?.id ?? Number.NaN;
    await Promise.all(Array.from({ length: 3 }, () => cohort.doorbell.ring('run.open', { schoolId, runId })));
    expect(await cohort.until(runId, 'published')).toMatchObject({ assessed: 300, chunks_done: 8 });
  });

  it('holds a run whose cohort shrank, until a person decides', async () => {
    await sqlWithoutSchool(cohort.database, 'update applicant set season = 2030 where external_id = any ($1)', [
      records.slice(0, 60).map((r) => r.externalId),
    ]);
    const before = await outcomeOf(cohort.database);
    const run = await cohort.until(await cohort.start({ asOf: '2026-12-01' }), 'held', 'published');
    expect(run).toMatchObject({
      state: 'held',
      reason: null,
      held: [
        {
          rail: 'populationDrop',
          limit: 0.1,
          sinceRunId: expect.any(Number),
          before: { population: 300, unanswered: expect.any(Number) },
          now: { population: 240, unanswered: expect.any(Number) },
        },
      ],
    });
    expect(await outcomeOf(cohort.database)).toEqual(before);
    expect(await decideRun(cohort.database, schoolId, run.id, 'approve', { by: 'Dr. Rivera' })).toEqual({
      outcome: 'done',
      state: 'closed',
    });
    await cohort.doorbell.ring('run.publish', { schoolId, runId: run.id });
    expect(await cohort.until(run.id, 'published')).toMatchObject({ reason: expect.stringContaining('Approved by Dr. Rivera') });
    expect(await decideRun(cohort.database, schoolId, run.id, 'cancel', { by: 'Dr. Rivera' })).toEqual({
      outcome: 'refused',
      state: 'published',
    });
  });
});
