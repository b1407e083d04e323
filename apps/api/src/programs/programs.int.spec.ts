import { randomBytes } from 'node:crypto';
import type { AuditedProgram } from '@matchwatch/domain';
import { giveRelation, savePerson, saveRecords } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, noon, type RunningApi, season, signIn, startApi, today } from '../../spec/spec-kit.js';

const password = randomBytes(12).toString('hex');
const header = 'code,name,specialty,state,source,checkedOn,minimumStep2,sponsorsJ1,sponsorsH1b';
const table = (...rows: string[]): FormData => {
  const form = new FormData();
  form.append('files', new Blob([`${[header, ...rows].join('\n')}\n`], { type: 'text/csv' }), 'program-table.csv');
  return form;
};
const riverside = '1400521001,Riverside University Hospital,internal-medicine,PA,website,2026-07-01,230,yes,no';
const lakeview = '1400521002,Lakeview Regional,IM,OH,freida,2026-05-01,,yes,yes';

describe('the table of programs', () => {
  let api: RunningApi;
  let dean: Client;
  let advisor: Client;
  const ids: Record<string, number> = {};
  let applied: number;
  const send = (body: FormData) => dean.ask('POST', '/api/v1/imports', { body });
  const decide = (id: number, what: string) => dean.ask('POST', `/api/v1/imports/${id}/${what}`, { body: {} });
  const bring = async (...rows: string[]): Promise<number> => {
    const { body } = await send(table(...rows));
    expect((await decide(body.id, 'apply')).body.state).toBe('applied');
    return body.id;
  };
  const programs = async (filter: object = {}) => (await dean.list('programs', { filter })).body;
  const named = async (name: string) => (await programs({ q: name }))[0];

  beforeAll(async () => {
    api = await startApi();
    const { id: advisorId } = await savePerson(api.db, 'demo', { email: 'ann@example.edu', name: 'Ann', role: 'advisor', password });
    dean = await signIn(api);
    advisor = await signIn(api, { email: 'ann@example.edu', password });
    const record = {
      season,
      applicantType: 'non-us-img',
      visa: { need: 'h1b-only' },
      exams: [{ exam: 'step2ck', takenOn: '2026-07-01', score: 221, outcome: 'pass' }],
      programs: [
        { program: 'whatever they call it', code: '1400521001', status: 'planned' },
        { program: 'LAKEVIEW  regional', specialty: 'internal-medicine', status: 'applied' },
        { program: 'Lakeview Regional', specialty: 'psychiatry', status: 'planned' },
      ],
    } as const;
    const people = ['Ada', 'Ben'].map((given) => ({
      ...record,
      programs: [...record.programs],
      exams: [...record.exams],
      externalId: given,
      name: { given, family: 'P' },
    }));
    for (const saved of await saveRecords(api.db, 'demo', people, { by: 'Seed', at: noon, knownOn: today, source: 'demo' }))
      ids[saved.externalId] = saved.id;
    const target = { kind: 'applicant', applicantId: ids['Ada'] as number } as const;
    await giveRelation(
      api.db,
      'demo',
      { personId: advisorId, relation: 'leads', target, fromOn: today, untilOn: undefined },
      advisorId,
      noon,
    );
    await giveRelation(api.db, 'demo', { personId: advisorId, relation: 'covers', target, fromOn: today, untilOn: today }, advisorId, noon);
  });
  afterAll(() => api.stop());

  it('is imported with row-accurate refusals, in an import of its own, and changes nobody’s record', async () => {
    const preview = await send(
      table(
        riverside,
        lakeview,
        '1400521003,Third,internal-medicine,PA,website,2026-07-01,999,,',
        '1400521004,Fourth,internal-medicine,PA,,,230,,',
      ),
    );
    expect(preview.body).toMatchObject({ about: 'programs', state: 'previewed', counts: { new: 2, changed: 0, unchanged: 0, refused: 3 } });
    expect(preview.body.refused.map(({ row, column, externalId }: Record<string, unknown>) => [row, column, externalId])).toEqual([
      [3, 'minimumStep2', '1400521003'],
      [4, 'source', '1400521004'],
      [4, 'checkedOn', '1400521004'],
    ]);
    expect(await programs()).toEqual([]);
    const done = await decide(preview.body.id, 'apply');
    expect(done.body).toMatchObject({ state: 'applied', runId: null });
    applied = preview.body.id;
    expect((await programs()).map(({ name, known, stale }: Record<string, unknown>) => [name, known, stale])).toEqual([
      ['Lakeview Regional', 2, 2],
      ['Riverside University Hospital', 3, 0],
    ]);
    const mixed = table(riverside);
    mixed.append('files', new Blob(['externalId,exam,takenOn\nAda,step1,2025-01-01\n']), 'exams.csv');
    expect((await send(mixed)).body).toMatchObject({
      state: 'failed',
      refused: [{ file: 'program-table', reason: 'comes in an import of its own' }],
    });
  });

  it('is unchanged by the same file, by its own export, and by what was checked before', async () => {
    expect((await send(table(riverside, lakeview))).body.counts).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0 });
    const exported = await dean.get('/api/v1/programs/table');
    const form = new FormData();
    form.append('files', new Blob([exported.body]), 'program-table.csv');
    expect((await send(form)).body.counts).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0 });
    expect((await send(table('1400521001,,,,forum,2026-06-30,200,,'))).body.counts).toMatchObject({ unchanged: 1 });
  });

  it('keeps every version, is changed over the version seen, and an import is taken back only while nothing was changed since', async () => {
    const {
      id,
      version,
      known: _known,
      stale: _stale,
      checkedOn: _on,
      advocacies: _of,
      code: _code,
      ...program
    } = await named('Riverside');
    const write = {
      ...program,
      facts: { ...program.facts, minimumStep2: { value: 225, source: 'program', note: 'Coordinator', checkedOn: today } },
    };
    const put = (body: object, of = version) => dean.ask('PUT', `/api/v1/programs/${id}`, { body, headers: { 'if-match': `"${of}"` } });
    expect((await put({ ...write, facts: { minimumStep2: { value: 1, source: 'forum', checkedOn: '2026-12-01' } } })).status).toBe(422);
    expect((await put(write)).body).toMatchObject({ version: 2, changedBy: 'Margaret Whitfield' });
    expect((await put(write)).status).toBe(412);
    const history = (await dean.get(`/api/v1/programs/${id}/history`)).body;
    expect(history.map(({ version, source, changes }: Record<string, unknown>) => [version, source, changes])).toEqual([
      [2, 'screen', ['facts.minimumStep2']],
      [1, 'import', expect.arrayContaining(['code', 'name', 'facts.sponsorsJ1'])],
    ]);
    expect((await decide(applied, 'undo')).status).toBe(409);
    const second = await bring('1400521009,Ninth,family-medicine,PA,website,2026-07-01,,yes,');
    expect(await named('Ninth')).toBeDefined();
    expect((await decide(second, 'undo')).body.state).toBe('undone');
    expect(await programs({ q: 'Ninth' })).toEqual([]);
  });

  it('is held when most of what is known is told otherwise', async () => {
    const rows = (score: number, checkedOn: string) =>
      Array.from({ length: 40 }, (_, at) => `9${at},Many ${at},pediatrics,PA,website,${checkedOn},${score + at},,`);
    const many = await bring(...rows(200, '2026-07-01'));
    const held = await send(table(...rows(230, '2026-08-01')));
    expect(held.body).toMatchObject({ state: 'held', heldBecause: expect.stringContaining('40 known values') });
    await decide(many, 'undo');
  });

  it('tells line by line what speaks against a list, by code or by name and specialty, and says nothing of what is not known', async () => {
    const { body } = await advisor.get(`/api/v1/applicants/${ids['Ada']}/list-audit`);
    expect(body.seasonOpens).toBe('2026-06-04');
    expect(
      body.programs.map(({ programId, reasons }: AuditedProgram) => [
        programId !== null,
        reasons.map(({ question, standing, stale }) => `${question} ${standing}${stale ? ', stale' : ''}`),
      ]),
    ).toEqual([
      [true, ['visa against', 'score against']],
      [true, ['visa for, stale']],
      [false, []],
    ]);
    expect((await advisor.get(`/api/v1/applicants/${ids['Ben']}/list-audit`)).status).toBe(404);
  });

  it('shows at a program for whom the school spoke, to whom that is open', async () => {
    const { id } = await named('Lakeview');
    const write = {
      programId: id,
      program: 'Lakeview Regional',
      specialty: 'internal-medicine',
      advocate: 'Prof. Iris Kwan',
      role: 'chair',
      contact: 'program-director',
      contactName: null,
      way: 'call',
      on: today,
      said: 'Would gladly see them here.',
    };
    const note = (name: string, body: object) => dean.ask('POST', `/api/v1/applicants/${ids[name]}/advocacies`, { body });
    const first = await note('Ada', write);
    expect(first.body).toMatchObject({ outcome: 'waiting', version: 1, notedBy: 'Margaret Whitfield' });
    // Of a program that nobody entered into the table, told by its name alone.
    await note('Ben', { ...write, programId: null, program: 'lakeview regional' });
    expect((await note('Ada', { ...write, on: '2026-12-01' })).status).toBe(422);
    expect((await note('Ada', { ...write, programId: 4711 })).status).toBe(422);
    const at = `/api/v1/applicants/${ids['Ada']}/advocacies/${first.body.id}`;
    const outcome = { outcome: 'invited', outcomeOn: today, outcomeNote: null };
    expect((await dean.ask('PUT', at, { body: outcome, headers: { 'if-match': '"1"' } })).body).toMatchObject({
      outcome: 'invited',
      version: 2,
    });
    expect((await dean.ask('PUT', at, { body: outcome, headers: { 'if-match': '"1"' } })).status).toBe(412);
    const shown = async (client: Client) => (await client.get(`/api/v1/programs/${id}`)).body;
    expect((await shown(dean)).advocacies.map(({ applicant }: { applicant: string }) => applicant).sort()).toEqual(['Ada P', 'Ben P']);
    expect(await shown(advisor)).toMatchObject({ advocacies: [{ applicant: 'Ada P', outcome: 'invited' }], otherAdvocacies: 1 });
    expect((await advisor.get(`/api/v1/applicants/${ids['Ada']}/casework`)).body.advocacies).toHaveLength(1);
    expect((await named('Lakeview')).advocacies).toBe(2);
  });
});
