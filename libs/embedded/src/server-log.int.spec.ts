import { appendFileSync, closeSync, mkdtempSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { limitServerLog, openServerLog, readServerLog } from './server-log.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the log of the server', () => {
  test('tells what was written since it was opened', () => {
    const file = path.join(folder, 'postgres.log');
    appendFileSync(file, 'earlier\n');
    const { descriptor, end } = openServerLog(folder, file);
    writeSync(descriptor, 'now\n');
    closeSync(descriptor);
    expect(readServerLog(file, end)).toBe('now\n');
  });

  test('is emptied past 10 MB while a writer keeps it open, and one earlier part is kept', () => {
    const file = path.join(folder, 'postgres.log');
    const { descriptor } = openServerLog(folder, file);
    writeSync(descriptor, Buffer.alloc(10 * 1024 * 1024 + 1, 'x'));
    limitServerLog(file);
    writeSync(descriptor, 'after\n');
    closeSync(descriptor);
    expect(readFileSync(file, 'utf8')).toBe('after\n');
    expect(statSync(`${file}.1`).size).toBe(10 * 1024 * 1024 + 1);
  });
});
