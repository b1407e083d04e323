import { readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processesOn, workersOf } from './processes.js';
import { matchwatch, startProduct } from './running-product.js';

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

    expect(await product.stop()).toBe(0);
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
