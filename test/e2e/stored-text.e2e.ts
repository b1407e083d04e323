import { inflateRawSync } from 'node:zlib';
import type { ApplicantRecord } from '@matchwatch/domain';
import { saveRecords } from '@matchwatch/store';
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, sharedBrowser, signIn } from './browser.js';
import { filled, type JsonSchema, textPaths } from './fill-schema.js';
import { type OwnSchool, startOwnSchool } from './own-school.js';
import { screensWith } from './screens.js';

/** Short enough for a name; each tries another door. */
const payloads = [
  '<img src=x onerror=__ran(1)>',
  '<svg/onload=__ran(2)>',
  '"><script>__ran(3)</script>',
  'javascript:__ran(4)',
  "{{constructor.constructor('__ran(5)')()}}",
  '${__ran(6)}<%= __ran(7) %>',
  '\u202e)8(nar__\u202c<b>bold</b>',
  "' onfocus=__ran(9) autofocus '",
  '[x](javascript:__ran(10))',
  '=HYPERLINK("javascript:__ran(11)")',
];
let drawn = 0;
const payload = (): string => payloads[drawn++ % payloads.length] as string;

/** A record with a payload in every free text; a text that is added to the contract has to be put here. */
const hostileRecord = (season: number): ApplicantRecord => ({
  externalId: '<img src=x onerror=__ran(12)>',
  name: { given: payload(), family: payload(), preferred: payload() },
  season,
  applicantType: 'us-md',
  couplesWith: payload(),
  exams: [{ exam: 'step2ck', takenOn: '2026-08-01', score: 205, outcome: 'fail' }],
  clerkships: [{ name: payload(), core: true, grade: 'honors' }],
  experiences: [{ kind: 'research', site: payload(), from: '2026-01-05', to: '2026-02-05' }],
  specialtyPlan: { primary: 'internal-medicine' },
  programs: [{ program: payload(), specialty: 'internal-medicine', status: 'planned', code: '<img src=x onerror=__ran(12)>' }],
});
/** Of the record's texts, what nobody can write: it is the school's own key. */
const fixedTexts = ['school'];

interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: JsonSchema }> } }>>;
  components: { schemas: Record<string, JsonSchema> };
}

describe('texts that people wrote', () => {
  let school: OwnSchool;
  let context: BrowserContext;
  let page: Page;
  let applicantId: number;
  /** What ran, and what the browser was asked to run and refused. */
  const alarms: string[] = [];

  beforeAll(async () => {
    school = await startOwnSchool(3);
  });
  afterAll(() => school?.stop());
  // Closes before the school does.
  const browser = sharedBrowser();
  beforeAll(async () => {
    context = await browser.newContext({ baseURL: school.product.address, viewport: desktop, reducedMotion: 'reduce' });
    page = await context.newPage();
    await context.exposeFunction('__ran', (what: unknown) => void alarms.push(`ran ${String(what)}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        const { __ran } = globalThis as unknown as { __ran: (what: string) => void };
        __ran(
          `violation of ${event.violatedDirective} by ${event.blockedURI} ${event.sample} in ${event.sourceFile}:${event.lineNumber}:${event.columnNumber}`,
        );
      });
    });
    page.on('dialog', (dialog) => void alarms.push(`dialog ${dialog.message()}`));
    const mark = { by: payload(), at: new Date(), knownOn: '2026-09-01', source: 'import', reason: payload() } as const;
    const records = [hostileRecord(school.season)];
    const [saved] = await school.database.transaction((db) => saveRecords(db, school.schoolId, records, mark));
    applicantId = saved?.id ?? 0;
    await signIn(page);
  });

  const read = async <T>(path: string): Promise<T> => (await (await context.request.get(path)).json()) as T;

  /** Sends a write as a page of our own would. */
  async function write(request: APIRequestContext, method: string, path: string, data: unknown, headers: Record<string, string> = {}) {
    const { csrfToken } = await read<{ csrfToken: string }>('/api/v1/session');
    return request.fetch(path, { method, data, headers: { 'x-csrf-token': csrfToken, 'if-match': '"1"', ...headers } });
  }

  it('stand in every free text of the record', async () => {
    const { components } = await read<Document>('/api/openapi.json');
    const paths = textPaths(components.schemas.Record ?? {}, components.schemas).filter((path) => !fixedTexts.includes(path));
    const { record } = await read<{ record: object }>(`/api/v1/applicants/${applicantId}`);
    const at = (value: unknown, path: string): unknown =>
      path.split('.').reduce<unknown>((inner, key) => {
        const one: unknown = Array.isArray(inner) ? inner[0] : inner;
        return (one as Record<string, unknown> | undefined)?.[key];
      }, value);
    expect(paths.length).toBeGreaterThan(7);
    for (const path of paths) expect(payloads.concat('<img src=x onerror=__ran(12)>'), path).toContain(at(record, path));
  });

  it('are taken by every endpoint that takes texts, or refused', async () => {
    const { paths, components } = await read<Document>('/api/openapi.json');
    const today = (await read<{ school: { today: string } }>('/api/v1/session')).school.today;
    const people = await read<{ id: number }[]>('/api/v1/people');
    const fitting = {
      email: 'hostile@example.edu',
      advisor: 'hostile@example.edu',
      applicantId,
      externalId: '<img src=x onerror=__ran(12)>',
      personId: people[0]?.id,
      season: school.season,
      record: { ...hostileRecord(school.season), bornOn: '1999-01-01' },
      columns: ['externalId', 'familyName'],
      filter: {},
      sort: ['name', 'ASC'],
      relation: 'leads',
      untilOn: undefined,
      challengeId: undefined,
      changes: {},
      // Whoever writes must still be let in afterwards.
      password: 'a password of nobody',
    };
    const taken: string[] = [];
    for (const [path, item] of Object.entries(paths)) {
      for (const [verb, { requestBody }] of Object.entries(item)) {
        const schema = requestBody?.content['application/json']?.schema;
        if (!schema || verb === 'get' || path.startsWith('/api/v1/session')) continue;
        const address = path.replace('/applicants/{id}', `/applicants/${applicantId}`).replace(/\{\w+\}/g, '1');
        const body = filled(schema, { definitions: components.schemas, fitting, today, text: payload });
        const reply = await write(context.request, verb.toUpperCase(), address, body);
        expect(reply.status(), `${verb} ${path}`).toBeLessThan(500);
        if (reply.ok()) taken.push(`${verb} ${path}`);
      }
    }
    const known = [
      'put /api/v1/applicants/{id}/record',
      'post /api/v1/applicants/{id}/challenges',
      'post /api/v1/challenges/{id}/decline',
      'post /api/v1/people',
      'post /api/v1/relations',
      'post /api/v1/emergency-access',
      'post /api/v1/policy-versions',
    ];
    expect(taken).toEqual(expect.arrayContaining(known));
    const form = {
      files: { name: '<img src=x onerror=__ran(13)>.csv', mimeType: 'text/csv', buffer: Buffer.from(`externalId,${payload()}\n1,2\n`) },
    };
    const { csrfToken } = await read<{ csrfToken: string }>('/api/v1/session');
    await context.request.post('/api/v1/imports', { multipart: form, headers: { 'x-csrf-token': csrfToken } });
    await context.request.get(`/api/v1/applicants?filter=${encodeURIComponent(JSON.stringify({ q: payload() }))}`);
  });

  it('run nowhere: every screen shows them as they are', async () => {
    const shown = new Map<string, boolean>();
    for (const screen of screensWith(applicantId)) {
      await page.goto(screen);
      await page.getByRole('heading').first().waitFor();
      // What comes later than the page itself: cards with requests of their own.
      await page.waitForLoadState('networkidle').catch(() => undefined);
      expect(alarms, screen).toEqual([]);
      const links = await page.locator('a[href]').evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).protocol));
      expect(
        links.filter((protocol) => !protocol.startsWith('http')),
        screen,
      ).toEqual([]);
      const text =
        (await page.locator('body').innerText()) +
        (await page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join(' ')));
      shown.set(screen, text.includes('__ran('));
    }
    // Screens that showed none would prove nothing.
    const [list, person] = ['/applicants', `/applicants/${applicantId}/show`];
    for (const screen of [
      list,
      person,
      `${person}?tab=record`,
      `${person}?tab=history`,
      `${person}?edit=programs`,
      '/people',
      '/audit',
      '/challenges',
    ]) {
      expect(shown.get(screen), screen).toBe(true);
    }
  });

  it('run neither in the packet, once it is opened, nor does an export hold a formula', async () => {
    const reply = await write(context.request, 'POST', `/api/v1/applicants/${applicantId}/packet`, { reason: payload() });
    const archive = await reply.body();
    const [name, extra, packed] = [archive.readUInt16LE(26), archive.readUInt16LE(28), archive.readUInt32LE(18)];
    const from = 30 + name + extra;
    const html = inflateRawSync(archive.subarray(from, from + packed)).toString();
    expect(html).toContain('__ran(');
    await page.setContent(html);
    expect(alarms).toEqual([]);
    expect(await page.locator('img, script, a, svg').count()).toBe(0);

    const columns = ['externalId', 'familyName', 'givenName', 'preferredName'];
    const csv = await (await write(context.request, 'POST', '/api/v1/applicants/export', { columns, reason: payload() })).text();
    expect(csv).toContain('__ran(');
    for (const cell of csv.split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@＝＋－＠]/u);
  });
});
