import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { connectAsOwner, createRun, type DataSource, saveRecords, saveSchool, sqlWithoutSchool } from '@matchwatch/store';
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
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { status: await ended, stdout, stderr };
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

  it('compares two runs, tries again whom one left out, and says what cannot be done', async () => {
    const asked = { season: 2027, kind: 'manual', asOf: '2026-08-01', policyVersion: 'x', rulesDigest: 'x', requestedBy: 'spec' } as const;
    const ids: number[] = [];
    for (const slot of ['a', 'b', 'c']) ids.push((await createRun(store, 'one', { ...asked, slot })).id);
    const [first, second, third] = ids.map(String) as [string, string, string];
    const published = `state = 'published', outcome = 'partial', closed_at = now(), published_at = now(), population = 1, failed = 1`;
    await sqlWithoutSchool(store, `update run set ${published} where id = any ($1)`, [ids.slice(0, 2)]);
    await sqlWithoutSchool(
      store,
      `insert into run_problem (school_id, run_id, chunk_no, applicant_id, message) select 'one', $1, 1, id, 'broke' from applicant`,
      [ids[0]],
    );

    const compared = await run('compare', second, first);
    expect(compared).toMatchObject({ status: 0, stderr: '' });
    expect(compared.stdout).toMatch(new RegExp(`run ${first} +run ${second}\\n[^]*applicants +1 +1[^]*0 differ`));
    const retried = await run('--retry-failed', first, '--no-wait');
    expect(retried).toMatchObject({ status: 0, stdout: expect.stringContaining(`the 1 whom run ${first}`) });
    const refused = await Promise.all([
      run('compare', first, first),
      run('compare', first, '999'),
      run('compare', first, third),
      run('--retry-failed', second),
      run('--retry-failed', third),
      run('--retry-failed', '999'),
      run('--retry-failed', first, '--season', '2027'),
    ]);
    expect(refused.map(({ status, stderr }) => [status, stderr.split('\n')[0]])).toEqual([
      [2, 'A run is not compared with itself.'],
      [2, 'There is no run 999.'],
      [3, `Run ${third} is queued; its answers are not all there.`],
      [3, `Everybody of run ${second} was assessed, or is gone.`],
      [3, `Run ${third} is queued; only a published run has failures to try again.`],
      [2, 'There is no run 999.'],
      [2, expect.stringContaining('leave --season and --as-of out')],
    ]);
    const [retry] = await sqlWithoutSchool<{ of: number; lines: number }>(
      store,
      `select retry_of as of, (select count(*) from audit_line where event = 'run.retried') as lines from run where kind = 'retry'`,
    );
    expect(retry).toEqual({ of: ids[0], lines: 1 });
  });
});
