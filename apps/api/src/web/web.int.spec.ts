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

  it.each(['/', '/api/v1/session', '/api/v1/nothing', '/assets/index-a1b2c3.js', '/healthz'])(
    'lets nothing run at %s but what it serves itself, and nobody frame it or guess its type',
    async (path) => {
      const { headers } = await ask(api, 'GET', path);
      const policy = Object.fromEntries(
        (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
          const [name = '', ...sources] = directive.trim().split(/\s+/);
          return [name, sources];
        }),
      );
      expect(policy).toMatchObject({
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      });
      // Styles are the one thing that may stand in the page: the component library writes them there.
      for (const [name, sources] of Object.entries(policy)) {
        if (name !== 'style-src') expect(sources, name).not.toContain("'unsafe-inline'");
        expect(sources, name).not.toContain("'unsafe-eval'");
        expect(sources.join(' '), name).not.toMatch(/\*|https?:/);
      }
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers.has('x-powered-by')).toBe(false);
      if (path.startsWith('/api')) expect(headers.get('cache-control')).toBe('no-store');
    },
  );

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
