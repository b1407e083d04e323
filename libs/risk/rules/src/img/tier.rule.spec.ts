import type { ApplicantRecord, Day, Experience } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, step2, taken, us, usImg, verdictOf } from '../spec-kit.js';
import { tier } from './tier.rule.js';

const externship: Experience = { kind: 'externship', us: true, handsOn: true, from: '2026-01-05', to: '2026-02-05' };
const passedStep1 = taken('step1', '2024-05-01', { outcome: 'pass' });
/** Nothing but the score counts against this one. */
const settled: ApplicantRecord = {
  ...img,
  graduatesOn: '2024-06-01',
  visa: { need: 'none' },
  experiences: [externship],
  exams: [passedStep1, step2(225)],
};
const withScore = (score: number, takenOn: Day = '2025-05-15') => ({ ...settled, exams: [passedStep1, step2(score, takenOn)] });

describe('img.tier', () => {
  it.each([
    [230, 'clear'],
    [229, 'watch'],
    [220, 'watch'],
    [219, 'act'],
    [214, 'act'],
    [213, 'act'],
  ])('Step 2 CK %i and no other factor: %s', (score, level) => expect(levelOf(tier, withScore(score))).toBe(level));

  it.each([
    ['2021-09-10', 'watch'],
    ['2021-09-09', 'act'],
  ] as const)('graduated on %s, seen on 2026-09-10: %s', (graduatesOn, level) =>
    expect(levelOf(tier, { ...settled, graduatesOn })).toBe(level),
  );

  it.each<[string, Partial<ApplicantRecord>, string]>([
    ['no US clinical experience', { experiences: [] }, 'act'],
    ['experience abroad only', { experiences: [{ ...externship, us: false }] }, 'act'],
    ['research in the US only', { experiences: [{ kind: 'research', us: true }] }, 'act'],
    ['experience planned for later', { experiences: [{ ...externship, from: '2026-10-01', to: '2026-11-01' }] }, 'act'],
    ['observership', { experiences: [{ kind: 'observership', us: true }] }, 'watch'],
    ['US clerkship, country not stated', { experiences: [{ kind: 'us-clerkship' }] }, 'watch'],
    ['needs a visa', { visa: { need: 'j1' } }, 'act'],
    ['needs a visa, graduated long ago', { visa: { need: 'j1' }, graduatesOn: '2015-06-01' }, 'act'],
    [
      'needs a visa, graduated long ago, no US clinical experience',
      { visa: { need: 'j1' }, graduatesOn: '2015-06-01', experiences: [] },
      'urgent',
    ],
    ['a failed attempt, then a high score', { exams: [taken('step1', '2023-05-01', { outcome: 'fail' }), passedStep1, step2(250)] }, 'act'],
    ['two failed attempts', { exams: [step2(210, '2025-08-01'), step2(215, '2026-01-10'), step2(250)] }, 'urgent'],
    ['a low numeric Step 1', { exams: [taken('step1', '2021-05-01', { score: 219 }), step2(250)] }, 'watch'],
    ['a numeric Step 1 on the line', { exams: [taken('step1', '2021-05-01', { score: 220 }), step2(250)] }, 'clear'],
  ])('%s: %s', (_, facts, level) => expect(levelOf(tier, { ...settled, ...facts })).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['a US graduate', { ...settled, applicantType: 'us-md' }, 'clear'],
    ['a US citizen abroad', { ...settled, applicantType: 'us-img' }, 'watch'],
    ['nothing taken', { ...settled, exams: [] }, 'clear'],
    ['exam history unknown', { ...settled, exams: undefined }, 'unknown: exams'],
    [
      'score awaited',
      { ...settled, exams: [passedStep1, taken('step2ck', '2026-09-01', { outcome: 'pending' })] },
      'unknown: exams[step2ck].score',
    ],
    ['no facts but the score', { ...img, exams: [step2(225)] }, 'unknown: experiences, graduatesOn, visa.need'],
    ['a US citizen abroad, no facts but the score', { ...usImg, exams: [step2(225)] }, 'unknown: experiences, graduatesOn'],
    ['no trigger, whatever else is unknown', { ...img, exams: [step2(250)] }, 'clear'],
    ['visa unknown', { ...settled, visa: undefined }, 'unknown: visa.need'],
    ['country of the experience unknown', { ...settled, experiences: [{ kind: 'externship' }] }, 'unknown: experiences.us'],
    ['one known factor is enough', { ...img, exams: [step2(225)], experiences: [] }, 'act'],
    ['a failure is enough', { ...img, exams: [step2(210)] }, 'act'],
    ['a US record is never asked', us, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(tier, record)).toBe(answer));

  it('lists every trigger and factor that holds', () =>
    expect(
      verdictOf(tier, {
        ...settled,
        exams: [taken('step1', '2021-05-01', { score: 205 }), step2(210)],
        visa: { need: 'j1' },
        experiences: [],
      }),
    ).toEqual({
      is: 'raised',
      level: 'act',
      evidence: {
        tier: 'high',
        triggers: ['step2', 'step1', 'failed-attempt'],
        factors: ['step2', 'failed-attempt', 'no-usce', 'visa'],
        step2: 210,
        step1: 205,
        failures: 1,
        graduatedOn: '2024-06-01',
      },
    }));

  it('follows a changed line from its day on', () => {
    const policy = changing('img.high.step2-up-to', '2026-09-10', 215);
    expect(levelOf(tier, withScore(219), '2026-09-09', { policy })).toBe('act');
    expect(levelOf(tier, withScore(219), '2026-09-10', { policy })).toBe('watch');
  });
});
