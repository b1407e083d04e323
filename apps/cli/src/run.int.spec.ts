import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { connectAsOwner, type DataSource, saveRecords, saveSchool, sqlWithoutSchool } from '@matchwatch/store';
import { type ThrowAwayDatabase, throwAwayPostgres } from '@matchwatch/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../bin/matchwatch.mjs', import.meta.url));

describe('matchwatch run', () => {
  let db: ThrowAwayDatabase;
  let store: DataSource;
  beforeAll(async () => {
    db = await throwAwayPostgres();
    store = await connectAsOwner({ url: db.url, poolSize: 1 });
    await saveSchool(store, { id: 'one', name: 'One', timeZone: 'UTC' });
    const record = { externalId: 'A', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md' } as const;
    await saveRecords(store, 'one', [record], { by: 'spec', at: new Date(), knownOn: '2026-08-01', source: 'import' });
  });
  afterAll(async () => {
    await store.destroy();
    await db.drop();
  });

  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, [bin, 'run', ...args], { env: { PATH: process.env.PATH, DATABASE_URL: db.url } });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await ended, stderr };
  };

  it.each([
    ['before the first policy', '2001-01-01', 'lies before the first policy'],
    ['to come', '2099-01-01', 'lies in the future'],
  ])('as of a day %s is a wrong call, and asks for no run', async (_, day, said) => {
    const { status, stderr } = await run('--as-of', day);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
    expect(await sqlWithoutSchool(store, 'select from run')).toEqual([]);
  });
});
