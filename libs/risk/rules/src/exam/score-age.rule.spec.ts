import type { Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { scoreAge } from './score-age.rule.js';

const passedStep1 = (takenOn: Day) => taken('step1', takenOn, { outcome: 'pass' });
const since = (takenOn: Day) => ({ ...img, exams: [passedStep1(takenOn)] });

describe('exam.score-age', () => {
  it.each([
    ['2021-09-11', 'clear'],
    ['2021-09-10', 'watch'],
    ['2020-09-11', 'watch'],
    ['2020-09-10', 'act'],
    ['2015-01-01', 'act'],
  ] as const)('first pass on %s, seen on 2026-09-10: %s', (takenOn, level) => expect(levelOf(scoreAge, since(takenOn))).toBe(level));

  it('names the days, never an age', () =>
    expect(verdictOf(scoreAge, since('2020-05-01'))).toMatchObject({
      evidence: { exam: 'step1', firstPassedOn: '2020-05-01', windowEndsOn: '2027-05-01' },
    }));

  it.each([
    ['a US applicant', { ...us, exams: [passedStep1('2015-01-01')] }, 'clear'],
    ['both Steps passed, certificate not known', { ...img, exams: [passedStep1('2015-01-01'), step2(240)] }, 'act'],
    ['Step 2 CK passed first', { ...img, exams: [step2(240, '2020-01-01'), passedStep1('2024-01-01')] }, 'act'],
    [
      'certified, for Step 3 was taken',
      { ...img, exams: [passedStep1('2015-01-01'), step2(240), taken('step3', '2024-05-01', { score: 190 })] },
      'clear',
    ],
    ['the second Step failed', { ...img, exams: [passedStep1('2015-01-01'), step2(200)] }, 'act'],
    ['an old sitting without a result', { ...img, exams: [taken('step1', '2018-01-01')] }, 'unknown: exams[step1].outcome'],
    ['nothing taken', { ...img, exams: [] }, 'clear'],
    ['exam history unknown', img, 'unknown: exams'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(scoreAge, record)).toBe(answer));

  it('follows a changed number of years from its day on', () => {
    const policy = changing('exam.score-age.watch-years', '2026-09-10', 4);
    expect(levelOf(scoreAge, since('2022-01-01'), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(scoreAge, since('2022-01-01'), '2026-09-10', { policy })).toBe('watch');
  });
});
