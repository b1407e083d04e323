import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, img, levelOf, rows, scored, step2, taken, unannounced, us, verdictOf } from '../spec-kit.js';
import { tooShort } from './too-short.rule.js';

/** Category A in general surgery: 40 programs. */
const a = (count: number): ApplicantRecord => ({ ...scored(230, 'general-surgery'), programs: rows(count) });

describe('list.too-short', () => {
  it.each([
    [40, 'clear'],
    [39, 'act'],
    [0, 'act'],
  ])('%i of 40 programs: %s', (count, level) => expect(levelOf(tooShort, a(count))).toBe(level));

  it.each([
    ['2026-08-02', 'clear'],
    ['2026-08-03', 'watch'],
    ['2026-09-01', 'watch'],
    ['2026-09-02', 'act'],
    ['2027-03-19', 'act'],
    ['2027-03-20', 'clear'],
  ] as const)('on %s, submission on 2 September: %s', (asOf, level) => expect(levelOf(tooShort, a(39), asOf)).toBe(level));

  it.each([
    ['no number is asked for', { ...scored(240, 'general-surgery'), programs: [] }, 'clear'],
    ['the Match is decided', decided(a(1)), 'clear'],
    ['no list on record', scored(230, 'general-surgery'), 'unknown: programs'],
    ['exam history unknown', { ...us, programs: rows(3) }, 'unknown: exams'],
    [
      'no tier of the specialty',
      { ...scored(230, 'child-neurology'), programs: rows(3) },
      'unknown: policy.specialty.tier.child-neurology',
    ],
    ['no calendar', unannounced(a(39)), 'unknown: season calendar'],
    ['no calendar and long enough', unannounced(a(40)), 'clear'],
    [
      'an IMG whose tier is not known',
      { ...img, exams: [step2(225)], specialtyPlan: { primary: 'internal-medicine' as const }, programs: rows(60) },
      'unknown: experiences, graduatesOn, visa.need',
    ],
    [
      'a failed attempt and a tier that is not known',
      { ...scored(230, 'child-neurology'), exams: [taken('step1', '2025-01-01', { outcome: 'fail' as const }), step2(230)], programs: [] },
      'unknown: policy.specialty.tier.child-neurology',
    ],
  ])('%s: %s', (_, record, answer) => expect(levelOf(tooShort, record)).toBe(answer));

  it('says how many and why', () =>
    expect(verdictOf(tooShort, a(39))).toMatchObject({
      evidence: { programs: 39, minimum: 40, because: 'category A 40', since: '2026-08-03' },
    }));

  it('follows a changed target from its day on', () => {
    const policy = changing('programs.category.A', '2026-09-10', { minimum: 50, maximum: 50 });
    expect(levelOf(tooShort, a(45), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(tooShort, a(45), '2026-09-10', { policy })).toBe('act');
  });
});
