import { changeableFacts, type RecordChange } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changeText, factLabel } from './change.js';

const cases: [RecordChange, string][] = [
  [
    { fact: 'exam.result', from: null, to: { exam: 'step2ck', takenOn: '2026-07-01', score: 231, outcome: 'pass' } },
    'Step 2 CK passed with 231',
  ],
  [
    {
      fact: 'exam.result',
      from: { exam: 'step2ck', takenOn: '2026-07-01', score: 216 },
      to: { exam: 'step2ck', takenOn: '2026-07-01', score: 231 },
    },
    'Step 2 CK 231 instead of 216',
  ],
  [{ fact: 'exam.result', from: null, to: { exam: 'step1', takenOn: '2026-07-01', outcome: 'pass' } }, 'Step 1 passed'],
  [{ fact: 'exam.booking', from: null, to: { exam: 'step2ck', bookedFor: '2026-08-05' } }, 'Step 2 CK on 5 August 2026'],
  [
    { fact: 'exam.booking', from: { exam: 'step2ck', bookedFor: '2026-09-20' }, to: { exam: 'step2ck', bookedFor: '2026-08-05' } },
    'Step 2 CK on 5 August 2026 instead of 20 September',
  ],
  [
    {
      fact: 'exam.booking',
      from: { exam: 'step2ck', bookedFor: '2026-08-05' },
      to: { exam: 'step2ck', bookedFor: '2026-08-05', backupDate: '2026-09-02' },
    },
    '2 September 2026 as a backup date for Step 2 CK',
  ],
  [
    { fact: 'practice.result', from: null, to: { for: 'step2ck', kind: 'uwsa', takenOn: '2026-07-01', score: 240 } },
    'A practice exam for Step 2 CK with 240 or more',
  ],
  [{ fact: 'study.question-bank', from: 60, to: 90 }, '90 per cent of the question bank done instead of 60'],
  [{ fact: 'study.full-length-days', from: null, to: 1 }, '1 full-length practice day'],
  [{ fact: 'plan.primary', from: null, to: 'neurology' }, 'A primary specialty, for example Neurology'],
  [{ fact: 'plan.primary', from: 'dermatology', to: 'neurology' }, 'Neurology as primary specialty instead of Dermatology'],
  [
    { fact: 'plan.backups', from: [{ specialty: 'neurology' }], to: [{ specialty: 'neurology', acceptable: true }] },
    'Neurology accepted as a backup specialty',
  ],
  [
    { fact: 'plan.backups', from: [{ specialty: 'neurology', acceptable: true }], to: [{ specialty: 'neurology', acceptable: false }] },
    'Without Neurology as a backup specialty',
  ],
  [{ fact: 'plan.dual-applying', from: false, to: true }, 'Applying to two specialties'],
  [{ fact: 'plan.geography', from: 'single-area', to: 'open' }, 'Applying anywhere'],
  [{ fact: 'plan.priority', from: null, to: 'specialty' }, 'A choice of what comes first, for example specialty'],
  [{ fact: 'visa.need', from: 'h1b-only', to: 'j1-or-h1b' }, 'A J-1 visa accepted as well as an H-1B'],
  [
    {
      fact: 'clinical.experience',
      from: null,
      to: { kind: 'externship', specialty: 'neurology', from: '2026-05-01', to: '2026-05-28' },
    },
    '4 weeks of hands-on US experience in Neurology, such as an externship',
  ],
  [{ fact: 'letters.uploaded', from: 1, to: 3 }, '3 letters uploaded instead of 1'],
  [
    {
      fact: 'letters.new',
      from: null,
      to: { count: 1, letter: { writer: 'attending', specialty: 'neurology', us: true, status: 'uploaded' } },
    },
    '1 more strong letter in Neurology uploaded, for example from an attending in the US',
  ],
  [{ fact: 'letters.generic', from: 2, to: 1 }, '1 generic letter replaced by a strong one'],
  [
    { fact: 'scholarly.work', from: null, to: { kind: 'case-report', status: 'submitted', specialty: 'neurology' } },
    'A case report in Neurology submitted',
  ],
  [
    {
      fact: 'list.programs',
      from: { specialty: 'neurology', track: 'categorical', programs: 12 },
      to: { specialty: 'neurology', track: 'categorical', programs: 40 },
    },
    '40 programs in Neurology on the list instead of 12',
  ],
  [{ fact: 'statement', from: null, to: { status: 'final' } }, 'The statement final'],
  [{ fact: 'record.gaps-explained', from: false, to: true }, 'Every gap explained in the application'],
  [{ fact: 'interview.account-rehearsed', from: null, to: '2026-09-01' }, 'The short account of a low score or a failed attempt rehearsed'],
  [{ fact: 'interview.mocks', from: null, to: 1 }, '1 mock interview'],
  [{ fact: 'contingency', from: null, to: { path: 'reapply' } }, 'Applying again as the plan in case of no match'],
  [{ fact: 'match.rank-list-certified', from: null, to: '2027-03-01' }, 'The rank list certified'],
];

describe('a change of the record in words', () => {
  it.each(cases)('%#: says what it would be', (change, text) => expect(changeText(change)).toBe(text));

  it('has words for every changeable fact', () => {
    expect(new Set(cases.map(([{ fact }]) => fact))).toEqual(new Set(changeableFacts));
    expect(new Set(changeableFacts.map(factLabel)).size).toBe(changeableFacts.length);
  });
});
