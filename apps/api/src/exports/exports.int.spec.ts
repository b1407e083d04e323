import { randomBytes } from 'node:crypto';
import { type ApplicantRow, exportColumnNames } from '@matchwatch/contracts';
import type { ApplicantRecord, Role } from '@matchwatch/domain';
import { giveRelation, listAudit, savePerson, saveRecords } from '@matchwatch/store';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, noon, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

const hostile: ApplicantRecord = {
  externalId: '=cmd|A0',
  name: { given: ' ＝HYPERLINK("http://evil.example")', family: '@SUM(1+1),"quoted"', preferred: '+1' },
  season,
  applicantType: 'us-md',
  advisor: 'nobody@example.edu',
};

describe('an export', () => {
  let api: RunningApi;
  let dean: Client;
  const as = async (role: Role, email = `${role}.export@example.edu`) => {
    const password = randomBytes(9).toString('hex');
    const { id } = await savePerson(api.db, 'demo', { email, name: `The ${role}`, role, password });
    return { id, client: await signIn(api, { email, password }) };
  };
  const ask = (client: Client, body: object) =>
    client.ask('POST', '/api/v1/applicants/export', { body: { columns: ['externalId'], reason: 'for the spec', ...body } });
  const rowsOf = (text: string) => parse(text, { columns: true, bom: true, record_delimiter: '\r\n' }) as Record<string, string>[];
  const told = async (event: 'export.made' | 'audit.exported') =>
    (await listAudit(api.db, 'demo', { event: [event], timeZone: 'UTC' }, [0, 0])).rows[0]?.line;

  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 620);
    await saveRecords(api.db, 'demo', [hostile], { by: 'Seed', at: noon, knownOn: today, source: 'demo' });
    await assessCohort(api, today);
    dean = await signIn(api);
  });
  afterAll(() => api.stop());

  it('holds what the list shows, in its order, and says so in the audit', async () => {
    const filter = { season, riskLevel: ['high-risk', 'at-risk'] };
    const list = await dean.list('applicants', { filter, sort: ['name', 'ASC'], range: [0, 199] });
    const { status, headers, body } = await ask(dean, { filter, columns: ['externalId', 'riskLevel', 'reasons'] });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="applicants-${today}.csv"`);
    const rows = rowsOf(body);
    expect(rows.length).toBe(Number(list.headers.get('content-range')?.split('/')[1]));
    expect(rows.slice(0, 200).map((row) => row['School ID'])).toEqual((list.body as ApplicantRow[]).map(({ externalId }) => externalId));
    for (const row of rows) expect(['High risk', 'At risk']).toContain(row.Level);
    expect(await told('export.made')).toMatchObject({
      reason: 'for the spec',
      after: { filter, columns: ['externalId', 'riskLevel', 'reasons'], rows: rows.length },
    });
  });

  it('is read in pages and holds everybody once', async () => {
    const rows = rowsOf((await ask(dean, { columns: ['externalId', 'familyName'] })).body);
    expect(rows).toHaveLength(621);
    expect(new Set(rows.map((row) => row['School ID'])).size).toBe(621);
  });

  it('runs nothing in a spreadsheet, whatever people wrote', async () => {
    const { body } = await ask(dean, {
      filter: { q: 'quoted' },
      columns: ['externalId', 'givenName', 'familyName', 'preferredName', 'advisor'],
    });
    const [row] = rowsOf(body);
    expect(Object.values(row ?? {})).toEqual([
      "'=cmd|A0",
      `'${hostile.name.given}`,
      `'${hostile.name.family}`,
      "'+1",
      'nobody@example.edu',
      '',
    ]);
    for (const cell of body.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/u);
  });

  it('begins with a byte order mark when asked to', async () => {
    const bytes = async (bom: boolean) => {
      const response = await fetch(`${api.url}/api/v1/applicants/export`, {
        method: 'POST',
        headers: { cookie: dean.cookie, 'x-csrf-token': dean.session.csrfToken, 'content-type': 'application/json' },
        body: JSON.stringify({ columns: ['externalId'], reason: 'for the spec', bom }),
      });
      return new Uint8Array(await response.arrayBuffer()).slice(0, 3);
    };
    expect([...(await bytes(true))]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...(await bytes(false))]).toEqual([...Buffer.from('Sch')]);
  });

  it('asks a reason and columns, each once', async () => {
    for (const body of [
      { reason: ' ' },
      { reason: undefined },
      { columns: [] },
      { columns: ['season', 'season'] },
      { columns: ['email'] },
    ]) {
      expect((await ask(dean, body)).status, JSON.stringify(body)).toBe(422);
    }
  });

  it('says what is withheld, and offers a role no column that is never open to it', async () => {
    const { id, client } = await as('dean', 'walled.dean@example.edu');
    const [first] = (await dean.list('applicants', { sort: ['name', 'ASC'], range: [0, 0] })).body as ApplicantRow[];
    const target = { kind: 'applicant', applicantId: first?.id ?? 0 } as const;
    await giveRelation(api.db, 'demo', { personId: id, relation: 'promotes', target, fromOn: today }, id, noon);
    const columns = [...exportColumnNames];
    const [walled, open] = rowsOf((await ask(client, { columns })).body);
    for (const column of [
      'Level',
      'Because',
      'Not known',
      'Score category',
      'IMG tier',
      'Open flags',
      'Level since',
      'Last met on',
      'Next due on',
    ]) {
      expect(walled?.[column], column).toBe('withheld');
      expect(open?.[column], column).not.toBe('withheld');
    }
    expect(walled?.['School ID']).toContain(first?.externalId);

    const steward = await as('data-steward');
    const refused = await ask(steward.client, { columns: ['externalId', 'riskLevel'] });
    expect(refused.status).toBe(422);
    expect(refused.body.issues).toEqual([{ path: 'columns.1', reason: 'is not open to your role' }]);
    expect((await ask(steward.client, { columns: ['externalId', 'step2Score'] })).status).toBe(200);
  });

  it('of the audit holds its lines, the oldest first, and tells of itself', async () => {
    const { status, body } = await dean.ask('POST', '/api/v1/audit/export', {
      body: { reason: '=1+1', filter: { event: ['export.made'] } },
    });
    expect(status).toBe(200);
    const rows = rowsOf(body);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.map((row) => row.Event)).toEqual(rows.map(() => 'export.made'));
    expect(rows.map((row) => Number(row.Line))).toEqual(rows.map((row) => Number(row.Line)).sort((a, b) => a - b));
    expect(await told('audit.exported')).toMatchObject({ reason: '=1+1', after: { rows: rows.length } });
    const again = await dean.ask('POST', '/api/v1/audit/export', { body: { reason: 'once more', filter: { event: ['audit.exported'] } } });
    expect(rowsOf(again.body).map((row) => row.Reason)).toEqual(["'=1+1"]);
  });
});
