import { type ApplicantRecord, type Day, fullView, type Scope, wholeSchool } from '@matchwatch/domain';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCheckIn,
  addMeeting,
  addOutreach,
  addPlan,
  addReferral,
  addTasks,
  agreePlan,
  changeReferral,
  closePlan,
  connect,
  correctMeeting,
  type DataSource,
  dropMeetingDrafts,
  endOutreach,
  findMeetingDraft,
  followNextStep,
  listCheckInsOf,
  listChecklistsOf,
  listMeetingRevisions,
  listMeetings,
  listMeetingsOf,
  listOutreachTo,
  listPlanRevisions,
  listPlansOf,
  listTasks,
  listTasksOf,
  type MeetingContent,
  moveTask,
  type PlanContent,
  refreshCaseworkDays,
  revisePlan,
  saveMeetingDraft,
  savePerson,
  saveRecords,
  saveSchool,
  sqlOne,
  startChecklist,
  type TaskContent,
  tickChecklist,
  withdrawMeeting,
} from '../index.js';

const schoolId = 'one';
const at = new Date('2026-11-20T17:00:00Z');
const met: MeetingContent = {
  state: 'held',
  kind: 'in-person',
  on: '2026-11-18',
  at: '15:30',
  minutes: 30,
  with: 'advisor',
  staffIds: [],
  others: ['Dr Lee'],
  topics: ['program-list'],
  note: 'Went through the list.',
  restricted: false,
  nextStep: 'Send the list',
  nextOn: '2026-11-27',
  advised: [
    {
      intervention: 'widen-list',
      answer: 'agreed',
      why: null,
      goal: {
        fact: 'list.programs',
        from: { specialty: 'internal-medicine', track: 'categorical', programs: 42 },
        to: { specialty: 'internal-medicine', track: 'categorical', programs: 60 },
      },
      dueOn: '2026-12-01',
    },
    { intervention: 'delay-exam', answer: 'declined', why: 'Flights are booked', goal: null, dueOn: null },
  ],
};
const task = (title: string, dueOn: Day, more: Partial<TaskContent> = {}): TaskContent => ({
  phase: 'stabilize',
  advice: null,
  answers: [],
  title,
  owner: 'applicant',
  ownerId: null,
  dueOn,
  remindOn: null,
  restricted: false,
  ...more,
});

describe('casework', () => {
  let database: ThrowAwayDatabase;
  let db: DataSource;
  let by: number;
  let ids: number[];
  const mark = () => ({ by, at });
  const days = (id: number) =>
    sqlOne<{ met: Day | null; due: Day | null }>(
      db,
      schoolId,
      'select last_meeting_on as met, next_due_on as due from applicant_summary where school_id = $1 and applicant_id = $2',
      [schoolId, id],
    );
  beforeAll(async () => {
    database = await throwAwayPostgres();
    db = await connect({ url: database.url, poolSize: 4 });
    await saveSchool(db, { id: schoolId, name: 'One', timeZone: 'UTC' });
    by = (await savePerson(db, schoolId, { email: 'a@example.edu', name: 'Ann Advisor', role: 'advisor' })).id;
    const records = ['A', 'B', 'C', 'D'].map(
      (externalId): ApplicantRecord => ({
        externalId,
        name: { given: 'G', family: externalId },
        season: 2027,
        applicantType: 'us-md',
        advisor: 'a@example.edu',
      }),
    );
    ids = (await saveRecords(db, schoolId, records, { by: 'Seed', at, knownOn: '2026-11-01', source: 'demo' })).map(({ id }) => id);
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  it('keeps a meeting with what was advised, and every version of it', async () => {
    const [applicantId = 0] = ids;
    const id = await addMeeting(db, schoolId, applicantId, { ...met, staffIds: [by] }, mark());
    await followNextStep(
      db,
      schoolId,
      { applicantId, meetingId: id, title: met.nextStep, dueOn: met.nextOn, restricted: false },
      by,
      mark(),
    );
    await refreshCaseworkDays(db, schoolId, [applicantId]);
    expect(await days(applicantId)).toEqual({ met: '2026-11-18', due: '2026-11-27' });
    const [row] = await listMeetingsOf(db, schoolId, applicantId);
    expect(row).toMatchObject({ id, version: 1, note: met.note, advised: met.advised, staff: [{ id: by, name: 'Ann Advisor' }] });
    expect(row?.author.name).toBe('Ann Advisor');

    const place = { applicantId, id, version: 1 };
    const corrected = { ...met, note: 'Went through the list twice.', nextStep: null, nextOn: null };
    expect(await correctMeeting(db, schoolId, place, corrected, mark(), 'a slip')).toEqual({ outcome: 'saved', version: 2 });
    await followNextStep(db, schoolId, { applicantId, meetingId: id, title: null, dueOn: null, restricted: false }, by, mark());
    expect(await correctMeeting(db, schoolId, place, corrected, mark(), null)).toEqual({ outcome: 'conflict', currentVersion: 2 });
    expect((await listTasksOf(db, schoolId, applicantId)).map(({ state }) => state)).toEqual(['dropped']);

    expect(await withdrawMeeting(db, schoolId, { ...place, version: 2 }, 'another applicant', mark())).toEqual({
      outcome: 'saved',
      version: 3,
    });
    expect(await withdrawMeeting(db, schoolId, { ...place, version: 3 }, 'again', mark())).toEqual({ outcome: 'refused' });
    expect(await withdrawMeeting(db, schoolId, { ...place, id: 99 }, 'again', mark())).toEqual({ outcome: 'missing' });
    const revisions = await listMeetingRevisions(db, schoolId, applicantId, id);
    expect(revisions.map(({ version, reason, content }) => [version, reason, content.state, content.note])).toEqual([
      [3, 'another applicant', 'withdrawn', 'Went through the list twice.'],
      [2, 'a slip', 'held', 'Went through the list twice.'],
      [1, null, 'held', 'Went through the list.'],
    ]);
    expect(revisions.at(-1)?.content.advised).toEqual(met.advised);
    await refreshCaseworkDays(db, schoolId, [applicantId]);
    expect(await days(applicantId)).toEqual({ met: null, due: null });
    await expect(db.query('update meeting_revision set reason = null')).rejects.toThrow('permission denied');
  });

  it('lists meetings by person and scope, with what is restricted told apart', async () => {
    const [, applicantId = 0, other = 0] = ids;
    await addMeeting(db, schoolId, applicantId, { ...met, restricted: true }, mark());
    await addMeeting(db, schoolId, other, { ...met, state: 'planned', on: '2026-12-01' }, mark());
    const of = (view: Parameters<typeof listMeetings>[2], criteria: Parameters<typeof listMeetings>[3] = {}) =>
      listMeetings(db, schoolId, view, criteria, { descending: false, range: [0, 9] });
    const all = await of({ notes: wholeSchool, wellbeing: fullView.wellbeing }, { personId: by });
    expect(all.rows.map(({ on, wellbeingOpen }) => [on, wellbeingOpen])).toEqual([
      ['2026-11-18', true],
      ['2026-12-01', true],
    ]);
    const nobody = { everyone: false, some: [], except: [], nevertheless: [] };
    const some = { ...nobody, some: [{ kind: 'applicant', applicantId } as const] };
    expect((await of({ notes: some, wellbeing: nobody })).rows.map(({ applicant, wellbeingOpen }) => [applicant, wellbeingOpen])).toEqual([
      ['G B', false],
    ]);
    expect((await of({ notes: wholeSchool, wellbeing: nobody }, { state: ['planned'] })).total).toBe(1);
  });

  it('keeps a draft for each author and applicant until it is logged', async () => {
    const [applicantId = 0] = ids;
    await saveMeetingDraft(db, schoolId, applicantId, { note: 'We' }, mark());
    await saveMeetingDraft(db, schoolId, applicantId, { note: 'We spoke' }, mark());
    expect(await findMeetingDraft(db, schoolId, applicantId, by)).toEqual({ content: { note: 'We spoke' }, savedAt: at });
    await dropMeetingDrafts(db, schoolId, [applicantId], by);
    expect(await findMeetingDraft(db, schoolId, applicantId, by)).toBeUndefined();
  });

  it('takes a plan from its draft to its end, with its tasks and every version', async () => {
    const [, , , applicantId = 0] = ids;
    const content: PlanContent = {
      tasks: [task('Debrief', '2026-11-25'), task('Ask for letters', '2026-12-10', { phase: 'rebuild', owner: 'advisor' })],
      goals: [{ change: { fact: 'interview.mocks', from: 0, to: 2 }, dueOn: '2027-01-10' }],
      phases: [],
    };
    const id = (await addPlan(db, schoolId, applicantId, content, mark())) ?? 0;
    expect(await addPlan(db, schoolId, applicantId, content, mark())).toBeUndefined();
    await refreshCaseworkDays(db, schoolId, [applicantId]);
    expect((await days(applicantId))?.due).toBeNull();
    const list = (more: Parameters<typeof listTasks>[3] = {}) =>
      listTasks(
        db,
        schoolId,
        { notes: wholeSchool, wellbeing: wholeSchool },
        { applicantId, ...more },
        { sort: 'dueOn', descending: false, range: [0, 9] },
      );
    expect((await list()).total).toBe(0);

    expect(await agreePlan(db, schoolId, { applicantId, id, version: 1 }, { on: '2026-11-20', with: 'the applicant' }, mark())).toEqual({
      outcome: 'saved',
      version: 2,
    });
    await refreshCaseworkDays(db, schoolId, [applicantId]);
    expect((await days(applicantId))?.due).toBe('2026-11-25');
    expect((await listPlansOf(db, schoolId, applicantId))[0]).toMatchObject({
      state: 'agreed',
      agreedBy: 'Ann Advisor',
      goals: content.goals,
      phases: [{ phase: 'stabilize', enteredOn: '2026-11-20', leftOn: null }],
    });
    expect((await list({ holder: { id: by, email: 'a@example.edu', isDean: false } })).rows.map(({ title }) => title)).toEqual([
      'Ask for letters',
    ]);

    const [first, second] = (await list()).rows;
    const done = { to: 'done', from: ['open'], doneOn: '2026-11-20', outcome: 'went well' } as const;
    expect(await moveTask(db, schoolId, { applicantId, id: first?.id ?? 0, version: 1 }, done, mark())).toEqual({
      outcome: 'saved',
      version: 2,
    });
    expect(await moveTask(db, schoolId, { applicantId, id: first?.id ?? 0, version: 2 }, done, mark())).toEqual({ outcome: 'refused' });

    const revised: PlanContent = {
      ...content,
      tasks: [
        { ...task('Ask for three letters', '2026-12-11', { phase: 'rebuild', owner: 'advisor' }), id: second?.id },
        task('Book a mock', '2026-12-20'),
      ],
    };
    expect((await revisePlan(db, schoolId, { applicantId, id, version: 2 }, revised, mark(), 'after the talk')).outcome).toBe('saved');
    expect((await listTasksOf(db, schoolId, applicantId)).map(({ title, state }) => [title, state])).toEqual([
      ['Debrief', 'done'],
      ['Ask for three letters', 'open'],
      ['Book a mock', 'open'],
    ]);
    const end = { on: '2026-11-20', ending: 'reached', reason: null } as const;
    expect((await closePlan(db, schoolId, { applicantId, id, version: 3 }, end, mark())).outcome).toBe('saved');
    expect((await listTasksOf(db, schoolId, applicantId)).map(({ state }) => state)).toEqual(['done', 'dropped', 'dropped']);
    const revisions = await listPlanRevisions(db, schoolId, applicantId, id);
    expect(revisions.map(({ version, content: { state, tasks } }) => [version, state, tasks.length])).toEqual([
      [4, 'closed', 3],
      [3, 'agreed', 3],
      [2, 'agreed', 2],
      [1, 'draft', 2],
    ]);
    expect(await addPlan(db, schoolId, applicantId, content, mark())).toBeGreaterThan(id);
  });

  it('hides a restricted task from who has no right to wellbeing', async () => {
    const [, , applicantId = 0] = ids;
    await addTasks(db, schoolId, { applicantId }, [task('Offer support', '2026-11-21', { restricted: true })], mark());
    const nobody = { everyone: false, some: [], except: [], nevertheless: [] };
    const list = (wellbeing: Scope) =>
      listTasks(db, schoolId, { notes: wholeSchool, wellbeing }, { applicantId }, { sort: 'dueOn', descending: false, range: [0, 9] });
    expect([(await list(wholeSchool)).total, (await list(nobody)).total]).toEqual([1, 0]);
    await refreshCaseworkDays(db, schoolId, [applicantId]);
    expect((await days(applicantId))?.due).toBeNull();
  });

  it('knows which referral followed a check-in that asked for help', async () => {
    const [applicantId = 0] = ids;
    const checkInId = await addCheckIn(db, schoolId, applicantId, { on: '2026-11-10', asksHelp: true, note: 'Sleeps badly' }, mark());
    const referral = { restricted: false, madeOn: '2026-11-12', dueOn: '2026-11-26', note: null, checkInId: null } as const;
    await addReferral(db, schoolId, applicantId, { ...referral, kind: 'tutoring' }, mark());
    expect((await listCheckInsOf(db, schoolId, applicantId))[0]?.referredOn).toBeNull();
    const id = await addReferral(db, schoolId, applicantId, { ...referral, kind: 'wellness', restricted: true, checkInId }, mark());
    expect((await listCheckInsOf(db, schoolId, applicantId))[0]?.referredOn).toBe('2026-11-12');
    expect(
      await addReferral(db, schoolId, ids[1] ?? 0, { ...referral, kind: 'wellness', restricted: true, checkInId }, mark()),
    ).toBeUndefined();
    await expect(addReferral(db, schoolId, applicantId, { ...referral, kind: 'counselling' }, mark())).rejects.toThrow(
      /referral_restricted/,
    );
    const change = { state: 'withdrawn', dueOn: '2026-11-26', acceptedOn: null, endedOn: '2026-11-13', outcome: null } as const;
    expect((await changeReferral(db, schoolId, { applicantId, id: id ?? 0, version: 1 }, change, ['made'], mark())).outcome).toBe('saved');
    expect((await listCheckInsOf(db, schoolId, applicantId))[0]?.referredOn).toBeNull();
  });

  it('begins a checklist once and keeps who ticked what', async () => {
    const [applicantId = 0] = ids;
    const { id, created } = await startChecklist(db, schoolId, applicantId, 'before-step2', mark());
    expect([created, (await startChecklist(db, schoolId, applicantId, 'before-step2', mark())).id]).toEqual([true, id]);
    const tick = { section: 'check', item: 'bank-done', on: '2026-11-19' as Day | null, evidence: '92 %' };
    expect(await tickChecklist(db, schoolId, { applicantId, id }, tick, mark())).toBe(true);
    expect(await tickChecklist(db, schoolId, { applicantId: ids[1] ?? 0, id }, tick, mark())).toBe(false);
    expect((await listChecklistsOf(db, schoolId, applicantId))[0]?.ticks).toEqual([
      { section: 'check', item: 'bank-done', on: '2026-11-19', evidence: '92 %', by: 'Ann Advisor' },
    ]);
    await tickChecklist(db, schoolId, { applicantId, id }, { ...tick, on: null }, mark());
    expect((await listChecklistsOf(db, schoolId, applicantId))[0]?.ticks).toEqual([]);
  });

  it('answers with the checklist that somebody else was beginning in the same moment', async () => {
    const [, applicantId = 0] = ids;
    let second: Promise<{ id: number; created: boolean }> | undefined;
    const first = await db.transaction(async (transaction) => {
      const begun = await startChecklist(transaction, schoolId, applicantId, 'before-step1', mark());
      second = startChecklist(db, schoolId, applicantId, 'before-step1', mark());
      const isWaiting = () => sqlOne(db, schoolId, 'select from pg_locks where not granted');
      await expect.poll(isWaiting).toBeDefined();
      return begun;
    });
    expect(await second).toEqual({ id: first.id, created: false });
  });

  it('calls a message uncertain that broke off', async () => {
    const [applicantId = 0] = ids;
    const message = { template: 'invite', subject: 'A word', body: 'Hello', address: 's@example.edu', state: 'sending' } as const;
    await addOutreach(db, schoolId, applicantId, message, mark());
    const sent = await addOutreach(db, schoolId, applicantId, message, mark());
    await endOutreach(db, schoolId, sent, { state: 'sent', messageId: '<1@example.edu>' }, at);
    const states = async (minutes: number) =>
      (await listOutreachTo(db, schoolId, applicantId, new Date(at.getTime() + minutes * 60_000))).map(({ state }) => state);
    expect(await states(1)).toEqual(['sent', 'sending']);
    expect(await states(6)).toEqual(['sent', 'uncertain']);
  });
});
