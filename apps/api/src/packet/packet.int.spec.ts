import { randomBytes } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import type { ApplicantRecord, Role } from '@matchwatch/domain';
import { giveRelation, listAudit, savePerson, saveRecords } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, noon, type RunningApi, season, signIn, startApi, today } from '../../spec/spec-kit.js';

const payload = '<img src=x onerror=alert(1)>';
const record: ApplicantRecord = {
  externalId: 'P/1 <b>',
  name: { given: payload, family: 'O’Neill & "Sons"' },
  season,
  applicantType: 'us-md',
  exams: [{ exam: 'step2ck', takenOn: '2026-08-01', outcome: 'fail', score: 205 }],
};

interface Part {
  title: string;
  rows: Record<string, unknown>[];
}

/** The files of an archive by its directory, each checked against its sum. */
function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [sum, packed, size, name, start] = [16, 20, 24]
      .map((offset) => archive.readUInt32LE(at + offset))
      .concat(archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)) as [number, number, number, number, number];
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const content = inflateRawSync(archive.subarray(from, from + packed));
    expect([content.length, crc32(content)]).toEqual([size, sum]);
    files.set(archive.toString('utf8', at + 46, at + 46 + name), content.toString());
    at += 46 + name;
  }
  return files;
}

describe('the packet of an applicant', () => {
  let api: RunningApi;
  let dean: Client;
  let id: number;
  const as = async (role: Role) => {
    const account = { email: `${role}.packet@example.edu`, password: randomBytes(9).toString('hex') };
    const { id: personId } = await savePerson(api.db, 'demo', { ...account, name: payload, role });
    return { personId, client: await signIn(api, account) };
  };
  const make = async (client: Client, reason = 'asked to inspect') => {
    const response = await fetch(`${api.url}/api/v1/applicants/${id}/packet`, {
      method: 'POST',
      headers: { cookie: client.cookie, 'x-csrf-token': client.session.csrfToken, 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    });
    const body = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) return { status: response.status, headers: response.headers, files: new Map<string, string>(), parts: [] };
    const files = unzip(body);
    const { parts, withheld } = JSON.parse(files.get('packet.json') ?? '') as { parts: Part[]; withheld: string[] };
    return { status: response.status, headers: response.headers, files, parts, withheld };
  };
  const part = (parts: readonly Part[], title: string): Part['rows'] | undefined => parts.find((each) => each.title === title)?.rows;

  beforeAll(async () => {
    api = await startApi();
    dean = await signIn(api);
    const mark = { by: payload, at: noon, knownOn: today, source: 'demo' } as const;
    await saveRecords(api.db, 'demo', [{ ...record, exams: [] }], mark);
    const [saved] = await saveRecords(api.db, 'demo', [record], mark);
    id = saved?.id ?? 0;
    await assessCohort(api, today);
    await dean.get(`/api/v1/applicants/${id}`);
    await dean.ask('POST', `/api/v1/applicants/${id}/challenges`, {
      body: { subject: { kind: 'fact', about: 'exams' }, contested: 'The score', says: payload, receivedOn: today },
    });
    await api.db.query(
      `insert into flag (school_id, applicant_id, rule_code, level, evidence, opened_run, opened_on, level_since, risen_on)
       select 'demo', $1, 'care.wellbeing', 'urgent', '{}', max(id), $2, $2, $2 from run`,
      [id, today],
    );
  });
  afterAll(() => api.stop());

  it('holds the record and its history, answers in words, flags, challenges and who looked', async () => {
    const { status, headers, files, parts, withheld } = await make(dean);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="packet-P-1-b--${today}.zip"`);
    expect([...files.keys()]).toEqual(['packet.html', 'packet.json']);
    expect(part(parts, 'The record')?.[0]?.record).toEqual(record);
    expect(part(parts, 'Earlier versions of the record')).toHaveLength(1);
    expect(part(parts, 'Answers of the assessments')?.[0]).toMatchObject({ stands: true, riskLevel: expect.any(String) });
    expect(JSON.stringify(part(parts, 'Answers of the assessments')?.[0]?.inWords)).toContain('Step 2 CK was not passed');
    expect(part(parts, 'Flags')?.map(({ code }) => code)).toEqual(expect.arrayContaining(['exam.step2-failed', 'care.wellbeing']));
    expect(part(parts, 'What the applicant contests')?.[0]).toMatchObject({ says: payload, state: 'open' });
    // It tells of itself.
    const audit = part(parts, 'Who looked and who did what')?.map(({ event }) => event);
    expect(audit).toEqual(expect.arrayContaining(['packet.made', 'applicant.viewed', 'challenge.recorded']));
    expect(part(parts, 'Who may see this applicant, and why')?.length).toBeGreaterThan(0);
    expect(withheld).toEqual([]);
    const { rows } = await listAudit(api.db, 'demo', { event: ['packet.made'], timeZone: 'UTC' }, [0, 0]);
    expect(rows[0]?.line).toMatchObject({ applicantId: id, reason: 'asked to inspect' });
  });

  it('is a page on which nothing runs', async () => {
    const page = (await make(dean, payload)).files.get('packet.html') ?? '';
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/<script/i);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).toContain('O’Neill &amp; &quot;Sons&quot;');
    expect(page).toContain(`content="default-src 'none'`);
  });

  it('asks a reason', async () => {
    expect((await make(dean, '')).status).toBe(422);
  });

  it('leaves out what needs a right of its own, and says so', async () => {
    const { client, personId } = await as('administrator');
    const open = await make(client);
    expect(part(open.parts, 'Flags')?.map(({ code }) => code)).not.toContain('care.wellbeing');
    expect(JSON.stringify(open.parts)).not.toContain('care.wellbeing');
    expect(open.withheld?.join()).toContain('wellbeing');

    const target = { kind: 'applicant', applicantId: id } as const;
    await giveRelation(api.db, 'demo', { personId, relation: 'promotes', target, fromOn: today }, personId, noon);
    const walled = await make(client);
    expect(part(walled.parts, 'Answers of the assessments')).toBeUndefined();
    expect(part(walled.parts, 'The record')).toHaveLength(1);
    expect(walled.withheld).toEqual(expect.arrayContaining(['answers of the assessments', 'flags']));
  });
});
