import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configReference, readConfig } from '@matchwatch/config';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Service {
  image: string;
  build?: { context: string; dockerfile: string };
  command?: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { disable?: boolean; test?: string[] };
  volumes?: string[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const compose = parse(read('infra/compose.yaml'), { merge: true }) as { services: Record<string, Service>; volumes: Record<string, null> };
const services = Object.entries(compose.services);
const known = new Set(configReference().map(({ variable }) => variable));
const ours = services.filter(([, { build }]) => build);
const dockerfile = read('infra/Dockerfile')
  .split('\n')
  .filter((line) => /^[A-Z]/.test(line));

/** A built file exists once built; its source always. */
const hasSource = (file: string) =>
  existsSync(path.join(root, file.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))) || existsSync(path.join(root, file));

describe('compose', () => {
  test('has the database, the queue, the API and workers, takes backups, and lets the first person in', () => {
    expect(services.map(([name]) => name).sort()).toEqual(['api', 'backup', 'migrate', 'postgres', 'redis', 'setup', 'worker']);
  });

  test.each(ours)('%s runs a program of ours with settings that exist', (_name, { build, command = '', environment = {} }) => {
    expect(existsSync(path.join(root, 'infra', build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
    const [program, file = ''] = command.split(' ');
    expect(program).toBe('node');
    expect(hasSource(file), file).toBe(true);
    expect(Object.keys(environment).filter((name) => !known.has(name))).toEqual([]);
    expect(environment).toHaveProperty('DATABASE_URL');
  });

  test.each(services)(
    '%s waits only for what can say that it is ready, and keeps data only in named volumes',
    (_name, { depends_on = {}, volumes = [] }) => {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        const needed = compose.services[name];
        expect(needed, name).toBeDefined();
        if (condition === 'service_healthy') expect(needed?.healthcheck?.test).toBeDefined();
      }
      expect(volumes.map((volume) => volume.split(':')[0]).filter((volume) => !((volume ?? '') in compose.volumes))).toEqual([]);
    },
  );

  test.each(ours)('%s has a configuration that can be used when only the password is chosen', (_name, { environment = {} }) => {
    const chosen = (text: string) =>
      String(text)
        .replace(/\$\{\w+:-([^}]*)\}/g, '$1')
        .replace(/\$\{POSTGRES_PASSWORD[^}]*\}/g, 'secret');
    const config = readConfig(Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, chosen(value)])));
    expect(config.databaseUrl).toBe('postgres://matchwatch:secret@postgres:5432/matchwatch');
    expect([config.smtpUrl, config.publicUrl, config.mailFrom]).toEqual([undefined, undefined, 'matchwatch@localhost']);
  });

  test('lets every setting be given that a process of it reads', () => {
    // Decided by the image or by the shape itself, or good as they are for any school.
    const decided = ['HOST', 'PORT', 'DATA_DIR', 'BACKUP_CRON', 'DEMO', 'DATABASE_POOL_SIZE'];
    const usual = ['SESSION_IDLE_MINUTES', 'SESSION_ABSOLUTE_HOURS', 'SIGN_IN_ATTEMPTS', 'REQUESTS_PER_MINUTE', 'UPLOAD_MEGABYTES'];
    const given = new Set(ours.flatMap(([, { environment = {} }]) => Object.keys(environment)));
    expect([...known].filter((name) => !given.has(name) && !decided.includes(name) && !usual.includes(name))).toEqual([]);
    // Mail is sent by workers, and its links lead where people go.
    expect(Object.keys(compose.services.worker?.environment ?? {})).toEqual(
      expect.arrayContaining(['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL']),
    );
  });

  test('holds no password', () => {
    const given = services
      .flatMap(([, { environment = {} }]) => [environment['POSTGRES_PASSWORD'], environment['DATABASE_URL']])
      .filter((value) => value !== undefined);
    expect(given.length).toBeGreaterThan(1);
    for (const value of given) expect(value).toContain('${POSTGRES_PASSWORD:?');
  });
});

describe('the image', () => {
  test('is built from files that exist and does not run as root', () => {
    const copied = dockerfile
      .filter((line) => line.startsWith('COPY --from=build /app/'))
      .map((line) => line.split(' ')[2]?.replace('/app/', '') ?? '');
    expect(copied).toContain('apps');
    expect(copied.filter((file) => file !== 'node_modules' && !existsSync(path.join(root, file)))).toEqual([]);
    expect(dockerfile.findLast((line) => line.startsWith('USER '))).toBe('USER node');
  });

  test('starts a program of ours, says whether it is healthy, and asks an address that the API serves', () => {
    const start = dockerfile.find((line) => line.startsWith('CMD ')) ?? '';
    const [, file = ''] = JSON.parse(start.slice(4)) as string[];
    expect(hasSource(file)).toBe(true);
    const asked = /\/(\w+)`/.exec(dockerfile.find((line) => line.startsWith('HEALTHCHECK ')) ?? '')?.[1];
    expect(read('apps/api/src/health/health.controller.ts')).toContain(`@Get('${asked}')`);
  });

  test('takes neither data nor builds of this machine along', () => {
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.git', '.data', '**/node_modules', '**/dist']));
  });
});
