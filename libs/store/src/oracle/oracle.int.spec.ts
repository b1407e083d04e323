import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  appendAudit,
  closeRun,
  connect,
  connectAsOwner,
  createRun,
  type DataSource,
  type DecidedReview,
  digestOf,
  finishChunk,
  freezeWeeklyReport,
  openRun,
  type Pool,
  publishRun,
  readChunk,
  runOracle,
  savePerson,
  saveRecords,
  saveReviews,
  saveSchool,
  sql,
} from '../index.js';

const schoolId = 'one';
const code = 'plan.no-backup';
const now = new Date('2026-09-02T12:00:00Z');

describe('the oracle', () => {
  let database: ThrowAwayDatabase;
  let db: Pool;
  let owner: DataSource;

  beforeAll(async () => {
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 2 });
    owner = await connectAsOwner({ url: database.url, poolSize: 1 });
    await saveSchool(db, { id: schoolId, name: 'One', timeZone: 'UTC' });
    await saveRecords(db, schoolId, [{ externalId: 'A', name: { given: 'Ada', family: 'A' }, season: 2027, applicantType: 'us-md' }], {
      by: 'spec',
      at: new Date('2026-08-01T12:00:00Z'),
      knownOn: '2026-08-01',
      source: 'demo',
    });
    await appendAudit(db, schoolId, { at: new Date(0).toISOString(), event: 'session.opened' });
    await raiseFlag();
    await decide();
    const frozen = await freezeWeeklyReport(db, schoolId, { season: 2027, now, milestones: [], madeBy: null });
    expect(frozen.outcome).toBe('frozen');
    // What follows is done behind the product's back.
    await owner.query('set session_replication_role = replica');
  });
  afterAll(async () => {
    await Promise.all([db.destroy(), owner.destroy()]);
    await database.drop();
  });

  async function raiseFlag(): Promise<void> {
    const asked = { season: 2027, slot: 'spec', policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' };
    const { id: runId } = await createRun(db, schoolId, { ...asked, kind: 'manual', asOf: '2026-09-01' });
    await db.transaction((tx) => openRun(tx, schoolId, runId, { chunkSize: 10, policyVersion: '-', rulesDigest: '-' }));
    const findings = [{ code, area: 'plan', level: 'act', evidence: {} }];
    const content = JSON.stringify({ findings, careGaps: [], unknown: [], setBy: [code], categories: [], imgTier: null });
    const answers = (await readChunk(db, schoolId, runId, 1)).map(({ id, version }) => ({
      applicantId: id,
      recordVersion: version,
      digest: digestOf(content),
      riskLevel: 'at-risk' as const,
      content,
      due: {},
      casework: null,
    }));
    const counts = { assessed: answers.length, unchanged: 0, notAssessable: 0, newlyNotAssessable: 0 };
    await finishChunk(db, schoolId, runId, 1, { answers, problems: [], ...counts, inputHash: '-' });
    await db.transaction((tx) => closeRun(tx, schoolId, runId));
    await db.transaction((tx) => publishRun(tx, schoolId, runId, [code]));
  }

  async function decide(): Promise<void> {
    const { id: by } = await savePerson(db, schoolId, { email: 'dean@example.edu', name: 'Dean', role: 'dean' });
    const [flag] = await sql<{ id: number; applicantId: number }>(
      db,
      schoolId,
      'select id, applicant_id as "applicantId" from flag where school_id = $1',
      [schoolId],
    );
    if (!flag) throw new Error('The run raised no flag');
    const decision = (more: Pick<DecidedReview, 'decision' | 'state' | 'because'>): DecidedReview => ({
      flagId: flag.id,
      code,
      level: 'act',
      on: '2026-09-02',
      until: null,
      assignedTo: null,
      note: null,
      ...more,
    });
    const mark = { by, at: now };
    await saveReviews(db, schoolId, flag.applicantId, [decision({ decision: 'agree', state: 'agreed', because: null })], mark);
    await saveReviews(db, schoolId, flag.applicantId, [decision({ decision: 'disagree', state: 'disagreed', because: 'facts' })], mark);
  }

  const broken = async () => (await runOracle(db)).filter(({ violations }) => violations > 0);
  /** What is found while something is otherwise than it was; it is put right afterwards. */
  async function foundBy(breaking: string, mending: string): Promise<{ name: string; example: string | undefined }[]> {
    await owner.query(breaking);
    const found = await broken();
    await owner.query(mending);
    return found.map(({ name, examples }) => ({ name, example: examples[0] }));
  }

  it('finds nothing in what the product wrote', async () => {
    const reports = await runOracle(db);
    expect(reports.length).toBeGreaterThan(18);
    expect(await broken()).toEqual([]);
  });

  it('finds an edition of a report in which a number was changed', async () => {
    const change = (from: string, to: string) =>
      `update report_edition set document = replace(document::text, '"total":${from}', '"total":${to}')::json`;
    expect(await foundBy(change('1', '2'), change('2', '1'))).toEqual([
      {
        name: 'an edition of a report is what was frozen',
        example: expect.stringMatching(/^edition \d+ of a report is not what was frozen: its digest is \S{27}$/),
      },
    ]);
  });

  it.each([
    [`because = 'threshold'`, `because = 'facts'`],
    [`note = 'Never said'`, 'note = null'],
    [`decided_at = '2026-01-01'`, `decided_at = '${now.toISOString()}'`],
  ])('finds a review with %s that nobody decided', async (wrong, right) => {
    expect(await foundBy(`update review set ${wrong}`, `update review set ${right}`)).toEqual([
      {
        name: 'a review stands as the last decision about its flag was written down',
        example: expect.stringMatching(/^the review of flag \d+ is disagreed, and the last decision about it left disagreed$/),
      },
    ]);
  });

  it('finds a review that is gone although it was decided, and an applicant whom the queue shows for nothing', async () => {
    await owner.query('create table gone as table review');
    expect(await foundBy('delete from review', 'insert into review table gone')).toEqual([
      {
        name: 'a review stands as the last decision about its flag was written down',
        example: expect.stringMatching(/^the review of flag \d+ is missing, and the last decision about it left disagreed$/),
      },
      {
        name: 'summaries tell what waits for a review as flags and reviews do',
        example: expect.stringMatching(/^the summary of applicant \d+ says otherwise of what waits for a review$/),
      },
    ]);
    expect(await foundBy('update applicant_summary set review_flags = 1', 'update applicant_summary set review_flags = 0')).toMatchObject([
      { name: 'summaries tell what waits for a review as flags and reviews do' },
    ]);
    expect(await broken()).toEqual([]);
  });

  it('finds each other thing that somebody changed', async () => {
    await owner.query(`update audit_line set line = '{"at": "1970-01-01T00:00:00Z", "event": "session.closed"}'`);
    await owner.query(`update applicant_summary set given_name = 'Somebody'`);
    await owner.query('update applicant set version = 3');
    await owner.query(
      `insert into flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since, risen_on)
       select school_id, id, 'exam.failed', 'note', '{}', 9, '2026-09-01', '2026-09-01', '2026-09-01' from applicant`,
    );
    const found = await broken();
    expect(found.map(({ name }) => name)).toEqual([
      'no flag without an answer of the run that opened it',
      'events add up to flags',
      'every applicant has one summary that says what record, answer and open flags say',
      'every version of a record is kept',
      'the audit is one chain, and its head is its last line',
    ]);
    expect(found[0]?.examples[0]).toMatch(/^flag \d+ \(exam.failed\) of applicant \d+: run 9 has no answer$/);
  });
});
