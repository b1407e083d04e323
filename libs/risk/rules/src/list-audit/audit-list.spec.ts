import type { ApplicantRecord, ProgramChoice, ProgramFactName, ProgramFacts } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { img, late, scored, step2, taken, us } from '../spec-kit.js';
import { auditList } from './audit-list.js';

const opens = '2026-06-04';
const look = { source: 'website', checkedOn: '2026-07-01' } as const;
const says = (facts: Partial<Record<ProgramFactName, unknown>>, at: { source: 'website' | 'forum'; checkedOn: string } = look) =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value, ...at }])) as ProgramFacts;
const program = (facts: ProgramFacts) => ({
  id: 7,
  program: { code: '1400521001', name: 'Riverside', specialty: 'internal-medicine' as const, facts },
});

/** The one line of a list, held against a program that says these things. */
function audit(record: ApplicantRecord, facts: ProgramFacts | undefined, line: Partial<ProgramChoice> = { status: 'planned' }) {
  const listed = { ...record, programs: [{ program: 'Riverside', ...line }] };
  const [only] = auditList(listed, [facts && program(facts)], defaultPolicy, late).programs ?? [];
  if (!only) throw new Error('One line was listed');
  return only;
}
const standing = (...of: Parameters<typeof audit>) => audit(...of).reasons.map(({ question, standing }) => `${question} ${standing}`);

describe('what a program says against an applicant', () => {
  const exams = [step2(219)];
  const needing = (need: NonNullable<ApplicantRecord['visa']>['need']): ApplicantRecord => ({ ...img, visa: { need } });
  const graduated = (graduatesOn: `${number}-${number}-${number}`): ApplicantRecord => ({ ...img, graduatesOn });
  it.each<[string, ApplicantRecord, Partial<Record<ProgramFactName, unknown>>, string[]]>([
    ['a score below the minimum', { ...us, exams }, { minimumStep2: 220 }, ['score against']],
    ['the minimum itself', { ...us, exams }, { minimumStep2: 219 }, []],
    ['a score below what is preferred', { ...us, exams }, { preferredStep2: 220 }, ['preferred-score weighs']],
    ['an unknown history of exams', us, { minimumStep2: 220 }, ['score asks']],
    ['no score yet where one is wanted', { ...us, exams: [] }, { step2ToApply: true }, ['score-to-apply weighs']],
    [
      'a second sitting where one is the most',
      { ...us, exams: [taken('step1', '2025-03-01', { outcome: 'fail' }), taken('step1', '2025-08-01', { outcome: 'pass' })] },
      { maximumAttempts: 1 },
      ['attempts against'],
    ],
    ['one sitting where one is the most', { ...us, exams }, { maximumAttempts: 1 }, []],
    ['J-1 needed and not sponsored', needing('j1'), { sponsorsJ1: false }, ['visa against']],
    ['H-1B needed, J-1 alone sponsored', needing('h1b-only'), { sponsorsJ1: true, sponsorsH1b: false }, ['visa against']],
    ['either visa, one of them sponsored', needing('j1-or-h1b'), { sponsorsJ1: false, sponsorsH1b: true }, ['visa for']],
    ['either visa, neither sponsored', needing('j1-or-h1b'), { sponsorsJ1: false, sponsorsH1b: false }, ['visa against']],
    ['a need that is not known, nothing sponsored', img, { sponsorsJ1: false, sponsorsH1b: false }, ['visa asks']],
    ['no visa needed', needing('none'), { sponsorsJ1: false, sponsorsH1b: false }, []],
    ['graduated just over the limit', graduated('2021-09-09'), { maximumYearsSinceGraduation: 5 }, ['graduation against']],
    ['graduated on the limit', graduated('2021-09-10'), { maximumYearsSinceGraduation: 5 }, []],
    ['a graduation that is not known', img, { maximumYearsSinceGraduation: 5 }, ['graduation asks']],
    ['before the oldest of the residents', graduated('2018-05-01'), { residentsGraduatedFrom: 2019 }, ['resident-years weighs']],
    ['no international graduates', img, { takesImg: false }, ['img against']],
    ['no international graduates, for somebody from here', us, { takesImg: false }, []],
    ['no hands-on experience where it is wanted', { ...img, experiences: [] }, { handsOnUsce: true }, ['hands-on against']],
    ['experiences that are not known', img, { usceMonths: 2 }, ['usce asks']],
    ['fewer letters than asked for', { ...us, letters: [] }, { letters: 3 }, ['letters weighs']],
    ['Step 3 asked for and not passed', { ...us, exams }, { asksStep3: true }, ['step3 weighs']],
    [
      'exams older than count',
      { ...us, exams: [taken('step1', '2018-09-09', { outcome: 'pass' })] },
      { maximumExamAge: 8 },
      ['exam-age against'],
    ],
  ])('%s', (_what, record, facts, expected) => expect(standing(record, says(facts))).toEqual(expected));

  it('is a question as long as a forum alone says it', () =>
    expect(standing({ ...us, exams }, says({ minimumStep2: 230 }, { ...look, source: 'forum' }))).toEqual(['score asks']));

  it('ends with an invitation', () => {
    expect(standing({ ...us, exams }, says({ minimumStep2: 240 }), { status: 'invited' })).toEqual([]);
    expect(audit({ ...us, exams }, says({ minimumStep2: 240 }), { status: 'invited' }).settled).toBe(true);
  });

  it('is told with its source, its day and whether that was before the season opened', () => {
    const { reasons } = audit({ ...us, exams }, says({ minimumStep2: 230 }, { ...look, checkedOn: '2026-06-03' }));
    expect(reasons).toEqual([
      {
        question: 'score',
        standing: 'against',
        fact: 'minimumStep2',
        value: 230,
        own: 219,
        source: 'website',
        note: null,
        checkedOn: '2026-06-03',
        stale: true,
      },
    ]);
    expect(audit({ ...us, exams }, says({ minimumStep2: 230 }, { ...look, checkedOn: opens })).reasons[0]?.stale).toBe(false);
  });
});

it('speaks for a program: holistic review and students who went there', () =>
  expect(standing(us, says({ holisticReview: true, formerStudents: 3 }))).toEqual(['holistic for', 'former-students for']));

it('says that a signal is lost on a program that takes none', () =>
  expect(standing(us, says({ takesSignals: false }), { status: 'planned', signal: 'gold' })).toEqual(['signal weighs']));

describe('what is not known', () => {
  it('of a program that is not in the table is nothing at all', () => {
    expect(audit(scored(219, 'internal-medicine'), undefined)).toMatchObject({ programId: null, reasons: [], unknown: [] });
  });
  it('of a program is named where it matters to this applicant', () => {
    expect(audit(us, says({})).unknown).toEqual(['minimumStep2']);
    expect(audit({ ...img, visa: { need: 'j1' } }, says({ minimumStep2: 210 })).unknown).toEqual([
      'sponsorsJ1',
      'takesImg',
      'maximumYearsSinceGraduation',
    ]);
  });
  it('of the list stays unknown', () => expect(auditList(us, [], defaultPolicy, late).programs).toBeNull());
});
