import { describe, expect, it } from 'vitest';
import { isDiskFull, isUnavailable } from './is-unavailable.js';

const failed = (message: string, parts: object = {}): Error => Object.assign(new Error(message), parts);
const refused = failed('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED', syscall: 'connect' });

describe('a database that cannot be reached', () => {
  it.each([
    ['refuses connections', refused],
    ['refuses them on every address', new AggregateError([refused])],
    ['shuts down', failed('terminating connection due to administrator command', { code: '57P01' })],
    ['starts up', failed('the database system is starting up', { code: '57P03' })],
    ['breaks a connection', failed('Connection terminated unexpectedly')],
    ['has no connection left', failed('sorry, too many clients already', { code: '53300' })],
  ])('%s', (_, error) => expect(isUnavailable(error)).toBe(true));

  it.each([
    ['a value that no column holds', failed('out of range', { code: '22003' })],
    ['a row that is there already', failed('duplicate key', { code: '23505' })],
    ['a file that is not there', failed('no such file', { code: 'ENOENT', syscall: 'open' })],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not %s', (_, error) => expect(isUnavailable(error)).toBe(false));
});

describe('a full disk', () => {
  const full = failed('could not extend file "base/1/2": No space left on device', { code: '53100' });
  it('is told from a database that is away, and from anything else', () => {
    expect([isDiskFull(full), isUnavailable(full)]).toEqual([true, false]);
    expect([isDiskFull(failed('starting up', { code: '57P03' })), isDiskFull('53100')]).toEqual([false, false]);
  });
});
