import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { ApplicantCasework, BulkResult, Meeting, Plan, Task } from '@matchwatch/contracts';
import { giveRelation, listAudit, savePerson, saveRecords, verifyAudit } from '@matchwatch/store';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, noon, type RunningApi, season, signIn, startApi, today } from '../../spec/spec-kit.js';

const password = randomBytes(12).toString('hex');
const meeting = {
  state: 'held',
  kind: 'in-person',
  on: today,
  at: '09:30',
  minutes: 30,
  staffIds: [] as number[],
  others: [] as string[],
  topics: ['program-list'],
  note: 'Went through\r\nthe list.',
  restricted: false,
  nextStep: null as string | null,
  nextOn: null as string | null,
  advised: [] as object[],
};
const task = { title: 'Debrief', owner: 'applicant', ownerId: null, dueOn: '2026-12-01', remindOn: null, phase: 'stabilize' };
const planTask = { ...task, advice: 'debrief-score', answers: ['exam.step2-category'] };

/** How a mail server behaves, by the address it is asked to take a message for. */
const moods: SMTPServerOptions = {
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo({ address }, _session, answer) {
    answer(address.startsWith('refused') ? Object.assign(new Error('No such person here'), { responseCode: 550 }) : null);
  },
};

describe('casework', () => {
  let api: RunningApi;
  let dean: Client;
  let advisor: Client;
  let cover: Client;
  let ids: Record<string, number>;
  let mail: SMTPServer;
  let letters: string[];
  const me = { email: 'ann.casework@example.edu', password };
  const stand = { email: 'carl.casework@example.edu', password };

  beforeAll(async () => {
    letters = [];
    mail = new SMTPServer({
      ...moods,
      onData(stream, session, done) {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        let text = '';
        stream.on('data', (piece: Buffer) => {
          text += piece.toString();
        });
        stream.on('end', () => {
          if (to.startsWith('dropped')) return dropConnections();
          if (to.startsWith('full')) return done(Object.assign(new Error('Mailbox full'), { responseCode: 452 }));
          letters.push(text);
          done();
        });
      },
    });
    await new Promise<void>((listening) => mail.listen(0, '127.0.0.1', listening));
    const { port } = mail.server.address() as AddressInfo;
    api = await startApi({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'advising@example.edu' });
    await savePerson(api.db, 'demo', { ...me, name: 'Ann Advisor', role: 'advisor' });
    const { id: coverId } = await savePerson(api.db, 'demo', { ...stand, name: 'Carl Cover', role: 'advisor' });
    dean = await signIn(api);
    advisor = await signIn(api, me);
    cover = await signIn(api, stand);
    const names = ['Mine', 'Other', 'Plan', 'Private', 'Ok', 'Refused', 'Dropped', 'Full', 'Silent', 'Draft', 'Many'];
    const saved = await saveRecords(
      api.db,
      'demo',
      names.map((name) => ({
        externalId: name,
        name: { given: 'C', family: name },
        season,
        applicantType: 'us-md' as const,
        ...(name !== 'Other' && { advisor: me.email }),
        ...(name !== 'Silent' && { email: `${name.toLowerCase()}@example.edu` }),
      })),
      { by: 'Seed', at: noon, knownOn: today, source: 'demo' },
    );
    ids = Object.fromEntries(saved.map(({ id, externalId }) => [externalId, id]));
    const target = { kind: 'caseload', advisor: me.email } as const;
    await giveRelation(api.db, 'demo', { personId: coverId, relation: 'covers', target, fromOn: today, untilOn: today }, coverId, noon);
  });
  afterAll(async () => {
    await api.stop();
    await new Promise<void>((closed) => mail.close(() => closed()));
  });

  function dropConnections() {
    for (const connection of (mail as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections)
      connection._socket.destroy();
  }
  const at = (name: string, path: string) => `/api/v1/applicants/${ids[name]}/${path}`;
  const casework = async (client: Client, name: string) => (await client.get(at(name, 'casework'))).body as ApplicantCasework;
  const log = (client: Client, name: string, more: object = {}) =>
    client.ask('POST', at(name, 'meetings'), { body: { ...meeting, ...more } });
  const over = (version: number) => ({ 'if-match': `"${version}"` });
  const lines = async (name: string) =>
    (await listAudit(api.db, 'demo', { applicantId: ids[name] as number, timeZone: 'UTC' }, [0, 99])).rows.map(({ line }) => line);
  const runs = async (name: string): Promise<number> =>
    (
      await api.db.query(`select count(*)::integer as n from run where school_id = 'demo' and applicant_ids = array[$1]::integer[]`, [
        ids[name],
      ])
    )[0].n;

  it('logs a meeting with what was advised; the next step becomes a task, the days and the reassessment follow', async () => {
    const goal = {
      fact: 'list.programs',
      from: null,
      to: { specialty: 'internal-medicine', track: 'categorical', programs: 60 },
    };
    const advised = [
      { intervention: 'widen-list', answer: 'agreed', why: null, goal, dueOn: '2026-12-01' },
      { intervention: 'delay-exam', answer: 'declined', why: 'Flights are booked', goal: null, dueOn: null },
    ];
    const reply = await log(advisor, 'Mine', { advised, nextStep: 'Send the list', nextOn: '2026-11-27' });
    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      with: 'advisor',
      staff: [{ name: 'Ann Advisor' }],
      advised,
      note: 'Went through\nthe list.',
      version: 1,
    });
    const { tasks, people } = await casework(advisor, 'Mine');
    expect(tasks).toMatchObject([{ title: 'Send the list', dueOn: '2026-11-27', person: { name: 'Ann Advisor' } }]);
    expect(people.find(({ isMe }) => isMe)?.name).toBe('Ann Advisor');
    const { body: page } = await advisor.get(`/api/v1/applicants/${ids.Mine}`);
    expect(page.summary).toMatchObject({ lastMeetingOn: today, nextDueOn: '2026-11-27' });
    expect(await runs('Mine')).toBe(1);
    const [line] = (await lines('Mine')).filter(({ event }) => event === 'meeting.logged');
    expect(line).toMatchObject({ because: 'advises', after: { advised: ['widen-list: agreed', 'delay-exam: declined'], hasNote: true } });
    expect(JSON.stringify(line)).not.toContain('Went through');
  });

  it('refuses a meeting that was held tomorrow, colleagues nobody knows, and half a next step', async () => {
    const refused = async (more: object) => {
      const { status, body } = await log(advisor, 'Mine', more);
      return [status, body.issues?.[0]?.path];
    };
    expect(await refused({ on: '2026-11-21' })).toEqual([422, 'on']);
    expect((await log(advisor, 'Mine', { on: '2026-12-21', state: 'planned' })).status).toBe(201);
    expect(await refused({ staffIds: [999_999] })).toEqual([422, 'staffIds']);
    expect(await refused({ nextStep: 'Call' })).toEqual([422, 'nextOn']);
    expect(
      await refused({ advised: [{ intervention: 'widen-list', answer: 'agreed', why: null, goal: { fact: 'x' }, dueOn: null }] }),
    ).toEqual([422, 'advised.0.goal.fact']);
    expect((await log(advisor, 'Other')).status).toBe(404);
  });

  it('corrects and withdraws over the version it was based on, and shows every version', async () => {
    const { body: logged } = (await log(advisor, 'Draft')) as { body: Meeting };
    const path = at('Draft', `meetings/${logged.id}`);
    const correction = { ...meeting, note: 'Better so', reason: 'a slip' };
    expect((await advisor.ask('PUT', path, { body: correction })).status).toBe(428);
    expect((await advisor.ask('PUT', path, { body: correction, headers: over(1) })).body).toMatchObject({ version: 2, note: 'Better so' });
    const { status, body } = await dean.ask('PUT', path, { body: correction, headers: over(1) });
    expect([status, body.currentVersion]).toEqual([412, 2]);
    const withdrawn = await advisor.ask('POST', `${path}/withdraw`, { body: { reason: 'wrong person' }, headers: over(2) });
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', withdrawnReason: 'wrong person' });
    expect((await advisor.ask('POST', `${path}/withdraw`, { body: { reason: 'again' }, headers: over(3) })).status).toBe(409);
    const { body: revisions } = await advisor.get(`${path}/revisions`);
    expect(revisions.map(({ version, by, reason }: Record<string, unknown>) => [version, by, reason])).toEqual([
      [3, 'Ann Advisor', 'wrong person'],
      [2, 'Ann Advisor', 'a slip'],
      [1, 'Ann Advisor', null],
    ]);
    expect((await advisor.get(`/api/v1/applicants/${ids.Draft}`)).body.summary.lastMeetingOn).toBeNull();
    expect((await advisor.get(at('Mine', `meetings/${logged.id}/revisions`))).status).toBe(404);
  });

  it('shows that there is a restricted note, and its text to who has the right, who is then named in the audit', async () => {
    const { body: logged } = await log(cover, 'Private', {
      restricted: true,
      note: 'Sleeps badly',
      nextStep: 'Ask again',
      nextOn: '2026-11-25',
    });
    expect(logged).toMatchObject({ hasNote: true, note: null, nextStep: null });
    const path = at('Private', `meetings/${logged.id}`);
    expect((await cover.get(`${path}/revisions`)).body[0].content).toMatchObject({ restricted: true, note: null });
    expect((await casework(cover, 'Private')).tasks).toEqual([]);
    expect((await cover.ask('PUT', path, { body: { ...meeting, reason: null }, headers: over(1) })).status).toBe(403);
    expect((await casework(advisor, 'Private')).meetings[0]).toMatchObject({ hasNote: true, note: null, nextStep: 'Ask again' });
    expect((await lines('Private')).some(({ event }) => event === 'note.viewed')).toBe(false);
    expect((await advisor.get(`${path}/revisions`)).body[0].content.note).toBe('Sleeps badly');
    expect((await lines('Private'))[0]).toMatchObject({ event: 'note.viewed', subject: `meeting ${logged.id}`, because: 'advises' });
    const listed = await cover.list('meetings', { filter: { applicantId: ids.Private } });
    expect(listed.body[0]).toMatchObject({ applicant: 'C Private', note: null, nextStep: null });
  });

  it('keeps what is being typed for its author until it is logged', async () => {
    const path = at('Draft', 'meeting-draft');
    expect((await advisor.get(path)).body).toEqual({ draft: null });
    const content = {
      note: 'We spoke ab',
      kind: 'phone',
      advised: [{ intervention: 'widen-list', answer: 'open', why: '', target: '6', dueOn: null }],
    };
    expect((await advisor.ask('PUT', path, { body: content })).status).toBe(204);
    expect((await advisor.get(path)).body.draft.content).toEqual(content);
    expect((await dean.get(path)).body).toEqual({ draft: null });
    await log(advisor, 'Draft');
    expect((await advisor.get(path)).body).toEqual({ draft: null });
    await advisor.ask('PUT', path, { body: content });
    expect((await advisor.ask('DELETE', path)).status).toBe(204);
    expect((await advisor.get(path)).body).toEqual({ draft: null });
  });

  it('logs the same meeting for many, each with a result of its own', async () => {
    const asked = [ids.Many, ids.Other, 2_000_000_000, ids.Ok];
    const { status, body } = await advisor.ask('POST', '/api/v1/meetings', {
      body: { applicantIds: asked, meeting: { ...meeting, kind: 'group' } },
    });
    expect(status).toBe(201);
    expect((body as BulkResult).rows.map(({ outcome }) => outcome)).toEqual(['done', 'not-found', 'not-found', 'done']);
    expect((await casework(advisor, 'Many')).meetings).toMatchObject([{ kind: 'group' }]);
    const mine = await advisor.list('meetings', { filter: { mine: true, from: today }, range: [0, 99] });
    expect(mine.body.map(({ applicant }: { applicant: string }) => applicant)).toEqual(expect.arrayContaining(['C Many', 'C Ok']));
  });

  it('takes a plan from its draft through agreement and revision to its end', async () => {
    const drafted = await advisor.ask('POST', at('Plan', 'plans'), {
      body: { tasks: [planTask, { ...planTask, title: 'Ask', phase: 'rebuild', owner: 'advisor' }], goals: [], phases: [] },
    });
    expect(drafted.status).toBe(201);
    const { id, version } = drafted.body as Plan;
    expect((await advisor.ask('POST', at('Plan', 'plans'), { body: { tasks: [], goals: [], phases: [] } })).status).toBe(409);
    const mine = async () =>
      ((await advisor.list('tasks', { filter: { whose: 'mine', applicantId: ids.Plan } })).body as Task[]).map(({ title }) => title);
    expect(await mine()).toEqual([]);
    const agree = (on: string) =>
      advisor.ask('POST', at('Plan', `plans/${id}/agree`), { body: { on, with: 'the applicant' }, headers: over(version) });
    expect((await agree('2026-11-21')).status).toBe(422);
    expect((await agree(today)).body).toMatchObject({
      state: 'agreed',
      agreedOn: today,
      phases: [{ phase: 'stabilize', enteredOn: today }],
    });
    expect(await mine()).toEqual(['Ask']);

    const { tasks } = await casework(advisor, 'Plan');
    const first = tasks[0] as Task;
    const moved = await advisor.ask('POST', at('Plan', `tasks/${first.id}/move`), {
      body: { state: 'done', on: null, outcome: 'Weak in one system' },
      headers: over(first.version),
    });
    expect(moved.body).toMatchObject({ state: 'done', doneOn: today, closedBy: 'Ann Advisor', outcome: 'Weak in one system' });
    const reopened = await advisor.ask('POST', at('Plan', `tasks/${first.id}/move`), {
      body: { state: 'open', on: null, outcome: null },
      headers: over(2),
    });
    expect(reopened.body).toMatchObject({ state: 'open', doneOn: null, closedBy: null });
    expect(
      (
        await advisor.ask('POST', at('Plan', `tasks/${first.id}/move`), {
          body: { state: 'open', on: null, outcome: null },
          headers: over(3),
        })
      ).status,
    ).toBe(409);

    const goal = { change: { fact: 'interview.mocks', from: null, to: 2 }, dueOn: '2027-01-10' };
    const revised = await advisor.ask('PUT', at('Plan', `plans/${id}`), {
      body: { tasks: [{ ...planTask, id: first.id, dueOn: '2026-12-05' }], goals: [goal], phases: [], reason: 'after the talk' },
      headers: over(2),
    });
    expect(revised.body).toMatchObject({ version: 3, goals: [goal] });
    expect((await casework(advisor, 'Plan')).tasks.map(({ state, dueOn }) => [state, dueOn])).toEqual([
      ['dropped', '2026-12-01'],
      ['open', '2026-12-05'],
    ]);
    const closed = await advisor.ask('POST', at('Plan', `plans/${id}/close`), {
      body: { ending: 'reached', reason: null },
      headers: over(3),
    });
    expect(closed.body).toMatchObject({ state: 'closed', closedOn: today });
    const { body: revisions } = await advisor.get(at('Plan', `plans/${id}/revisions`));
    expect(revisions.map(({ content }: { content: Plan }) => content.state)).toEqual(['closed', 'agreed', 'agreed', 'draft']);
    expect((await lines('Plan')).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['plan.drafted', 'plan.agreed', 'plan.revised', 'plan.closed']),
    );
  });

  it('keeps a restricted task of a plan that somebody revises who must not know of it', async () => {
    const restricted = { ...planTask, title: 'Offer support', advice: 'offer-support', answers: ['care.wellbeing'] };
    const { body: plan } = await advisor.ask('POST', at('Private', 'plans'), {
      body: { tasks: [planTask, restricted], goals: [], phases: [] },
    });
    await advisor.ask('POST', at('Private', `plans/${plan.id}/agree`), { body: { on: today, with: 'the applicant' }, headers: over(1) });
    const titles = async (client: Client) =>
      (await casework(client, 'Private')).tasks.filter(({ state }) => state === 'open').map(({ title }) => title);
    expect(await titles(cover)).toEqual(['Debrief']);
    const body = { tasks: [], goals: [], phases: [], reason: null };
    expect((await cover.ask('PUT', at('Private', `plans/${plan.id}`), { body, headers: over(2) })).status).toBe(200);
    expect(await titles(advisor)).toEqual(['Ask again', 'Offer support']);
    const { body: revisions } = await cover.get(at('Private', `plans/${plan.id}/revisions`));
    expect(JSON.stringify(revisions)).not.toContain('Offer support');
    const hidden = (await casework(advisor, 'Private')).tasks.find(({ title }) => title === 'Offer support') as Task;
    const move = { body: { state: 'done', on: null, outcome: null }, headers: over(hidden.version) };
    expect((await cover.ask('POST', at('Private', `tasks/${hidden.id}/move`), move)).status).toBe(404);
  });

  it('adds and changes tasks that belong to no plan', async () => {
    const added = await advisor.ask('POST', at('Many', 'tasks'), { body: task });
    expect(added.status).toBe(201);
    const change = { ...task, title: 'Debrief again', owner: 'person', ownerId: dean.session.user.id };
    const changed = await advisor.ask('PUT', at('Many', `tasks/${added.body.id}`), { body: change, headers: over(1) });
    expect(changed.body).toMatchObject({ title: 'Debrief again', person: { id: dean.session.user.id } });
    expect(
      (await advisor.ask('PUT', at('Many', `tasks/${added.body.id}`), { body: { ...task, owner: 'person' }, headers: over(2) })).status,
    ).toBe(422);
    const { body: deans } = await dean.list('tasks', { filter: { whose: 'mine' } });
    expect((deans as Task[]).map(({ title }) => title)).toContain('Debrief again');
    const reminded = async (remindTo: string) =>
      ((await dean.list('tasks', { filter: { whose: 'mine', remindTo } })).body as Task[]).map(({ title }) => title);
    await advisor.ask('PUT', at('Many', `tasks/${added.body.id}`), { body: { ...change, remindOn: '2026-11-22' }, headers: over(2) });
    expect([await reminded('2026-11-21'), await reminded('2026-11-22')]).toEqual([[], ['Debrief again']]);
  });

  it('begins a checklist and keeps who ticked what on what evidence', async () => {
    const started = await advisor.ask('POST', at('Mine', 'checklists'), { body: { template: 'before-step2' } });
    expect(started.status).toBe(201);
    const tick = (item: string, on: string | null) =>
      advisor.ask('PUT', at('Mine', `checklists/${started.body.id}/ticks`), { body: { section: 'check', item, on, evidence: '92 %' } });
    expect((await tick('bank-done', today)).body.ticks).toEqual([
      { section: 'check', item: 'bank-done', on: today, evidence: '92 %', by: 'Ann Advisor' },
    ]);
    expect((await tick('no-such-item', today)).status).toBe(422);
    expect((await tick('bank-done', null)).body.ticks).toEqual([]);
  });

  it('keeps counselling, wellness and check-ins for who has the right to wellbeing', async () => {
    const referral = { madeOn: today, dueOn: '2026-12-04', note: null, checkInId: null };
    expect((await cover.ask('POST', at('Mine', 'referrals'), { body: { ...referral, kind: 'counselling' } })).status).toBe(403);
    expect((await cover.ask('POST', at('Mine', 'check-ins'), { body: { on: today, asksHelp: true, note: null } })).status).toBe(403);
    const { body: checkIn } = await advisor.ask('POST', at('Mine', 'check-ins'), { body: { on: today, asksHelp: true, note: 'Tired' } });
    const made = await advisor.ask('POST', at('Mine', 'referrals'), { body: { ...referral, kind: 'wellness', checkInId: checkIn.id } });
    expect(made.status).toBe(201);
    expect((await cover.ask('POST', at('Mine', 'referrals'), { body: { ...referral, kind: 'tutoring' } })).status).toBe(201);
    const own = await casework(advisor, 'Mine');
    expect(own.checkIns).toMatchObject([{ asksHelp: true, referredOn: today }]);
    expect(own.referrals.map(({ kind }) => kind)).toEqual(['tutoring', 'wellness']);
    const covered = await casework(cover, 'Mine');
    expect([covered.checkIns, covered.referrals.map(({ kind }) => kind)]).toEqual([null, ['tutoring']]);
    const change = (client: Client, state: string, version: number) =>
      client.ask('PUT', at('Mine', `referrals/${made.body.id}`), {
        body: { state, dueOn: '2026-12-04', on: today, outcome: 'First visit held' },
        headers: over(version),
      });
    expect((await change(cover, 'accepted', 1)).status).toBe(404);
    expect((await change(advisor, 'accepted', 1)).body).toMatchObject({ state: 'accepted', acceptedOn: today, endedOn: null });
    expect((await change(advisor, 'completed', 2)).body).toMatchObject({ state: 'completed', endedOn: today });
    expect((await change(advisor, 'made', 3)).status).toBe(409);
    expect(JSON.stringify(await lines('Mine'))).not.toMatch(/wellness|Tired/);
  });

  it('gives a meeting as a calendar file without a reason in it', async () => {
    const [first] = (await casework(advisor, 'Many')).meetings;
    const { status, headers, body } = await advisor.get(at('Many', `meetings/${first?.id}/calendar`));
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(body).toContain('DTSTART:20261120T143000Z');
    expect(body).toContain('SUMMARY:Advising meeting');
    expect(body).not.toMatch(/list|C Many/);
  });

  describe('messages to an applicant', () => {
    const write = (name: string, how = 'mail') =>
      advisor.ask('POST', at(name, 'outreach'), { body: { template: 'invite', subject: 'A time to talk', body: 'Dear C,\n\nWhen?', how } });

    it('go out once by a person’s name, and are kept', async () => {
      const { status, body } = await write('Ok');
      expect([status, body.state, body.address, body.by]).toEqual([201, 'sent', 'ok@example.edu', 'Ann Advisor']);
      expect(letters).toHaveLength(1);
      expect(letters[0]).toMatch(/^From: Ann Advisor <advising@example.edu>$/m);
      expect(letters[0]).toMatch(/^Reply-To: Ann Advisor <ann.casework@example.edu>$/m);
      expect(letters[0]).toContain('Dear C,');
      expect((await casework(advisor, 'Ok')).outreach).toMatchObject([{ subject: 'A time to talk', state: 'sent' }]);
      expect((await lines('Ok')).find(({ event }) => event === 'outreach.sent')).toMatchObject({
        after: { template: 'invite', how: 'mail' },
      });
    });

    it('are told as they went: refused, put off, or broken off when they may have been taken', async () => {
      expect((await write('Refused')).body).toMatchObject({ state: 'failed', failure: expect.stringContaining('550') });
      expect((await write('Full')).body).toMatchObject({ state: 'failed', failure: expect.stringContaining('452') });
      expect((await write('Dropped')).body).toMatchObject({ state: 'uncertain' });
      expect(letters).toHaveLength(1);
    });

    it('need an address to be sent, and none to be noted as sent by hand', async () => {
      expect((await write('Silent')).status).toBe(409);
      expect((await write('Silent', 'by-hand')).body).toMatchObject({ state: 'by-hand', address: null });
    });

    it('fail where no server listens', async () => {
      await new Promise<void>((closed) => mail.close(() => closed()));
      expect((await write('Ok')).body).toMatchObject({ state: 'failed', failure: 'The mail server could not be reached.' });
    });
  });

  it('leaves an audit that holds', async () => {
    expect((await verifyAudit(api.db, 'demo')).broken).toBeUndefined();
  });
});
