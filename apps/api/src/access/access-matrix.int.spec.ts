import { randomBytes } from 'node:crypto';
import {
  type ApplicantDetail,
  type ApplicantFacets,
  type ApplicantRow,
  type Home,
  type RunDetail,
  type Verdict,
} from '@matchwatch/contracts';
import { type ApplicantRecord, addDays, type RelationKind, type Role, relationKinds, roles } from '@matchwatch/domain';
import { addMeeting, addPlan, giveRelation, openEmergencyAccess, savePerson, saveRecords } from '@matchwatch/store';
import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf, readMatrix } from '../../spec/access-matrix.js';
import { ask, assessCohort, type Client, noon, type RunningApi, season, signIn, startApi, today } from '../../spec/spec-kit.js';

const matrix = readMatrix();
const tableOf = (name: string) => {
  const table = matrix.get(name);
  if (!table) throw new Error(`The matrix has no table of ${name}`);
  return table;
};
const ofApplicants = [...matrix.values()].filter(({ name }) => name.includes('/applicants/{id}'));
const relations = tableOf('open').columns;
const verbs = ['get', 'post', 'put', 'patch', 'delete'];

/** How each endpoint is asked so that nothing happens: what is let through is refused for what was sent, or reads. */
const bodies: Record<string, unknown> = {
  'post /api/v1/assessments/preview': {},
  'post /api/v1/runs': { season: 2099 },
  'post /api/v1/reports': { season: 2099 },
  'post /api/v1/people': {},
  'put /api/v1/people/{id}/caseload-target': { target: 20 },
  'put /api/v1/people/{id}': { name: 'Nobody', role: 'advisor' },
  'post /api/v1/policy-versions': {},
  'put /api/v1/policy-versions/{id}': {},
  'post /api/v1/policy-versions/{id}/withdraw': { reason: 'for the matrix' },
  'post /api/v1/relations': {},
  'post /api/v1/emergency-access': {},
  'post /api/v1/challenges/{id}/decline': { reason: 'for the matrix' },
  'post /api/v1/challenges/{id}/statement': { statement: 'for the matrix' },
  'post /api/v1/challenges/{id}/correct': { version: 1 },
  'put /api/v1/second-factor-rule': { roles: [] },
  'put /api/v1/mailing/names': { names: false },
  'post /api/v1/deliveries/{id}/decide': { decision: 'again', reason: 'for the matrix' },
  'post /api/v1/mailing/weekly/send': { season: 2099 },
};
/** What stands in a path beside the applicant; each applicant has one of each. */
const parts = ['meetingId', 'planId', 'taskId', 'checklistId', 'referralId', 'advocacyId'];
const nobodysId = '2000000000';
const letThrough = new Set([200, 201, 202, 204, 404, 409, 415, 422, 428]);

/** An applicant with something in every part of the record that is withheld from somebody. */
const recordOf = (relation: string, at: number): ApplicantRecord => ({
  externalId: `M-${at}`,
  name: { given: 'Mat', family: `Rix ${relation}` },
  season,
  applicantType: 'us-md',
  exams: [{ exam: 'step2ck', takenOn: '2026-08-01', outcome: 'fail', score: 205 }],
  specialtyPlan: { primary: 'internal-medicine' },
  redFlags: [{ kind: 'leave', from: '2025-01-01', to: '2025-03-01' }],
});

describe('the access matrix', () => {
  let api: RunningApi;
  const clients = new Map<Role, Client>();
  const applicants = new Map<string, number>();
  const caseworkOf = new Map<number, Readonly<Record<string, number>>>();
  let runId: number;
  const client = (role: Role): Client => clients.get(role) as Client;
  const applicant = (relation: string): number => applicants.get(relation) as number;

  beforeAll(async () => {
    api = await startApi();
    const password = randomBytes(9).toString('hex');
    const people = new Map<Role, number>();
    const records = relations.map(recordOf);
    const saved = await saveRecords(api.db, 'demo', records, { by: 'Seed', at: noon, knownOn: today, source: 'demo' });
    for (const { id, externalId } of saved) applicants.set(relations[Number(externalId.slice(2))] as string, id);
    for (const role of roles) {
      const email = `${role}.matrix@example.edu`;
      people.set(role, (await savePerson(api.db, 'demo', { email, name: `The ${role}`, role, password })).id);
      clients.set(role, await signIn(api, { email, password }));
    }
    const giver = people.get('dean') as number;
    for (const [relation, applicantId] of applicants) {
      for (const personId of people.values()) await relate(personId, giver, relation, applicantId);
    }
    runId = await assessCohort(api, today);
    for (const id of applicants.values()) caseworkOf.set(id, await bringCasework(id, giver));
    await restrict([...applicants.values()]);
    await api.db.query(
      `insert into review (school_id, flag_id, applicant_id, rule_code, state, level, decided_on, decided_by, decided_at)
       select school_id, id, applicant_id, rule_code, 'agreed', level, $1, $2, now() from flag where rule_code = 'exam.step2-failed'`,
      [today, giver],
    );
  });
  afterAll(() => api.stop());

  async function relate(personId: number, giver: number, column: string, applicantId: number): Promise<void> {
    for (const part of column.split('+')) {
      const [name, over] = part.split('-') as [string, string?];
      if (name === 'emergency') {
        const at = new Date(noon.getTime() - (over ? 3_600_000 : 0));
        await openEmergencyAccess(api.db, 'demo', { personId, applicantId, reason: 'for the matrix' }, at, 60);
      } else if (relationKinds.includes(name as RelationKind)) {
        const untilOn = over ? addDays(today, -1) : name === 'covers' ? today : undefined;
        const target = { kind: 'applicant', applicantId } as const;
        await giveRelation(
          api.db,
          'demo',
          { personId, relation: name as RelationKind, target, fromOn: addDays(today, -30), untilOn },
          giver,
          noon,
        );
      }
    }
  }

  /** Gives an applicant a meeting and a plan, so that what is asked about them is there. */
  async function bringCasework(applicantId: number, by: number): Promise<Readonly<Record<string, number>>> {
    const mark = { by, at: noon };
    const meeting = { state: 'held', kind: 'phone', on: today, at: null, minutes: null, with: 'dean', staffIds: [by], others: [] } as const;
    const said = { topics: [], note: 'For the matrix.', restricted: true, nextStep: null, nextOn: null, advised: [] };
    const meetingId = await addMeeting(api.db, 'demo', applicantId, { ...meeting, ...said }, mark);
    const planId = await addPlan(api.db, 'demo', applicantId, { tasks: [], goals: [], phases: [] }, mark);
    return { meetingId, planId: planId ?? 0 };
  }

  /** Gives everybody a finding that only the right to wellbeing shows, as a run would have. */
  async function restrict(ids: number[]): Promise<void> {
    const finding = { code: 'care.wellbeing', area: 'care', level: 'urgent', evidence: {} };
    await api.db.query(
      `with raised as (
         insert into flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since, risen_on)
         select 'demo', id, 'care.wellbeing', 'urgent', '{}', $2, $3, $3, $3 from unnest($1::integer[]) as id returning id, applicant_id
       ), told as (
         insert into flag_event (school_id, run_id, flag_id, applicant_id, rule_code, kind, new_level, on_day)
         select 'demo', $2, id, applicant_id, 'care.wellbeing', 'opened', 'urgent', $3 from raised
       ), answered as (
         update run_answer set answer = jsonb_set(answer, '{careGaps}', (answer -> 'careGaps') || $4::jsonb) where run_id = $2
       ), counted as (
         update applicant_summary set open_urgent = open_urgent + 1 where school_id = 'demo' and applicant_id = any ($1)
       )
       update run set opened = opened + cardinality($1::integer[]) where id = $2`,
      [ids, runId, today, JSON.stringify([finding])],
    );
  }

  const operations = async (): Promise<string[]> => {
    const document = (await client('dean').get('/api/openapi.json')).body as OpenAPIObject;
    return Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((verb) => verbs.includes(verb))
        .map((verb) => `${verb} ${path}`),
    );
  };

  it('has one row for every endpoint of the OpenAPI document and no other', async () => {
    const rows = [...tableOf('no session').rows.keys(), ...tableOf('school').rows.keys(), ...ofApplicants.map(({ name }) => name)];
    expect(rows.sort()).toEqual((await operations()).sort());
    expect(tableOf('school').columns).toEqual([...roles]);
    for (const table of ofApplicants) expect(table.columns, table.name).toEqual(relations);
  });

  it('lets nobody in without a session but where it says so', async () => {
    for (const row of [...tableOf('school').rows.keys(), ...ofApplicants.map(({ name }) => name)]) {
      const { status } = await probe({ ask: (verb, path, asked) => ask(api, verb, path, asked) }, row, nobodysId);
      expect(status, row).toBe(401);
    }
  });

  /** `yes`, or the status of the refusal. */
  const verdict = (status: number): string => (letThrough.has(status) ? 'yes' : String(status));

  async function probe({ ask: asks }: Pick<Client, 'ask'>, row: string, id: string) {
    const [verb, template] = row.split(' ') as [string, string];
    const ids = caseworkOf.get(Number(id));
    const path = parts.reduce(
      (before, part) => before.replace(`{${part}}`, String(ids?.[part] ?? nobodysId)),
      template.replace('{id}', id).replace('{file}', 'exams.csv').replace('{report}', 'weekly'),
    );
    const isWrite = verb !== 'get' && verb !== 'delete';
    return asks(verb.toUpperCase(), path, isWrite ? { body: bodies[row] ?? {} } : {});
  }

  it('holds for every endpoint and role', async () => {
    const table = tableOf('school');
    const wrong: string[] = [];
    for (const [row, cells] of table.rows) {
      for (const [at, role] of table.columns.entries()) {
        // A stream does not end by itself, and signing out would end the session that asks the rest.
        const told = row.endsWith('/stream')
          ? await openStream(client(role as Role), row)
          : (await probe(row.startsWith('delete') ? await another(role as Role) : client(role as Role), row, nobodysId)).status;
        if (verdict(told) !== cells[at]) wrong.push(`${row} ${role}: ${told}, not ${cells[at]}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  const another = async (role: Role): Promise<Client> => {
    const account = { email: `${role}.again@example.edu`, password: randomBytes(9).toString('hex') };
    await savePerson(api.db, 'demo', { ...account, name: 'Again', role });
    return signIn(api, account);
  };

  async function openStream({ cookie }: Client, row: string): Promise<number> {
    const stop = new AbortController();
    const { status } = await fetch(api.url + row.slice('get '.length), { headers: { cookie }, signal: stop.signal });
    stop.abort();
    return status;
  }

  it.each(ofApplicants.map(({ name }) => name))('holds for every role and relation: %s', async (name) => {
    const wrong: string[] = [];
    for (const { role, column, expected } of cellsOf(tableOf(name))) {
      const { status } = await probe(client(role), name, String(applicant(column)));
      // Here 404 is an answer of its own: the applicant is there.
      const told = status === 404 ? '404' : verdict(status);
      if (told !== expected) wrong.push(`${role} ${column}: ${status}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  describe('of what is open', () => {
    const open = (role: Role, column: string): string =>
      cellsOf(tableOf('open')).find((cell) => cell.role === role && cell.column === column)?.expected as string;
    const columnsWith = (role: Role, letter: string) => relations.filter((column) => open(role, column).includes(letter));
    const mayList = roles.filter((role) => columnsWith(role, 'a').length > 0);

    it('holds on the page of every applicant', async () => {
      const wrong: string[] = [];
      for (const { role, column, expected } of cellsOf(tableOf('open'))) {
        const { status, body } = await client(role).get(`/api/v1/applicants/${applicant(column)}`);
        const told = status === 200 ? shownBy(body as ApplicantDetail) : '-';
        if (told !== expected) wrong.push(`${role} ${column}: ${told}, not ${expected}`);
      }
      expect(wrong).toEqual([]);
    });

    /** What an answer shows, each part by every place where it could leak. */
    function shownBy({ record, answer, summary, flags, events, levels, may }: ApplicantDetail): string {
      const whole = record.specialtyPlan !== undefined && record.redFlags !== undefined;
      const risk = [
        answer !== null,
        summary.riskLevel !== null,
        summary.reasons.length > 0,
        flags.length > 0,
        events.length > 0,
        levels.length > 0,
        summary.trend.length > 0,
        summary.riskOpen,
        may.includes('risk.view'),
      ];
      const wellbeing = [
        answer?.careGaps.some(({ code }) => code === 'care.wellbeing') ?? false,
        flags.some(({ code }) => code === 'care.wellbeing'),
        events.some(({ code }) => code === 'care.wellbeing'),
        summary.openFlags.urgent + summary.openFlags.act + summary.openFlags.watch + summary.openFlags.note >
          flags.filter(({ code, closedOn }) => code !== 'care.wellbeing' && closedOn === null).length,
        may.includes('wellbeing.view'),
      ];
      const letter = (signs: boolean[], sign: string) => (new Set(signs).size === 1 ? (signs[0] ? sign : '') : `?${sign}`);
      return `a${letter([whole, may.includes('record.view')], 'r')}${letter(risk, 'k')}${letter(wellbeing, 'w')}`;
    }

    it.each(mayList)('holds in lists, searches, counts, home and runs: %s', async (role) => {
      const named = (rows: readonly { id: number }[]) => relations.filter((column) => rows.some(({ id }) => id === applicant(column)));
      const list = async (filter: object, sort: unknown = ['level', 'DESC']) =>
        (await client(role).list('applicants', { filter, sort, range: [0, 99] })).body as ApplicantRow[];
      const found = columnsWith(role, 'a');
      const risky = columnsWith(role, 'k');
      const well = columnsWith(role, 'w');

      const rows = await list({});
      expect(named(rows)).toEqual(found);
      expect(named(await list({ q: 'rix' }))).toEqual(found);
      expect(named(await list({ id: [...applicants.values()] }))).toEqual(found);
      expect(named(rows.filter(({ riskOpen }) => riskOpen))).toEqual(risky);
      expect(named(rows.filter(({ riskLevel }) => riskLevel !== null))).toEqual(risky);
      for (const filter of [
        { riskLevel: ['high-risk', 'at-risk', 'watch', 'on-track', 'not-assessable'] },
        { rule: 'exam.step2-failed' },
        { changedSince: '2026-01-01' },
      ]) {
        expect(named(await list(filter)), JSON.stringify(filter)).toEqual(risky);
      }
      expect(named(await list({ rule: 'care.wellbeing' }))).toEqual(well);
      // All have a Step 2 that was failed, which is urgent by itself.
      expect(named(await list({ flagLevel: 'urgent' }))).toEqual(risky);
      // Who is closed stands last, in the order of names, whatever their level.
      const sorted = (await list({}, ['level', 'ASC'])).map(({ riskOpen }) => riskOpen);
      expect(sorted).toEqual([...sorted].sort((a, b) => Number(b) - Number(a)));

      const facets = (await client(role).get('/api/v1/applicants/facets')).body as ApplicantFacets;
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
      expect(sum(facets.applicantType)).toBe(found.length);
      expect(sum(facets.riskLevel)).toBe(risky.length);
      expect(facets.rule['care.wellbeing'] ?? 0).toBe(well.length);
      expect(facets.rule['exam.step2-failed'] ?? 0).toBe(risky.length);

      // A flag is told of in the queue to whoever may review it, and what was said of it to whoever may know the risk.
      const reviewed = cellsOf(tableOf('post /api/v1/applicants/{id}/reviews')).filter(
        (cell) => cell.role === role && cell.expected === 'yes',
      );
      const queue = await client(role).list('review-queue', { range: [0, 99] });
      expect(queue.status === 200 ? named(queue.body) : []).toEqual(reviewed.map(({ column }) => column));
      const verdicts = await client(role).list('verdicts', { filter: { rule: ['exam.step2-failed'] }, range: [0, 99] });
      const judged = verdicts.status === 200 ? (verdicts.body as Verdict[]).map(({ applicantId: id }) => ({ id })) : [];
      expect(named(judged)).toEqual(risky);

      const home = await client(role).get('/api/v1/home');
      if (home.status === 200) {
        const { total, levels, seasons, first, trend, lastRun } = home.body as Home;
        expect([total, seasons[0]?.applicants ?? 0, sum(levels), first.length > 0]).toEqual([
          found.length,
          found.length,
          risky.length,
          risky.length > 0,
        ]);
        expect(named(first).every((column) => risky.includes(column))).toBe(true);
        // The run counted everybody; who sees but some is told of those.
        const wholeSchool = open(role, 'none').includes('k');
        expect(sum(trend[0]?.levels ?? {})).toBe(wholeSchool ? relations.length : risky.length);
        expect(sum(lastRun?.levels ?? {})).toBe(wholeSchool ? relations.length : 0);
      }
      const run = await client(role).get(`/api/v1/runs/${runId}`);
      if (run.status === 200) {
        const { changes, counts } = run.body as RunDetail;
        expect(named(changes.map(({ applicantId: id }) => ({ id })))).toEqual(risky);
        const visible = await api.db.query(
          `select count(*)::integer as n from flag_event where run_id = $1 and rule_code <> 'care.wellbeing'`,
          [runId],
        );
        expect(counts.opened).toBe(visible[0].n);
      }
    });

    it('does not tell of a withheld flag by a filter on levels, when it is the only one', async () => {
      const id = applicant('covers');
      await api.db.query(
        `with closed as (
           update flag set closed_run = $2, closed_on = $3 where applicant_id = $1 and rule_code <> 'care.wellbeing'
         )
         update applicant_summary set open_urgent = 1, open_act = 0, open_watch = 0, open_note = 0 where applicant_id = $1`,
        [id, runId, today],
      );
      const flagged = async (role: Role) => {
        const { body } = await client(role).list('applicants', { filter: { id: [id], flagLevel: 'note' } });
        return (body as ApplicantRow[]).map(({ openFlags }) => openFlags.urgent);
      };
      expect(await flagged('dean')).toEqual([1]);
      expect(await flagged('advisor')).toEqual([]);
      const { body } = await client('advisor').list('applicants', { filter: { id: [id] } });
      expect(body[0].openFlags).toEqual({ urgent: 0, act: 0, watch: 0, note: 0 });
    });
  });
});
