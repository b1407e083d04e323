import {
  type ApplicantRecord,
  addDays,
  type Day,
  findingLevels,
  nobody,
  type Review,
  reviewStates,
  stateOfReview,
  type UrgencyWeights,
  urgencyOf,
  waitingSince,
  wholeSchool,
} from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connect,
  countReviewQueue,
  countVerdicts,
  type DataSource,
  type DecidedReview,
  listFlagsToReview,
  listReviewEvents,
  listReviewQueue,
  listReviews,
  listVerdicts,
  listWaitingFlags,
  type QueueReading,
  savePerson,
  saveRecords,
  saveReviews,
  saveSchool,
  sql,
  takeReviewRevision,
} from '../index.js';
import { openFlagsWithReviews, reviewAggregates, setReviewColumns, stateOfReviewSql, waitingSinceSql } from './review-sql.js';

const schoolId = 'one';
const season = 2027;
const today: Day = '2026-11-20';
const weights: UrgencyWeights = { urgent: 3, near: 4, nearDays: 60, age: 2, ageDays: 14 };

/** Every state, reviewed level, flag level, and order of days that matters. */
const cases = reviewStates.flatMap((state) =>
  findingLevels.flatMap((reviewed) =>
    findingLevels.flatMap((level) =>
      (['2026-11-01', '2026-11-10', '2026-11-15'] as const).flatMap((risenOn) =>
        (state === 'snoozed' ? (['2026-11-19', today, '2026-11-21'] as const) : [null]).map((until) => ({
          flag: { code: `exam.rule-${risenOn}-${state}-${reviewed}-${level}-${until}`, level, risenOn },
          review: { state, level: reviewed, on: '2026-11-10', until, assignedTo: null } satisfies Review,
        })),
      ),
    ),
  ),
);

describe('reviews', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  let ids: number[];
  let me: { id: number; email: string };
  const reading = (more: Partial<QueueReading> = {}): QueueReading => ({
    person: me,
    scope: wholeSchool,
    today,
    weights,
    seasonDay: '2027-01-04',
    ...more,
  });

  beforeAll(async () => {
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 3 });
    await saveSchool(db, { id: schoolId, name: 'One', timeZone: 'UTC' });
    me = await savePerson(db, schoolId, { email: 'ann@example.edu', name: 'Ann Advisor', role: 'advisor' });
    const records = ['A', 'B', 'C', 'D'].map(
      (family): ApplicantRecord => ({
        externalId: family,
        name: { given: 'Ada', family },
        season,
        applicantType: 'us-md',
        ...(family === 'B' && { advisor: me.email }),
        ...(family === 'C' && { advisor: 'other@example.edu' }),
      }),
    );
    const mark = { by: 'Seed', at: new Date(0), knownOn: today, source: 'demo' } as const;
    ids = (await saveRecords(db, schoolId, records, mark)).map(({ id }) => id);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  /** A flag as a run would have left it; answers with its id. */
  async function raise(
    applicantId: number | undefined,
    { code, level, risenOn }: { code: string; level: string; risenOn: Day },
    dueOn: Day | null = null,
  ): Promise<number> {
    const [flag] = await sql<{ id: number }>(
      db,
      schoolId,
      `insert into flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since, risen_on, due_on)
       values ($1, $2, $3, $4, '{}', 1, $5, $5, $5, $6) returning id`,
      [schoolId, applicantId, code, level, risenOn, dueOn],
    );
    return flag?.id ?? 0;
  }
  /** What publishing does to the rows of lists. */
  const count = () =>
    sql(
      db,
      schoolId,
      `update applicant_summary s set ${setReviewColumns('w')}
       from applicant_summary each
       cross join lateral (select ${reviewAggregates()} from ${openFlagsWithReviews('each.school_id', 'each.applicant_id')}) as w
       where s.school_id = $1 and each.school_id = s.school_id and each.applicant_id = s.applicant_id`,
      [schoolId],
    );
  const decided = (flagId: number, code: string, more: Partial<DecidedReview> = {}): DecidedReview => ({
    flagId,
    code,
    decision: 'agree',
    state: 'agreed',
    level: 'act',
    on: today,
    until: null,
    assignedTo: null,
    because: null,
    note: null,
    ...more,
  });
  const decide = (applicantId: number | undefined, ...reviews: DecidedReview[]) =>
    db.transaction((tx) => saveReviews(tx, schoolId, applicantId ?? 0, reviews, { by: me.id, at: new Date('2026-11-20T15:00:00Z') }));

  it('say in SQL what the domain says, in every state, at every level and on every side of every day', async () => {
    const [, , , applicantId] = ids;
    for (const { flag, review } of cases) {
      const flagId = await raise(applicantId, flag);
      await sql(
        db,
        schoolId,
        `insert into review (school_id, flag_id, applicant_id, rule_code, state, level, decided_on, until_on, because, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
        [
          schoolId,
          flagId,
          applicantId,
          flag.code,
          review.state,
          review.level,
          review.on,
          review.until,
          review.state === 'disagreed' ? 'facts' : null,
          me.id,
        ],
      );
    }
    const said = await sql<{ code: string; state: string; since: Day | null }>(
      db,
      schoolId,
      `select flag.rule_code as code, ${stateOfReviewSql('$3::date')} as state, ${waitingSinceSql('$3::date')} as since
       from ${openFlagsWithReviews('$1', '$2::integer')}`,
      [schoolId, applicantId, today],
    );
    expect(said).toHaveLength(cases.length);
    const meant = new Map(
      cases.map(({ flag, review }) => [flag.code, [stateOfReview(flag, review, today), waitingSince(flag, review, today)]]),
    );
    for (const { code, state, since } of said) expect([state, since], code).toEqual(meant.get(code));
    await sql(db, schoolId, `delete from review where applicant_id = $1`, [applicantId]);
    await sql(db, schoolId, `delete from flag where applicant_id = $1`, [applicantId]);
  });

  it('stand in the queue by an urgency that is the domain’s, with what is put off back on its day', async () => {
    const [a, b, c] = ids;
    const first = await raise(a, { code: 'exam.a', level: 'act', risenOn: '2026-11-13' }, '2026-12-20');
    await raise(a, { code: 'exam.b', level: 'urgent', risenOn: '2026-11-18' });
    await raise(a, { code: 'care.no-meeting', level: 'urgent', risenOn: '2026-01-01' });
    await raise(b, { code: 'exam.a', level: 'act', risenOn: '2026-10-01' });
    await raise(b, { code: 'exam.c', level: 'watch', risenOn: '2026-01-01' });
    await raise(c, { code: 'exam.a', level: 'act', risenOn: today }, '2026-11-10');
    await count();
    const queue = async (more: object = {}, at: Day = today) =>
      (await listReviewQueue(db, schoolId, { season, ...more }, reading({ today: at }), [0, 9])).rows;
    const rows = await queue();
    expect(rows.map(({ applicantId }) => applicantId)).toEqual([a, b, c]);
    for (const { urgency, ...causes } of rows) expect(urgency).toBeCloseTo(urgencyOf(causes, weights, today).total, 12);
    expect(rows[0]).toMatchObject({ level: 'urgent', flags: 2, dueOn: '2026-12-20', dated: true, since: '2026-11-13' });
    // What was due has gone by, or nothing was: the season's next day counts.
    for (const at of [1, 2]) expect(rows[at]).toMatchObject({ level: 'act', dueOn: '2027-01-04', dated: false });

    expect((await queue({ mine: true })).map(({ applicantId }) => applicantId)).toEqual([b]);
    expect((await queue({ unassigned: true })).map(({ applicantId }) => applicantId)).toEqual([a]);
    expect((await queue({ level: 'urgent' })).map(({ applicantId }) => applicantId)).toEqual([a]);
    expect((await queue({ advisor: 'Other@example.edu' })).map(({ applicantId }) => applicantId)).toEqual([c]);
    await decide(a, decided(first, 'exam.a', { decision: 'escalate', state: 'escalated', assignedTo: me.id }));
    expect((await queue({ escalatedToMe: true })).map(({ applicantId }) => applicantId)).toEqual([a]);
    expect((await queue({ mine: true })).map(({ applicantId }) => applicantId)).toEqual([a, b]);
    expect(await countReviewQueue(db, schoolId, season, reading())).toEqual({
      all: 3,
      urgent: 1,
      mine: 2,
      unassigned: 1,
      escalatedToMe: 1,
      flags: 4,
    });
    expect((await listReviewQueue(db, schoolId, { season }, reading({ scope: nobody }), [0, 9])).total).toBe(0);

    const [waiting] = await listWaitingFlags(db, schoolId, [b ?? 0], today);
    const until = addDays(today, 3);
    await decide(b, decided(waiting?.id ?? 0, 'exam.a', { decision: 'snooze', state: 'snoozed', until }));
    expect((await queue()).map(({ applicantId }) => applicantId)).not.toContain(b);
    const woken = (await queue({}, until)).find(({ applicantId }) => applicantId === b);
    expect(woken).toMatchObject({ flags: 1, since: until });
    expect(await listWaitingFlags(db, schoolId, [b ?? 0], until)).toMatchObject([{ since: until }]);
  });

  it('are decided by one at a time: whoever comes second is told who was first', async () => {
    const [, , c = 0] = ids;
    const [flag] = await listWaitingFlags(db, schoolId, [c], today);
    const [row] = (await listReviewQueue(db, schoolId, { season, advisor: 'other@example.edu' }, reading(), [0, 0])).rows;
    const revision = row?.revision ?? 0;
    await db.transaction(async (tx) => {
      expect(await takeReviewRevision(tx, schoolId, c, revision)).toEqual({ outcome: 'taken', revision: revision + 1 });
      expect(await listFlagsToReview(tx, schoolId, c, [flag?.id ?? 0])).toMatchObject([{ code: 'exam.a', review: null }]);
      const disagreed = decided(flag?.id ?? 0, 'exam.a', {
        decision: 'disagree',
        state: 'disagreed',
        because: 'threshold',
        note: 'Too strict',
      });
      await saveReviews(tx, schoolId, c, [disagreed], { by: me.id, at: new Date('2026-11-20T16:00:00Z') });
    });
    expect(await db.transaction((tx) => takeReviewRevision(tx, schoolId, c, revision))).toMatchObject({
      outcome: 'conflict',
      revision: revision + 1,
      last: { by: 'Ann Advisor', code: 'exam.a', decision: 'disagree' },
    });
    expect(await db.transaction((tx) => takeReviewRevision(tx, schoolId, 2_000_000_000, 1))).toBeUndefined();
    expect(await listReviews(db, schoolId, [c])).toMatchObject([{ state: 'disagreed', because: 'threshold', by: 'Ann Advisor' }]);
    expect(await listReviewEvents(db, schoolId, c)).toMatchObject([{ decision: 'disagree', note: 'Too strict' }]);
  });

  it('are counted by rule as verdicts, and listed for whoever may see whom they are about', async () => {
    expect(await countVerdicts(db, schoolId)).toEqual([{ code: 'exam.a', agreed: 0, disagreed: 1 }]);
    const view = { find: wholeSchool, risk: wholeSchool, wellbeing: wholeSchool };
    expect(await listVerdicts(db, schoolId, view, { codes: ['exam.a'] }, [0, 9])).toMatchObject({
      total: 1,
      rows: [{ applicant: 'Ada C', state: 'disagreed', note: 'Too strict' }],
    });
    expect((await listVerdicts(db, schoolId, view, { codes: ['exam.a'], state: 'agreed' }, [0, 9])).total).toBe(0);
    expect((await listVerdicts(db, schoolId, { ...view, risk: nobody }, { codes: ['exam.a'] }, [0, 9])).total).toBe(0);
  });

  it('cannot be rewritten in their history', async () => {
    await expect(sql(db, schoolId, `update review_event set note = 'x'`)).rejects.toThrow('permission denied');
    await expect(sql(db, schoolId, 'delete from review_event')).rejects.toThrow('permission denied');
  });
});
