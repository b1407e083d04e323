import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { installCopy, makeOpenFolder } from '../spec/installed-copy.js';
import { DataFolderInUse } from './errors.js';
import { findLiveHolder, holdFolder } from './holder.js';
import { findProcessIdentity } from './process-identity.js';

let root: string;
let library: string;
let folder: string;
beforeAll(() => {
  root = makeOpenFolder();
  library = installCopy(root);
});
beforeEach(() => {
  folder = makeOpenFolder();
  return () => rmSync(folder, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const leave = (record: object, seenAt = new Date()) => {
  const file = path.join(folder, 'holder.7.json');
  writeFileSync(file, JSON.stringify({ program: 'matchwatch up', since: '2026-07-01T12:03:00.000Z', pid: process.pid, ...record }));
  utimesSync(file, seenAt, seenAt);
};
const host = () => {
  const held = holdFolder(folder, 'probe');
  held.release();
  return held.holder.host;
};

describe('the holder of a data folder', () => {
  test('keeps others out until it lets go', () => {
    const held = holdFolder(folder, 'matchwatch up');
    held.update({ address: 'http://localhost:4400' });
    expect(() => holdFolder(folder, 'matchwatch run')).toThrow(DataFolderInUse);
    expect(() => holdFolder(folder, 'matchwatch run')).toThrow(
      new RegExp(`^${folder} is in use by matchwatch up, process ${process.pid}, started \\d\\d:\\d\\d, at http://localhost:4400$`),
    );
    expect(findLiveHolder(folder)).toMatchObject({ program: 'matchwatch up', pid: process.pid, otherHost: false });
    held.release();
    expect(findLiveHolder(folder)).toBeUndefined();
    holdFolder(folder, 'matchwatch run').release();
    expect(readdirSync(folder)).toEqual(['holder.2.json']);
  });

  test('is told from a later process with its pid', () => {
    leave({ host: host(), identity: `${findProcessIdentity(process.pid)}0` });
    expect(findLiveHolder(folder)).toBeUndefined();
    holdFolder(folder, 'matchwatch up').release();
  });

  test('is alive when the process is the very one', () => {
    leave({ host: host(), identity: findProcessIdentity(process.pid) });
    expect(() => holdFolder(folder, 'matchwatch up')).toThrow(DataFolderInUse);
  });

  test('on another host counts until it was silent for a minute', () => {
    leave({ host: 'elsewhere', identity: 'x' });
    expect(() => holdFolder(folder, 'matchwatch up')).toThrow(/on host elsewhere/);
    leave({ host: 'elsewhere', identity: 'x' }, new Date(Date.now() - 61_000));
    holdFolder(folder, 'matchwatch up').release();
  });

  test('that a power cut left unreadable is gone', () => {
    writeFileSync(path.join(folder, 'holder.7.json'), '');
    holdFolder(folder, 'matchwatch up').release();
    expect(readdirSync(folder)).toEqual(['holder.8.json']);
  });

  test('is one of many that want the folder at the same instant, also when each dies holding it', async () => {
    // Each process waits for its turn, writes down when it had the folder alone, and dies without letting go.
    const program = `
      import { appendFileSync, openSync, rmSync } from 'node:fs';
      import { holdFolder } from ${JSON.stringify(path.join(library, 'holder.js'))};
      const [folder] = process.argv.slice(1);
      for (const until = Date.now() + 30_000; Date.now() < until; ) {
        try { holdFolder(folder, 'racer'); } catch (error) { if (error.name === 'DataFolderInUse') continue; throw error; }
        openSync(folder + '/alone', 'wx');
        for (const end = Date.now() + 5; Date.now() < end; );
        rmSync(folder + '/alone');
        appendFileSync(folder + '/turns', process.pid + '\\n');
        process.kill(process.pid, 'SIGKILL');
      }`;
    const racers = Array.from({ length: 12 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: 'inherit' }),
    );
    const ends = await Promise.all(racers.map((racer) => once(racer, 'exit')));
    expect(ends.map(([, signal]) => signal)).toEqual(racers.map(() => 'SIGKILL'));
    const turns = readFileSync(path.join(folder, 'turns'), 'utf8').trim().split('\n');
    expect(new Set(turns).size).toBe(racers.length);
  });
});
