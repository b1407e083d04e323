import { readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processesOn, workersOf } from './processes.js';
import { matchwatch, startProduct } from './running-product.js';

/** Signs in, asks for a backup as the System page does, and waits for its file. */
async function backUpFromThePage(address: string, account: { email: string; password: string }): Promise<string> {
  const json = { 'content-type': 'application/json' };
  const session = await fetch(`${address}/api/v1/session`, { method: 'POST', headers: json, body: JSON.stringify(account) });
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const headers = { ...json, cookie: session.headers.getSetCookie()[0]?.split(';')[0] ?? '', 'x-csrf-token': csrfToken };
  const system = `${address}/api/v1/system`;
  expect((await fetch(`${system}/backups`, { method: 'POST', headers, body: '{}' })).status).toBe(202);
  let file = '';
  const kept = async () => {
    const { backups } = (await (await fetch(system, { headers })).json()) as { backups: { kept: { file: string }[] } };
    file = backups.kept[0]?.file ?? '';
    return file;
  };
  await expect.poll(kept, { timeout: 20_000 }).toMatch(/-asked\.tar\.gz$/);
  return file;
}

describe('matchwatch up', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'matchwatch-up-'));
    // The user that PostgreSQL runs as must be able to pass through.
    await chmod(folder, 0o711);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('starts, is found by the other commands, refuses a second opener by name, and stops cleanly', async () => {
    const dataDir = path.join(folder, 'life');
    const product = await startProduct(dataDir, ['--no-demo']);
    expect((await fetch(`${product.address}/readyz`)).status).toBe(200);
    expect((await fetch(product.address)).headers.get('content-type')).toContain('text/html');

    const [, token] = /Nobody can sign in to Your school yet\. .*#(\S+)/.exec(product.output()) ?? [];
    const setup = { schoolName: 'Elm Hill', name: 'First Person', email: 'first@elm.edu' };
    const take = () =>
      fetch(`${product.address}/api/v1/invitations/take`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, password: 'a password of my own', setup }),
      });
    expect([(await take()).status, (await take()).status], 'the link works once').toEqual([204, 404]);
    expect((await matchwatch(['audit', 'verify'], { DATA_DIR: dataDir })).output).toMatch(/The audit of Elm Hill holds: 1 line\./);

    const second = await matchwatch(['up'], { DATA_DIR: dataDir, PORT: '0' });
    expect(second.status).toBe(3);
    expect(second.output).toContain(`process ${product.pid}`);

    const doctor = await matchwatch(['doctor'], { DATA_DIR: dataDir });
    expect(doctor).toMatchObject({ status: 0, output: expect.stringContaining('Nothing is broken') });

    const backup = await backUpFromThePage(product.address, { email: setup.email, password: 'a password of my own' });
    expect(await product.stop()).toBe(0);
    const target = path.join(folder, 'restored');
    const file = path.join(dataDir, 'backups', backup);
    expect(await matchwatch(['restore', file], { DATA_DIR: dataDir })).toMatchObject({
      status: 3,
      output: expect.stringContaining('is not empty: it holds postgres'),
    });
    expect(await matchwatch(['restore', file], { DATA_DIR: target })).toMatchObject({
      status: 0,
      output: expect.stringContaining('Restored: Elm Hill, as of'),
    });
    expect((await matchwatch(['backup'], { DATA_DIR: target })).output, 'of a folder that nothing runs on').toContain('1 school');
    await expect.poll(() => processesOn(dataDir)).toEqual([]);
    await expect(fetch(`${product.address}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('takes over after a sudden death, with what was there, and leaves nothing running', async () => {
    const dataDir = path.join(folder, 'death');
    const first = await startProduct(dataDir, ['--no-demo']);
    await first.kill();
    const heir = await startProduct(dataDir, ['--no-demo']);
    expect(heir.output()).toMatch(/earlier run that ended suddenly/);
    expect(heir.output(), 'the schema was kept').not.toMatch(/migrations/);
    expect((await fetch(`${heir.address}/readyz`)).status).toBe(200);
    expect(await heir.stop()).toBe(0);
    await expect.poll(() => processesOn(dataDir)).toEqual([]);
  });

  it('starts a worker again that died', async () => {
    const dataDir = path.join(folder, 'worker');
    const product = await startProduct(dataDir, ['--no-demo']);
    const [worker] = workersOf(product.pid);
    process.kill(worker?.pid ?? Number.NaN, 'SIGKILL');
    await expect.poll(() => workersOf(product.pid).filter(({ pid }) => pid !== worker?.pid).length, { timeout: 10_000 }).toBe(1);
    // What it said reaches us through a pipe, later than the process table knows it.
    await expect.poll(() => product.output()).toContain('The worker was ended by SIGKILL; starting it again');
    expect(await product.stop()).toBe(0);
  });

  it('names every wrong setting at once and starts nothing', async () => {
    const { status, output } = await matchwatch(['up'], {
      DATA_DIR: path.join(folder, 'never'),
      PORT: 'secret-1',
      NIGHTLY_CRON: 'secret-2',
    });
    expect(status).toBe(2);
    expect(output).toMatch(/PORT[\s\S]*NIGHTLY_CRON/);
    expect(output, 'names, never values').not.toContain('secret');
    expect(readdirSync(folder)).not.toContain('never');
  });
});
