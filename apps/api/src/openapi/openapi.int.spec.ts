import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Client, type RunningApi, signIn, startApi } from '../../spec/spec-kit.js';

/** What answers without a session; anything else that did would be a hole. */
const open = [
  'post /api/v1/session',
  'post /api/v1/session/second-factor',
  'post /api/v1/session/enrolment',
  'post /api/v1/session/enrolment/confirm',
  'get /api/v1/session/ways',
  'post /api/v1/sso/start',
  'post /api/v1/sso/finish',
  'get /api/v1/session/demo',
  'post /api/v1/invitations/look',
  'post /api/v1/invitations/take',
  // The address is a secret of its own, for programs that cannot sign in.
  'get /api/v1/calendar/feed/{token}',
  'get /healthz',
  'get /readyz',
  'get /metrics',
];

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

describe('the OpenAPI document', () => {
  let api: RunningApi;
  let client: Client;
  let document: OpenAPIObject;
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item)
        .filter(([verb]) => verbs.includes(verb))
        .map(([verb, operation]) => ({ verb, path, operation })),
    );
  beforeAll(async () => {
    api = await startApi();
    client = await signIn(api);
    document = (await client.get('/api/openapi.json')).body;
  });
  afterAll(() => api.stop());

  it('describes exactly the routes there are', () => {
    const described = operations().map(({ verb, path }) => `${verb} ${path}`);
    expect(described.sort()).toEqual([...api.routes].sort());
  });

  it('says of every operation what it is for, what it answers with and how it fails', () => {
    for (const { path, operation } of operations()) {
      expect(operation.summary, path).toMatch(/^[A-Z].+\.$/);
      const [[status, success]] = Object.entries(operation.responses).filter(([code]) => code !== 'default') as [
        [string, { content?: object }],
      ];
      if (status !== '204') expect(Object.values(success.content ?? {})[0], path).toHaveProperty('schema');
      expect(operation.responses.default.content, path).toHaveProperty('application/problem+json');
    }
  });

  it('refers to nothing it does not hold', () => {
    const names = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name as string);
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining([...new Set(names)]));
    expect(JSON.stringify(document)).not.toMatch(/#\/(definitions|\$defs)\//);
    for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
      expect(schema, `${name} says what it is`).not.toHaveProperty('$ref');
    }
  });

  it('marks as open what is open and nothing else, and the service agrees', async () => {
    const marked = operations().filter(({ operation }) => operation.security?.length === 0);
    expect(marked.map(({ verb, path }) => `${verb} ${path}`).sort()).toEqual([...open].sort());
    for (const { verb, path } of operations()) {
      if (open.includes(`${verb} ${path}`)) continue;
      const { status, body } = await ask(api, verb.toUpperCase(), path.replace('{id}', '1').replace('{file}', 'exams.csv'));
      expect(status, `${verb} ${path}`).toBe(401);
      expect(body.detail).toBe('Sign in first.');
    }
  });
});
