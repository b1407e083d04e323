import { describe, expect, test } from 'vitest';
import { causeOf, explain } from './failure.js';

describe('what a failed start of PostgreSQL says to a person', () => {
  test.each([
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk-full', /disk that holds \/data is full/],
    ['PANIC:  could not write to file "pg_wal/xlogtemp.9": Disk quota exceeded', 'disk-full', /disk that holds \/data is full/],
    ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', 'port-taken', /no free port/],
    ['FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use', 'backends-alive', /earlier PostgreSQL still work/],
    ['FATAL:  could not open file "x": Permission denied', 'no-access', /may not read or write \/data/],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'no-memory', /not enough free memory/],
    ['FATAL:  something new', 'other', /did not start/],
  ] as const)('%s', (output, cause, sentence) => {
    expect(causeOf(output)).toBe(cause);
    const explained = explain(output, '/data', '/data/postgres.log');
    expect(explained).toMatch(sentence);
    expect(explained).toContain(output);
    expect(explained).toContain('/data/postgres.log');
  });
});
