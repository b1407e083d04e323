import { randomBytes } from 'node:crypto';
import type { ApplicantRow } from '@matchwatch/contracts';
import { giveRelation, listAudit, savePerson } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessCohort, type Client, type RunningApi, season, seedApplicants, signIn, startApi, today } from '../../spec/spec-kit.js';

describe('a brief of an applicant', () => {
  let api: RunningApi;
  let dean: Client;
  let row: ApplicantRow;
  const ask = (client: Client, body: object) =>
    client.ask('POST', `/api/v1/applicants/${row.id}/brief`, {
      body: { kind: 'colleague', sections: ['level', 'facts'], reason: 'for the spec', ...body },
    });

  beforeAll(async () => {
    api = await startApi();
    await seedApplicants(api, 30);
    await assessCohort(api, today);
    dean = await signIn(api);
    [row] = (await dean.list('applicants', { filter: { season }, range: [0, 0] })).body;
  });
  afterAll(() => api.stop());

  it('is a PDF with a name of its own, and the audit keeps what for', async () => {
    const { status, headers, body } = await ask(dean, { kind: 'student', sections: ['facts', 'plan', 'dates'] });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`attachment; filename="brief-student-${row.externalId}-${today}.pdf"`);
    expect(String(body).startsWith('%PDF-1.7')).toBe(true);
    const told = await listAudit(api.db, 'demo', { event: ['brief.made'], timeZone: 'UTC' }, [0, 0]);
    expect(told.rows[0]?.line).toMatchObject({ applicantId: row.id, reason: 'for the spec', after: { kind: 'student' } });
  });

  it('is refused without a reason, and with a part that is not for the student', async () => {
    expect((await ask(dean, { reason: ' ' })).status).toBe(422);
    expect((await ask(dean, { kind: 'student', sections: ['facts', 'level'] })).status).toBe(422);
    expect((await ask(dean, { sections: ['facts', 'facts'] })).status).toBe(422);
  });

  it('is kept from whoever grades the applicant', async () => {
    const password = randomBytes(9).toString('hex');
    const { id } = await savePerson(api.db, 'demo', { email: 'wall@example.edu', name: 'Wall', role: 'dean', password });
    const relation = { personId: id, relation: 'assesses', target: { kind: 'applicant', applicantId: row.id }, fromOn: today } as const;
    await giveRelation(api.db, 'demo', relation, id, api.clock.now);
    expect((await ask(await signIn(api, { email: 'wall@example.edu', password }), {})).status).toBe(403);
  });
});
