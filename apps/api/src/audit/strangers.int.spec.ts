import { saveSchool } from '@matchwatch/store';
import { expect, it } from 'vitest';
import { ask, startApi } from '../../spec/spec-kit.js';

it('tells the audit of the only school that somebody tried an address nobody has, without the address and the password', async () => {
  const api = await startApi();
  const attempt = () => ask(api, 'POST', '/api/v1/session', { body: { email: 'stranger@example.edu', password: 'sesame, open' } });
  const lines = async () => (await api.db.query(`select line from audit_line where event = 'session.refused'`)) as { line: object }[];
  const logged = () => api.log.filter((line) => line.includes('nobody has the address of a sign-in')).length;
  try {
    expect((await attempt()).status).toBe(401);
    await expect.poll(lines).toMatchObject([{ line: { after: { why: 'address' } } }]);
    expect(JSON.stringify(await lines())).not.toMatch(/stranger@|sesame/);

    // With two schools it is in the log alone: the address says of none that it was meant.
    await saveSchool(api.db, { id: 'other', name: 'Other', timeZone: 'UTC' });
    await attempt();
    await expect.poll(logged).toBe(2);
    await attempt();
    await expect.poll(logged).toBe(3);
    expect(await lines()).toHaveLength(1);
    expect(api.log.join('')).not.toMatch(/stranger@|sesame/);
  } finally {
    await api.stop();
  }
});
