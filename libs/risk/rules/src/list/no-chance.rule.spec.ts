import type { ApplicantRecord, ProgramChoice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, img, levelOf, rows, scored, step2, taken, us, verdictOf } from '../spec-kit.js';
import { noChance } from './no-chance.rule.js';

const base: ApplicantRecord = { ...img, exams: [step2(224)], graduatesOn: '2021-09-10', visa: { need: 'j1' } };
const open = rows(19, { takesImg: true, sponsorsJ1: true });
const onList = (row: Partial<ProgramChoice>, more: Partial<ApplicantRecord> = {}): ApplicantRecord => ({
  ...base,
  ...more,
  programs: [{ program: 'Lakeview', ...row }, ...open],
});

describe('list.no-chance', () => {
  it.each<[string, Partial<ProgramChoice>, Partial<ApplicantRecord>, string]>([
    ['no J-1', { sponsorsJ1: false }, {}, 'note'],
    ['no J-1, either visa accepted', { sponsorsJ1: false }, { visa: { need: 'j1-or-h1b' } }, 'clear'],
    ['neither visa, either accepted', { sponsorsJ1: false, sponsorsH1b: false }, { visa: { need: 'j1-or-h1b' } }, 'note'],
    ['no H-1B, only that accepted', { sponsorsH1b: false }, { visa: { need: 'h1b-only' } }, 'note'],
    ['no visa, none needed', { sponsorsJ1: false, sponsorsH1b: false }, { visa: { need: 'none' } }, 'clear'],
    ['a minimum at the score', { minimumStep2: 224 }, {}, 'clear'],
    ['a minimum above the score', { minimumStep2: 225 }, {}, 'note'],
    ['a minimum and no exam taken', { minimumStep2: 225 }, { exams: [] }, 'clear'],
    ['first attempts only, none failed', { takesFailedAttempt: false }, {}, 'clear'],
    [
      'first attempts only, one failed',
      { takesFailedAttempt: false },
      { exams: [taken('step1', '2020-01-01', { outcome: 'fail' })] },
      'note',
    ],
    ['five years at most, five today', { maximumYearsSinceGraduation: 5 }, {}, 'clear'],
    ['five years at most, a day more', { maximumYearsSinceGraduation: 5 }, { graduatesOn: '2021-09-09' }, 'note'],
    ['no international graduates', { takesImg: false }, {}, 'note'],
    ['no international graduates, a US graduate', { takesImg: false }, { applicantType: 'us-md' }, 'clear'],
    ['a row that states nothing', {}, {}, 'clear'],
    ['no J-1, but it has invited the applicant', { sponsorsJ1: false, status: 'invited' }, {}, 'clear'],
    ['no J-1, and the visa need is not known', { sponsorsJ1: false }, { visa: undefined }, 'unknown: visa.need'],
    ['a minimum, and the exams are not known', { minimumStep2: 225 }, { exams: undefined }, 'unknown: exams'],
    [
      'a minimum, and the score is still to come',
      { minimumStep2: 225 },
      { exams: [taken('step2ck', '2026-09-01')] },
      'unknown: exams[step2ck].score',
    ],
    [
      'years at most, and the graduation is not known',
      { maximumYearsSinceGraduation: 5 },
      { graduatesOn: undefined },
      'unknown: graduatesOn',
    ],
  ])('%s: %s', (_, row, more, answer) => expect(levelOf(noChance, onList(row, more))).toBe(answer));

  it.each([
    [2, 18, 'note'],
    [3, 17, 'watch'],
  ])('%i of 20 programs, over a tenth or not: %s', (excluded, others, level) =>
    expect(levelOf(noChance, { ...base, programs: [...rows(excluded, { takesImg: false }), ...rows(others)] })).toBe(level),
  );

  it('is unknown without a list and over with the Match', () => {
    expect(levelOf(noChance, us)).toBe('unknown: programs');
    expect(levelOf(noChance, decided(onList({ takesImg: false })))).toBe('clear');
  });

  it('names the first ten with every reason, and counts all', () => {
    const verdict = verdictOf(noChance, { ...base, programs: rows(12, { takesImg: false, minimumStep2: 230 }) });
    expect(verdict).toMatchObject({ evidence: { programs: 12, excluded: 12 } });
    expect(verdict.is === 'raised' && verdict.evidence.first).toHaveLength(10);
    expect(verdict.is === 'raised' && (verdict.evidence.first as readonly unknown[])[0]).toEqual({
      program: 'Program 1',
      reasons: ['score', 'img'],
    });
  });

  it('follows a changed share from its day on', () => {
    const policy = changing('list.no-chance.watch-above', '2026-09-10', 4);
    const record = { ...scored(240, 'pediatrics'), programs: [...rows(1, { minimumStep2: 250 }), ...rows(19)] };
    expect(levelOf(noChance, record, '2026-09-09', { policy })).toBe('note');
    expect(levelOf(noChance, record, '2026-09-10', { policy })).toBe('watch');
  });
});
