import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, type RunningApi, season, signIn, startApi } from '../../spec/spec-kit.js';

const header = 'externalId,name.given,name.family,season,applicantType';
const files = (contents: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, text] of Object.entries(contents)) form.append('files', new Blob([text], { type: 'text/csv' }), name);
  return form;
};

describe('imports', () => {
  let api: RunningApi;
  let client: Client;
  beforeAll(async () => {
    api = await startApi({ UPLOAD_MEGABYTES: '1' });
    client = await signIn(api);
  });
  afterAll(() => api.stop());

  const send = (body: FormData) => client.ask('POST', '/api/v1/imports', { body });
  const decide = (id: number, what: string, body: object = {}) => client.ask('POST', `/api/v1/imports/${id}/${what}`, { body });

  it('are previewed, applied with a reassessment, and taken back as a whole', async () => {
    const preview = await send(
      files({
        'applicants.csv': `${header}\nI-1,Ida,One,${season},us-md\nI-2,Ian,Two,${season},us-do\nI-3,Bad,Three,${season},us-phd\n`,
        'exams.csv': 'externalId,exam,takenOn,score,outcome\nI-1,step2ck,2026-07-01,231,pass\n',
      }),
    );
    expect(preview.status).toBe(201);
    const { id } = preview.body;
    expect(preview.body).toMatchObject({
      state: 'previewed',
      createdBy: 'Margaret Whitfield',
      counts: { new: 2, changed: 0, unchanged: 0, refused: 1 },
    });
    expect(preview.body.refused).toEqual([expect.objectContaining({ file: 'applicants', row: 3, column: 'applicantType' })]);
    expect((await client.list('applicants')).body).toEqual([]);

    const applied = await decide(id, 'apply', { reason: 'start of season' });
    expect(applied.body).toMatchObject({
      state: 'applied',
      runId: expect.any(Number),
      decision: { by: 'Margaret Whitfield', reason: 'start of season' },
    });
    expect((await client.list('applicants')).body).toHaveLength(2);
    const run = (await client.get(`/api/v1/runs/${applied.body.runId}`)).body;
    expect(run).toMatchObject({ kind: 'reassess', slot: `import:${id}`, state: 'queued' });
    expect((await decide(id, 'apply')).status).toBe(409);
    expect((await decide(id, 'undo')).body.state).toBe('undone');
    expect((await client.list('applicants')).body).toEqual([]);
    const { body, headers } = await client.list('imports', { filter: { state: ['undone'] } });
    expect(body.map((each: { id: number }) => each.id)).toEqual([id]);
    expect(headers.get('content-range')).toBe('imports 0-0/1');
  });

  it('stay when one of their records has changed since, and say so', async () => {
    const send1 = async (text: string) => (await send(files({ 'applicants.csv': `${header}\n${text}\n` }))).body.id as number;
    const first = await send1(`I-5,Ida,Five,${season},us-md`);
    await decide(first, 'apply');
    const second = await send1(`I-5,Ida,Fifth,${season},us-md`);
    const rival = await send1(`I-5,Ida,Sixth,${season},us-md`);
    await decide(second, 'apply');
    const late = await decide(rival, 'apply');
    expect(late).toMatchObject({ status: 409, body: { detail: 'The record of I-5 changed in the meantime. Preview the files again.' } });
    const undone = await decide(first, 'undo');
    expect(undone).toMatchObject({
      status: 409,
      body: { detail: 'The record of I-5 changed in the meantime. It can no longer be taken back.' },
    });
    await decide(second, 'undo');
    expect((await client.list('applicants')).body).toEqual([
      expect.objectContaining({ name: expect.objectContaining({ family: 'Five' }) }),
    ]);
  });

  it('can be given up', async () => {
    const { body } = await send(files({ 'applicants.csv': `${header}\nI-9,Ida,Nine,${season},us-md\n` }));
    expect((await decide(body.id, 'cancel')).body.state).toBe('cancelled');
    expect((await decide(body.id, 'apply')).status).toBe(409);
    expect((await decide(999, 'apply')).status).toBe(404);
  });

  it('are refused when they hold no file, are too large, or are no upload', async () => {
    expect((await send(files({}))).status).toBe(422);
    expect((await send(files({ 'applicants.csv': 'x'.repeat(3_000_000) }))).status).toBe(413);
    expect((await client.ask('POST', '/api/v1/imports', { body: {} })).status).toBe(415);
    const broken = '--b\r\nContent-Disposition: form-data; name="files"; filename="exams.csv"\r\n\r\nexternalId,exam';
    expect(
      (await client.ask('POST', '/api/v1/imports', { body: broken, headers: { 'content-type': 'multipart/form-data; boundary=b' } }))
        .status,
    ).toBe(400);
  });

  it('need the token of the session like every write', async () => {
    const reply = await ask(api, 'POST', '/api/v1/imports', {
      body: files({ 'applicants.csv': header }),
      headers: { cookie: client.cookie },
    });
    expect(reply.status).toBe(403);
  });

  it('have templates', async () => {
    const { status, headers, body } = await client.get('/api/v1/imports/templates/exams.csv');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="?exams\.csv"?$/);
    expect(body).toMatch(/^externalId,exam,/);
    expect((await client.get('/api/v1/imports/templates/person.csv')).status).toBe(404);
  });
});
