import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, us, usImg, verdictOf } from '../spec-kit.js';
import { graduation } from './graduation.rule.js';

describe('timeline.graduation', () => {
  it.each([
    ['2021-09-10', 'clear'],
    ['2021-09-09', 'act'],
    ['2027-05-20', 'clear'],
  ] as const)('graduated on %s, seen on 2026-09-10: %s', (graduatesOn, level) =>
    expect(levelOf(graduation, { ...img, graduatesOn })).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['a US citizen abroad', { ...usImg, graduatesOn: '2015-06-01' }, 'act'],
    ['a US graduate', { ...us, graduatesOn: '2015-06-01' }, 'clear'],
    ['graduation unknown', img, 'unknown: graduatesOn'],
    ['a US graduate, graduation unknown', us, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(graduation, record)).toBe(answer));

  it('names the day, never how long ago it was', () =>
    expect(verdictOf(graduation, { ...img, graduatesOn: '2015-06-01' })).toMatchObject({
      evidence: { graduatedOn: '2015-06-01', years: 5 },
    }));

  it('follows a changed number of years from its day on', () => {
    const policy = changing('img.graduation.years', '2026-09-10', 3);
    expect(levelOf(graduation, { ...img, graduatesOn: '2022-06-01' }, '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(graduation, { ...img, graduatesOn: '2022-06-01' }, '2026-09-10', { policy })).toBe('act');
  });
});
