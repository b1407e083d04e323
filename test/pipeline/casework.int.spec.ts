import { addDays, type Day } from '@matchwatch/domain';
import { addMeeting, type DecidedReview, savePerson, saveReviews, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOf, type CohortUnderTest, cohortOf, cohortUnderTest, schoolId } from './cohort-under-test.js';
import { computeAgain } from './compute-again.js';
import { startWorker, type WorkerProcess } from './worker-process.js';

const later = addDays(asOf, 40);

describe('what the school does reaches the runs', () => {
  let db: ThrowAwayDatabase;
  let cohort: CohortUnderTest;
  let worker: WorkerProcess;
  let applicantId: number;
  let by: number;
  const at = new Date('2026-09-26T12:00:00Z');

  beforeAll(async () => {
    db = await throwAwayPostgres();
    cohort = await cohortUnderTest(db.url, undefined, cohortOf(400));
    worker = await startWorker({ DATABASE_URL: db.url, CHUNK_SIZE: '150' });
    by = (await savePerson(cohort.database, schoolId, { email: 'dean@riverside.edu', name: 'Dean', role: 'dean' })).id;
    await cohort.until(await cohort.start(), 'published');
    await cohort.until(await cohort.start({ asOf: later }), 'published');
    const [waiting] = await sqlWithoutSchool<{ id: number }>(
      cohort.database,
      `select u.applicant_id as id from flag u join flag m on m.school_id = u.school_id and m.applicant_id = u.applicant_id
         and m.rule_code = 'care.no-meeting' and m.closed_run is null
       where u.rule_code = 'care.unreviewed' and u.closed_run is null order by 1 limit 1`,
    );
    applicantId = waiting?.id ?? Number.NaN;
  });
  afterAll(async () => {
    await worker?.stop();
    await cohort?.close();
    await db?.drop();
  });

  const gaps = async (): Promise<string[]> =>
    (
      await sqlWithoutSchool<{ code: string }>(
        cohort.database,
        `select rule_code as code from flag where applicant_id = $1 and closed_run is null and rule_code like 'care.%' order by 1`,
        [applicantId],
      )
    ).map(({ code }) => code);
  const reassess = async (on: Day = later) =>
    cohort.until(await cohort.start({ kind: 'reassess', asOf: on, applicantIds: [applicantId] }), 'published');

  it('raises care gaps for what nobody did, and not before their day', async () => {
    expect(applicantId).toBeGreaterThan(0);
    expect(await gaps()).toEqual(expect.arrayContaining(['care.no-meeting', 'care.no-plan', 'care.unreviewed']));
    const early = await sqlWithoutSchool(
      cohort.database,
      `select from flag where rule_code in ('care.no-meeting', 'care.no-plan', 'care.unreviewed') and opened_on < $1`,
      [later],
    );
    expect(early).toHaveLength(0);
  });

  it('closes the gap of a review once the flags are reviewed, and no flag with it', async () => {
    const flags = await sqlWithoutSchool<{ id: number; code: string; level: 'act' | 'urgent' }>(
      cohort.database,
      `select id, rule_code as code, level from flag where applicant_id = $1 and closed_run is null and level in ('act', 'urgent') and rule_code not like 'care.%'`,
      [applicantId],
    );
    const decided = flags.map(
      ({ id, code, level }): DecidedReview => ({
        flagId: id,
        code,
        decision: 'agree',
        state: 'agreed',
        level,
        on: later,
        until: null,
        assignedTo: null,
        because: null,
        note: null,
      }),
    );
    await cohort.database.transaction((tx) => saveReviews(tx, schoolId, applicantId, decided, { by, at }));
    await reassess();
    expect(await gaps()).not.toContain('care.unreviewed');
    expect(
      await sqlWithoutSchool(cohort.database, 'select from flag where id = any ($1) and closed_run is null', [flags.map(({ id }) => id)]),
    ).toHaveLength(flags.length);
    expect(await sqlWithoutSchool(cohort.database, 'select from review where applicant_id = $1', [applicantId])).toHaveLength(flags.length);
  });

  it('closes the gap of a meeting once one was held', async () => {
    await addMeeting(
      cohort.database,
      schoolId,
      applicantId,
      {
        state: 'held',
        kind: 'in-person',
        on: later,
        at: null,
        minutes: null,
        with: 'dean',
        staffIds: [by],
        others: [],
        topics: [],
        note: null,
        restricted: false,
        nextStep: null,
        nextOn: null,
        advised: [],
      },
      { by, at },
    );
    await reassess();
    expect(await gaps()).not.toContain('care.no-meeting');
    expect(await gaps()).toContain('care.no-plan');
  });

  it('keeps with each answer what it was told, so that every one of them can be computed again bit for bit', async () => {
    await reassess(addDays(later, 60));
    const { answers, otherwise } = await computeAgain(cohort.database, schoolId);
    expect(answers).toBeGreaterThan(400);
    expect(otherwise).toEqual([]);
    const told = await sqlWithoutSchool(cohort.database, `select from run_answer where casework is not null`);
    expect(told.length).toBeGreaterThan(0);
  });

  it('opens a flag that rose to a new review, and leaves a review as it was', async () => {
    const waiting = async () =>
      (
        await sqlWithoutSchool<{ flags: number }>(
          cohort.database,
          'select review_flags as flags from applicant_summary where applicant_id = $1',
          [applicantId],
        )
      )[0]?.flags ?? 0;
    const before = await waiting();
    await sqlWithoutSchool(
      cohort.database,
      `update flag set level = 'watch' where applicant_id = $1 and closed_run is null and rule_code not like 'care.%'`,
      [applicantId],
    );
    // The evidence counts, too: what a run says again it writes again.
    await sqlWithoutSchool(cohort.database, `update standing_answer set digest = 'x' where applicant_id = $1`, [applicantId]);
    await reassess(addDays(later, 61));
    expect(await waiting()).toBeGreaterThan(before);
    expect(
      await sqlWithoutSchool(cohort.database, `select from review where applicant_id = $1 and state <> 'agreed'`, [applicantId]),
    ).toHaveLength(0);
  });
});
