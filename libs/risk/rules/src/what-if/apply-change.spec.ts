import { type ApplicantRecord, changeableFacts, type RecordChange } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { rows, step2, us } from '../spec-kit.js';
import { applyChange, applyChanges, countPrograms } from './apply-change.js';

const booking = { exam: 'step2ck', bookedFor: '2026-07-01', backupDate: '2026-08-01' } as const;
const record: ApplicantRecord = {
  ...us,
  exams: [{ exam: 'step1', takenOn: '2025-05-02', outcome: 'pass' }, booking],
  specialtyPlan: { primary: 'neurology', backups: [{ specialty: 'psychiatry' }], geography: 'single-area' },
  letters: [
    { writer: 'chair', status: 'to-ask' },
    { writer: 'attending', status: 'agreed', strength: 'generic' },
    { writer: 'attending', status: 'uploaded', strength: 'generic' },
    { writer: 'other', status: 'declined', strength: 'generic' },
  ],
  programs: [...rows(3, { specialty: 'neurology' }), ...rows(1, { specialty: 'neurology', track: 'preliminary' })],
  redFlags: [
    { kind: 'gap', explained: false },
    { kind: 'leave', explained: false },
  ],
  statement: { status: 'none' },
};

/** One change of every fact, with what it leaves behind. */
const cases: [RecordChange, Partial<ApplicantRecord>][] = [
  [{ fact: 'exam.result', from: { ...booking }, to: step2(240) }, { exams: [record.exams?.[0], step2(240)] as never }],
  [
    { fact: 'exam.booking', from: null, to: { exam: 'step3', bookedFor: '2026-12-01' } },
    { exams: [...(record.exams ?? []), { exam: 'step3', bookedFor: '2026-12-01' }] },
  ],
  [
    { fact: 'practice.result', from: null, to: { for: 'step2ck', kind: 'uwsa', takenOn: '2026-06-01', score: 230 } },
    { practice: [{ for: 'step2ck', kind: 'uwsa', takenOn: '2026-06-01', score: 230 }] },
  ],
  [{ fact: 'study.question-bank', from: null, to: 90 }, { study: { questionBankPct: 90 } }],
  [{ fact: 'study.full-length-days', from: null, to: 1 }, { study: { fullLengthDays: 1 } }],
  [{ fact: 'plan.primary', from: 'neurology', to: 'psychiatry' }, { specialtyPlan: { ...record.specialtyPlan, primary: 'psychiatry' } }],
  [
    { fact: 'plan.backups', from: [{ specialty: 'psychiatry' }], to: [{ specialty: 'psychiatry', acceptable: true }] },
    { specialtyPlan: { ...record.specialtyPlan, backups: [{ specialty: 'psychiatry', acceptable: true }] } },
  ],
  [{ fact: 'plan.dual-applying', from: null, to: true }, { specialtyPlan: { ...record.specialtyPlan, dualApplying: true } }],
  [{ fact: 'plan.geography', from: 'single-area', to: 'open' }, { specialtyPlan: { ...record.specialtyPlan, geography: 'open' } }],
  [{ fact: 'plan.priority', from: null, to: 'location' }, { specialtyPlan: { ...record.specialtyPlan, priority: 'location' } }],
  [{ fact: 'visa.need', from: null, to: 'j1' }, { visa: { need: 'j1' } }],
  [
    { fact: 'clinical.experience', from: null, to: { kind: 'away', specialty: 'neurology' } },
    { experiences: [{ kind: 'away', specialty: 'neurology' }] },
  ],
  [
    { fact: 'letters.uploaded', from: 1, to: 2 },
    { letters: record.letters?.map((letter) => (letter.status === 'agreed' ? { ...letter, status: 'uploaded' } : letter)) },
  ],
  [
    { fact: 'letters.new', from: null, to: { count: 2, letter: { writer: 'chair', status: 'uploaded' } } },
    { letters: [...(record.letters ?? []), { writer: 'chair', status: 'uploaded' }, { writer: 'chair', status: 'uploaded' }] },
  ],
  [
    { fact: 'letters.generic', from: 2, to: 1 },
    { letters: record.letters?.map((letter) => (letter.status === 'uploaded' ? { ...letter, strength: 'strong' } : letter)) },
  ],
  [
    { fact: 'scholarly.work', from: null, to: { kind: 'poster', status: 'submitted' } },
    { scholarly: [{ kind: 'poster', status: 'submitted' }] },
  ],
  [
    {
      fact: 'list.programs',
      from: { specialty: 'neurology', track: 'categorical', programs: 3 },
      to: { specialty: 'neurology', track: 'categorical', programs: 4 },
    },
    {
      programs: [
        ...(record.programs ?? []),
        {
          program: 'Added program 1',
          specialty: 'neurology',
          track: 'categorical',
          setting: 'community',
          band: 'safer',
          status: 'planned',
        },
      ],
    },
  ],
  [{ fact: 'statement', from: { status: 'none' }, to: { status: 'draft' } }, { statement: { status: 'draft' } }],
  [
    { fact: 'record.gaps-explained', from: false, to: true },
    {
      redFlags: [
        { kind: 'gap', explained: true },
        { kind: 'leave', explained: false },
      ],
    },
  ],
  [{ fact: 'interview.account-rehearsed', from: null, to: '2026-09-01' }, { interviewPrep: { accountRehearsedOn: '2026-09-01' } }],
  [{ fact: 'interview.mocks', from: null, to: 1 }, { interviewPrep: { mockInterviews: 1 } }],
  [{ fact: 'contingency', from: null, to: { path: 'soap' } }, { contingency: { path: 'soap' } }],
  [{ fact: 'match.rank-list-certified', from: null, to: '2027-03-01' }, { match: { rankListCertifiedOn: '2027-03-01' } }],
];

describe('a change of one fact', () => {
  it.each(cases.map(([change, after]) => [change.fact, change, after] as const))('%s', (_, change, after) => {
    const before = structuredClone(record);
    expect(applyChange(record, change)).toEqual({ ...record, ...after });
    expect(record, 'the record stays as it is').toEqual(before);
  });

  it('is told here for every changeable fact', () => expect(cases.map(([{ fact }]) => fact)).toEqual([...changeableFacts]));

  it('goes on from what the change before it left', () => {
    const changed = applyChanges(record, [
      { fact: 'plan.primary', from: 'neurology', to: 'psychiatry' },
      { fact: 'plan.dual-applying', from: null, to: true },
    ]);
    expect(changed.specialtyPlan).toMatchObject({ primary: 'psychiatry', dualApplying: true, geography: 'single-area' });
  });

  it('adds letters that are not there to upload to nobody', () =>
    expect(applyChange(record, { fact: 'letters.uploaded', from: 1, to: 9 }).letters?.map(({ status }) => status)).toEqual([
      'uploaded',
      'uploaded',
      'uploaded',
      'declined',
    ]));

  it('counts a program without a track as one of a whole residency', () => {
    expect(countPrograms(record.programs ?? [], { specialty: 'neurology', track: 'categorical' })).toBe(3);
    expect(countPrograms(record.programs ?? [], { specialty: 'neurology', track: 'preliminary' })).toBe(1);
  });
});
