import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type RunningApi, startApi } from '../../spec/spec-kit.js';

describe('the web application', () => {
  let api: RunningApi;
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'matchwatch-web-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<title>Matchwatch</title>');
    writeFileSync(join(root, 'assets', 'index-a1b2c3.js'), 'export {}');
    api = await startApi({}, root);
  });
  afterAll(() => api.stop());

  it.each(['/', '/applicants', '/applicants/12/show?tab=record'])('answers at %s, and is asked for again each time', async (path) => {
    const { status, headers, body } = await ask(api, 'GET', path);
    expect(status).toBe(200);
    expect(body).toContain('<title>Matchwatch</title>');
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  });

  it('has files that are kept for ever under names that change', async () => {
    const { status, headers } = await ask(api, 'GET', '/assets/index-a1b2c3.js');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await ask(api, 'GET', '/assets/index-gone.js')).status).toBe(404);
  });

  it.each(['/api', '/api/v1/nothing', '/api/v1/home', '/healthz', '/metrics', '/../../etc/passwd', '/..%2f..%2fetc%2fpasswd'])(
    'does not answer at %s',
    async (path) => {
      const { body } = await ask(api, 'GET', path);
      if (path.startsWith('/.')) expect(body).not.toContain('root:');
      else expect(JSON.stringify(body)).not.toContain('<title>');
    },
  );
});
