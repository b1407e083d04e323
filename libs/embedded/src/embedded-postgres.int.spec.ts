import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { installCopy, makeOpenFolder, type Owner, startOwner } from '../spec/installed-copy.js';
import { defaultDataDir, discardDataFolder, type Embedded, type EmbeddedOptions, findHolder, startEmbedded } from './index.js';

const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

let root: string;
let library: string;
let dataDir: string;
let started: Embedded[] = [];
let owners: Owner[] = [];

beforeAll(() => {
  root = makeOpenFolder();
  library = installCopy(root);
});
beforeEach(() => {
  dataDir = path.join(makeOpenFolder(), 'data');
});
afterEach(async () => {
  for (const embedded of started) await embedded.stop();
  for (const owner of owners) await owner.kill('SIGKILL');
  await discardDataFolder(dataDir);
  rmSync(path.dirname(dataDir), { recursive: true });
  started = [];
  owners = [];
});
afterAll(() => rmSync(root, { recursive: true }));

async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, ...options });
  started.push(embedded);
  return embedded;
}

async function own(options: object = {}, user = {}, from = library): Promise<Owner> {
  const owner = await startOwner(from, { dataDir, ...options }, user);
  owners.push(owner);
  return owner;
}

function urlOf(owner: Owner): string {
  if ('error' in owner.started) throw new Error(`${owner.started.error}: ${owner.started.message}`);
  return owner.started.url;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

const serverPid = () => Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const isAlive = (pid: number) => existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

describe('a server of our own', () => {
  test('takes statements, keeps them over a restart and comes back at the same address', async () => {
    const first = await start();
    expect(await query(first.url, 'select current_user')).toEqual(['matchwatch']);
    await query(first.url, "create table kept as select 'Ünï' as word");
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'select word from kept')).toEqual(['Ünï']);
    expect(second.url).toBe(first.url);
  });

  test('is durable, speaks C.UTF-8 and takes 200 connections', async () => {
    const { url } = await start();
    const settings =
      "select string_agg(current_setting(name), ' ' order by name) from unnest(array['fsync','full_page_writes','max_connections']) name";
    expect(await query(url, settings)).toEqual(['on on 200']);
    expect(await query(url, "select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()")).toEqual(
      ['b C.UTF-8'],
    );
  });

  test('listens on this machine only and wants the password', async () => {
    const { url, port } = await start();
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
    const outside = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter((each) => !each.internal && each.family === 'IPv4');
    for (const { address } of outside) {
      const reached = await new Promise((resolve) => {
        const socket = net.connect({ host: address, port, timeout: 1_000 });
        for (const event of ['connect', 'error', 'timeout'] as const) socket.once(event, () => resolve(event));
        socket.once('close', () => socket.destroy());
      });
      expect(reached).not.toBe('connect');
    }
    expect(statSync(path.join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dataDir, 'postgres.log')).mode & 0o777).toBe(0o600);
  });

  test('has a password of its own for each data folder', async () => {
    const passwordOf = (url: string) => new URL(url).password;
    const { url, stop } = await start();
    await stop();
    await discardDataFolder(dataDir);
    expect(passwordOf((await start()).url)).not.toBe(passwordOf(url));
  });

  test('may trade durability for speed where the data is thrown away', async () => {
    const { url } = await start({ throwAway: true });
    expect(await query(url, 'show fsync')).toEqual(['off']);
  });
});

describe('one holder at a time', () => {
  test('refuses a second opener and names the first', async () => {
    const owner = await own({ address: 'http://localhost:4400' });
    const { pid } = owner.process;
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
      name: 'DataFolderInUse',
      message: expect.stringMatching(
        new RegExp(`${dataDir} is in use by matchwatch up, process ${pid}, started \\d\\d:\\d\\d, at http://localhost:4400$`),
      ),
    });
    expect(await query(urlOf(owner), 'select 1')).toEqual([1]);
  });

  test('lets another program find the running database', async () => {
    expect(findHolder(dataDir)).toBeUndefined();
    const owner = await own({ address: 'http://localhost:4400' });
    const holder = findHolder(dataDir);
    expect(holder).toMatchObject({
      program: 'matchwatch up',
      pid: owner.process.pid,
      address: 'http://localhost:4400',
      databaseUrl: urlOf(owner),
    });
    await owner.kill('SIGTERM');
    expect(findHolder(dataDir)).toBeUndefined();
  });

  test('starts once for any number that start at the same instant', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => own()));
    const outcomes = all.map((owner) => ('error' in owner.started ? owner.started.error : 'started')).sort();
    expect(outcomes).toEqual(['DataFolderInUse', 'DataFolderInUse', 'DataFolderInUse', 'DataFolderInUse', 'started']);
  });
});

describe('sudden ends', () => {
  test('of the owner: the next start takes the living server over', async () => {
    const owner = await own();
    await query(urlOf(owner), 'create table kept (id int)');
    const pid = serverPid();
    await owner.kill('SIGKILL');
    expect(isAlive(pid)).toBe(true);
    expect(findHolder(dataDir)).toBeUndefined();
    const next = await own();
    expect(serverPid()).toBe(pid);
    expect(next.log).toContain('Took over the PostgreSQL of an earlier run that ended suddenly');
    expect(await query(urlOf(next), 'select count(*)::int from kept')).toEqual([0]);
    await next.kill('SIGTERM');
    expect(isAlive(pid)).toBe(false);
  });

  test('of the owner: a server with other settings is stopped in good order and started anew', async () => {
    const owner = await own({ throwAway: true });
    const pid = serverPid();
    await owner.kill('SIGKILL');
    const { url } = await start();
    expect(isAlive(pid)).toBe(false);
    expect(await query(url, 'show fsync')).toEqual(['on']);
  });

  test('of the server: it comes back at the same address with what was saved', async () => {
    const log: string[] = [];
    const { url } = await start({ log: (line) => log.push(line) });
    await query(url, 'create table kept as select 7 as n');
    process.kill(serverPid(), 'SIGKILL');
    await vi.waitFor(async () => expect(await query(url, 'select n from kept')).toEqual([7]), { timeout: 30_000, interval: 100 });
    expect(log).toEqual(['PostgreSQL ended suddenly; starting it again', 'PostgreSQL is back']);
  });

  test('of both, and the pid now belongs to a stranger: it starts and leaves the stranger alone', async () => {
    const owner = await own();
    const pid = serverPid();
    const server = statSync(path.join(dataDir, 'postgres'));
    await owner.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false));
    // The stranger runs as the server's own user: of such a one PostgreSQL alone would believe that it is the server.
    const stranger = spawn('sleep', ['600'], asRoot ? { uid: server.uid, gid: server.gid, cwd: '/' } : {});
    const file = path.join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
    try {
      const { url } = await start();
      expect(await query(url, 'select 1')).toEqual([1]);
      expect(stranger.exitCode).toBeNull();
      expect(isAlive(stranger.pid ?? 0)).toBe(true);
    } finally {
      stranger.kill();
    }
  });

  test('of a first start half-way: the next one begins afresh', async () => {
    mkdirSync(path.join(dataDir, 'postgres.new', 'base'), { recursive: true });
    const { url } = await start();
    expect(await query(url, 'select 1')).toEqual([1]);
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('by Ctrl-C: it reaches the owner and not the server', async () => {
    const owner = await own();
    process.kill(-(owner.process.pid ?? 0), 'SIGINT');
    await vi.waitFor(() => expect(owner.log).toContain('interrupted'));
    expect(await query(urlOf(owner), 'select 1')).toEqual([1]);
  });
});

describe('a folder that cannot be used', () => {
  test('written by another version of PostgreSQL', async () => {
    await (await start()).stop();
    writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/was written by PostgreSQL 17 and this release brings PostgreSQL 18/);
    expect(findHolder(dataDir)).toBeUndefined();
  });

  test('that holds something else', async () => {
    mkdirSync(path.join(dataDir, 'postgres'), { recursive: true });
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/holds no PostgreSQL data/);
  });

  test('whose password is gone', async () => {
    await (await start()).stop();
    rmSync(path.join(dataDir, 'postgres.password'));
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/postgres\.password is missing or not readable/);
  });

  test('whose server fails: what it wrote is shown', async () => {
    await (await start()).stop();
    rmSync(path.join(dataDir, 'postgres', 'global', 'pg_control'));
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      /could not find the database system[\s\S]*The whole log is in .*postgres\.log/,
    );
  });

  test('that is a file', async () => {
    writeFileSync(dataDir, '');
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
      name: 'EmbeddedPostgresFailed',
      message: expect.stringContaining('cannot be made or used'),
    });
    rmSync(dataDir);
  });
});

if (asRoot) {
  describe('as root', () => {
    test('runs as another user', async () => {
      await start();
      expect(statSync(`/proc/${serverPid()}`).uid).not.toBe(0);
    });

    test('keeps to the user who owns the data', async () => {
      mkdirSync(dataDir);
      chmodSync(path.dirname(dataDir), 0o777);
      rmSync(dataDir, { recursive: true });
      const owner = await own({}, nobody);
      await query(urlOf(owner), 'create table kept (id int)');
      await owner.kill('SIGTERM');
      const embedded = await start();
      expect(statSync(`/proc/${serverPid()}`).uid).toBe(nobody.uid);
      await embedded.stop();
      const again = await own({}, nobody);
      expect(await query(urlOf(again), 'select count(*)::int from kept')).toEqual([0]);
    });

    test('refuses a data folder in a folder only root may enter, and names that', async () => {
      const closed = path.join(path.dirname(dataDir), 'closed');
      mkdirSync(closed, { mode: 0o700 });
      await expect(startEmbedded({ dataDir: path.join(closed, 'data') })).rejects.toThrow(new RegExp(`may not enter ${closed}\\. Choose`));
    });

    test('chooses a data folder elsewhere for a checkout only root may enter', () => {
      const closed = path.join(path.dirname(dataDir), 'closed');
      const checkout = path.join(closed, 'matchwatch');
      mkdirSync(checkout, { recursive: true });
      expect(defaultDataDir(checkout)).toBe(path.join(checkout, '.data'));
      chmodSync(closed, 0o700);
      expect(defaultDataDir(checkout)).toMatch(/^\/var\/lib\/matchwatch\/matchwatch-[0-9a-f]{8}$/);
      expect(defaultDataDir(checkout)).not.toBe(defaultDataDir(path.join(closed, 'b', 'matchwatch')));
    });

    test('runs from an installation only root may enter by a copy of the programs, made once', async () => {
      const closed = path.join(path.dirname(dataDir), 'closed');
      const programFolder = path.join(path.dirname(dataDir), 'programs');
      mkdirSync(closed, { mode: 0o700 });
      const inside = installCopy(closed);
      const [one, other] = await Promise.all([
        own({ programFolder }, {}, inside),
        own({ programFolder, dataDir: `${dataDir}-2` }, {}, inside),
      ]);
      expect(await query(urlOf(one), 'select 1')).toEqual([1]);
      expect(await query(urlOf(other), 'select 1')).toEqual([1]);
      expect(readdirSync(programFolder)).toHaveLength(1);
      await other.kill('SIGTERM');
      await discardDataFolder(`${dataDir}-2`);
    });
  });

  describe('as an ordinary user', () => {
    beforeEach(() => chmodSync(path.dirname(dataDir), 0o777));

    test('starts, is taken over after a sudden end, and stops', async () => {
      const first = await own({}, nobody);
      await query(urlOf(first), 'create table kept (id int)');
      const pid = serverPid();
      expect(statSync(`/proc/${pid}`).uid).toBe(nobody.uid);
      expect(statSync(dataDir).mode & 0o777).toBe(0o700);
      await first.kill('SIGKILL');
      const second = await own({}, nobody);
      expect(serverPid()).toBe(pid);
      expect(await query(urlOf(second), 'select count(*)::int from kept')).toEqual([0]);
      await second.kill('SIGTERM');
      expect(isAlive(pid)).toBe(false);
    });

    test('is told when the folder is not theirs to write', async () => {
      chmodSync(path.dirname(dataDir), 0o755);
      const refused = await own({}, nobody);
      expect(refused.started).toMatchObject({
        error: 'EmbeddedPostgresFailed',
        message: expect.stringMatching(/cannot be made or used: EACCES/),
      });
      mkdirSync(dataDir, { mode: 0o755 });
      const again = await own({}, nobody);
      expect(again.started).toMatchObject({ error: 'EmbeddedPostgresFailed', message: expect.stringMatching(/cannot be written: EACCES/) });
    });
  });
}
