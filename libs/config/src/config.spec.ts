import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, configReference, readConfig, readLauncherConfig } from './index.js';

const databaseUrl = 'postgres://matchwatch:hunter2@db/matchwatch';

const problemsOf = (environment: NodeJS.ProcessEnv): ConfigError => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

describe('readConfig', () => {
  it('needs the database and defaults the rest', () => {
    expect(readConfig({ DATABASE_URL: databaseUrl })).toMatchObject({
      databaseUrl,
      port: 4400,
      host: '127.0.0.1',
      demo: false,
      sessionIdleMinutes: 120,
      chunkSize: 500,
    });
    expect(readConfig({ DATABASE_URL: databaseUrl }).redisUrl).toBeUndefined();
  });

  it('lets a launcher do without a database', () => {
    const config = readLauncherConfig({ PORT: '0' });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.port).toBe(0);
  });

  it('counts an empty variable as absent', () => {
    expect(readConfig({ DATABASE_URL: databaseUrl, PORT: '', REDIS_URL: '' }).port).toBe(4400);
  });

  it('lists every problem at once, by variable, and never a value', () => {
    const error = problemsOf({
      DATABASE_URL: 'mysql://root:hunter2@db',
      PORT: 'hunter2',
      NIGHTLY_CRON: 'hunter2',
      SCHOOL_TIME_ZONE: 'hunter2',
      LOG_LEVEL: 'hunter2',
      METRICS_TOKEN: 'hunter2',
      DEMO: 'hunter2',
      CHUNK_SIZE: '0',
    });
    expect(error.problems.map(({ variable }) => variable).sort()).toEqual([
      'CHUNK_SIZE',
      'DATABASE_URL',
      'DEMO',
      'LOG_LEVEL',
      'METRICS_TOKEN',
      'NIGHTLY_CRON',
      'PORT',
      'SCHOOL_TIME_ZONE',
    ]);
    expect(error.message).not.toContain('hunter2');
  });

  it('refuses a database URL that would decide what each connection starts with', () => {
    expect(problemsOf({ DATABASE_URL: `${databaseUrl}?options=-c%20role%3Dpostgres` }).problems).toEqual([
      { variable: 'DATABASE_URL', reason: 'must not carry options' },
    ]);
  });

  it('names the database when it is missing', () => {
    expect(problemsOf({}).problems).toEqual([{ variable: 'DATABASE_URL', reason: 'is needed and not set' }]);
  });

  it('says what single sign-on still needs, and takes roles and keys apart', () => {
    const named = (environment: NodeJS.ProcessEnv) =>
      problemsOf({ DATABASE_URL: databaseUrl, ...environment }).problems.map(({ variable }) => variable);
    const sso = {
      OIDC_ISSUER: 'https://id.example.edu',
      OIDC_CLIENT_ID: 'matchwatch',
      OIDC_CLIENT_SECRET: 'x',
      PUBLIC_URL: 'https://watch.example.edu',
    };
    expect(named({ OIDC_ISSUER: sso.OIDC_ISSUER })).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL']);
    expect(named({ OIDC_REQUIRED: 'true' })).toEqual(['OIDC_ISSUER']);
    for (const issuer of ['http://id.example.edu', 'id.example.edu', 'https://id.example.edu/?a=b'])
      expect(named({ ...sso, OIDC_ISSUER: issuer })).toEqual(['OIDC_ISSUER']);
    for (const roles of ['{"deans":"king"}', 'deans=dean', '{}', '[]'])
      expect(named({ ...sso, OIDC_ROLES: roles })).toEqual(['OIDC_ROLES']);
    expect(named({ SECRETS_KEY: Buffer.alloc(16).toString('base64') })).toEqual(['SECRETS_KEY']);
    expect(named({ ...sso, OIDC_SCOPES: 'email' })).toEqual(['OIDC_SCOPES']);
    const config = readConfig({
      DATABASE_URL: databaseUrl,
      ...sso,
      OIDC_ROLES: '{"b":"dean","a":"advisor"}',
      SECRETS_KEY: 'ab'.repeat(32),
    });
    expect(config).toMatchObject({ oidcScopes: ['openid', 'email', 'profile'], oidcHosts: [], oidcSchool: 'school', oidcRequired: false });
    expect(config.oidcRoles).toEqual([
      ['b', 'dean'],
      ['a', 'advisor'],
    ]);
    expect(config.secretsKey).toEqual(Buffer.alloc(32, 0xab));
    expect(readConfig({ DATABASE_URL: databaseUrl, OIDC_ISSUER: '' }).oidcIssuer).toBeUndefined();
  });

  it('reads a secret from a file', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'matchwatch-config-')), 'url');
    writeFileSync(path, `${databaseUrl}\n`);
    expect(readConfig({ DATABASE_URL_FILE: path }).databaseUrl).toBe(databaseUrl);
    expect(problemsOf({ DATABASE_URL_FILE: `${path}.none` }).problems).toEqual([
      { variable: 'DATABASE_URL_FILE', reason: 'names a file that cannot be read' },
    ]);
  });
});

describe('configReference', () => {
  it('describes every variable in one sentence or more', () => {
    const entries = configReference();
    expect(entries.length).toBeGreaterThan(15);
    for (const { description } of entries) expect(description).toMatch(/^[A-Z].+\.$/);
    expect(entries.find(({ variable }) => variable === 'PORT')?.default).toBe('4400');
    expect(entries.filter(({ secret }) => secret).map(({ variable }) => variable)).toEqual([
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'REDIS_URL',
      'SECRETS_KEY',
      'OIDC_CLIENT_SECRET',
      'SMTP_URL',
      'METRICS_TOKEN',
    ]);
  });
});
