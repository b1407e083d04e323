import type { Program } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { assembleProgram } from './assemble-program.js';

const code = '1400521001';
const knownOn = '2026-11-20';
const look = (facts: Record<string, unknown>, unknown: string[] = []) => ({ facts, unknown });
const put = (base: Program | null, ...said: unknown[]) =>
  assembleProgram({ code, base, knownOn, rows: said.map((each, at) => ({ row: at + 1, said: each })) });
const identity = { name: 'Riverside University Hospital', specialty: 'internal-medicine' } as const;
const on = (checkedOn: string, facts: Record<string, unknown>, source = 'website') => look({ ...identity, source, checkedOn, ...facts });
const base: Program = { code, ...identity, facts: { minimumStep2: { value: 220, source: 'website', checkedOn: '2026-07-01' } } };

describe('a program put together from rows', () => {
  it('keeps every value with its source and day', () => {
    expect(put(null, on('2026-07-01', { minimumStep2: 220 }), on('2026-08-01', { sponsorsJ1: true }, 'freida')).program).toEqual({
      code,
      ...identity,
      facts: {
        minimumStep2: { value: 220, source: 'website', checkedOn: '2026-07-01' },
        sponsorsJ1: { value: true, source: 'freida', checkedOn: '2026-08-01' },
      },
    });
  });
  it('takes the later of two looks, whichever comes first in the file', () => {
    const rows = [on('2026-08-01', { minimumStep2: 225 }), on('2026-07-01', { minimumStep2: 220 })];
    for (const each of [rows, [...rows].reverse()]) expect(put(null, ...each).program?.facts.minimumStep2?.value).toBe(225);
  });
  it('leaves what was checked later than the file', () => {
    expect(put(base, on('2026-06-30', { minimumStep2: 200 })).program).toEqual(base);
    expect(put(base, on('2026-07-01', { minimumStep2: 220 })).program).toEqual(base);
  });
  it('forgets what a later look no longer knows, and nothing by silence', () => {
    expect(put(base, look({ source: 'website', checkedOn: '2026-09-01' }, ['minimumStep2'])).program?.facts).toEqual({});
    expect(put(base, look({})).program).toEqual(base);
  });
  it.each([
    [
      'a fact without a source',
      look({ ...identity, checkedOn: '2026-07-01', minimumStep2: 220 }),
      'source',
      'is missing; a fact is kept with where it is from',
    ],
    [
      'a fact without a day',
      look({ ...identity, source: 'website', minimumStep2: 220 }),
      'checkedOn',
      'is missing; a fact is kept with the day it was checked',
    ],
    ['a day to come', on('2026-11-21', { minimumStep2: 220 }), 'checkedOn', 'is still to come'],
    ['a value out of bounds', on('2026-07-01', { imgShare: 101 }), 'imgShare', 'Too big: expected number to be <=100'],
    ['a new program without a name', look({ specialty: 'internal-medicine' }), 'name', 'is missing'],
  ])('%s refuses it, by row and column', (_what, said, column, reason) => {
    expect(put(null, said).refused).toEqual([{ file: 'program-table', row: 1, column, externalId: code, reason }]);
  });
  it('counts how many known values are others now', () => {
    expect(put(base, on('2026-08-01', { minimumStep2: 225, sponsorsJ1: true }))).toMatchObject({ compared: 1, differing: 1 });
    expect(put(base, on('2026-08-01', { minimumStep2: 220 }))).toMatchObject({ compared: 1, differing: 0 });
  });
});
