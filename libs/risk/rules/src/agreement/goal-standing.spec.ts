import type { ApplicantRecord, RecordChange } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { goalStanding } from './goal-standing.js';

const bare: ApplicantRecord = { externalId: 'A', name: { given: 'A', family: 'B' }, season: 2027, applicantType: 'us-md' };
const told: ApplicantRecord = {
  ...bare,
  exams: [
    { exam: 'step1', takenOn: '2025-02-01', outcome: 'pass' },
    { exam: 'step2ck', takenOn: '2026-06-01', outcome: 'fail', score: 205 },
    { exam: 'step2ck', bookedFor: '2026-12-04' },
  ],
  practice: [{ for: 'step2ck', kind: 'uwsa', takenOn: '2026-10-01', score: 231 }],
  study: { questionBankPct: 80, fullLengthDays: 1 },
  specialtyPlan: {
    primary: 'psychiatry',
    backups: [{ specialty: 'pediatrics' }],
    dualApplying: false,
    geography: 'regional',
    priority: 'location',
  },
  visa: { need: 'j1' },
  experiences: [{ kind: 'externship', specialty: 'psychiatry', us: true }],
  letters: [
    { writer: 'attending', specialty: 'psychiatry', us: true, status: 'uploaded', strength: 'strong' },
    { writer: 'chair', status: 'agreed', strength: 'generic' },
  ],
  scholarly: [{ kind: 'poster', status: 'submitted' }],
  programs: [{ program: 'P', specialty: 'psychiatry' }],
  statement: { status: 'draft' },
  redFlags: [{ kind: 'gap', explained: false }],
  interviewPrep: { mockInterviews: 1, accountRehearsedOn: '2026-09-01' },
  contingency: { path: 'soap', soapStatement: true },
  match: { rankListCertifiedOn: null },
};

describe('where the record stands against a goal', () => {
  it.each<[RecordChange, boolean, unknown]>([
    [{ fact: 'exam.result', from: null, to: { exam: 'step2ck', score: 205 } }, true, 205],
    [{ fact: 'exam.result', from: null, to: { exam: 'step2ck', score: 206 } }, false, 205],
    [{ fact: 'exam.result', from: null, to: { exam: 'step1', outcome: 'pass' } }, true, 'pass'],
    [{ fact: 'exam.result', from: null, to: { exam: 'step2ck', outcome: 'pass' } }, false, 'none'],
    [{ fact: 'exam.booking', from: null, to: { exam: 'step2ck', bookedFor: '2026-12-04' } }, true, '2026-12-04'],
    [{ fact: 'exam.booking', from: null, to: { exam: 'step2ck', bookedFor: '2027-01-15' } }, false, '2026-12-04'],
    [{ fact: 'exam.booking', from: null, to: { exam: 'step2ck', bookedFor: '2026-06-01' } }, true, '2026-06-01'],
    [{ fact: 'practice.result', from: null, to: { for: 'step2ck', kind: 'uwsa', takenOn: '2026-11-01', score: 231 } }, true, 231],
    [{ fact: 'practice.result', from: null, to: { for: 'step2ck', kind: 'uwsa', takenOn: '2026-11-01', score: 232 } }, false, 231],
    [{ fact: 'study.question-bank', from: 60, to: 80 }, true, 80],
    [{ fact: 'study.question-bank', from: 60, to: 81 }, false, 80],
    [{ fact: 'study.full-length-days', from: 0, to: 2 }, false, 1],
    [{ fact: 'plan.primary', from: null, to: 'psychiatry' }, true, 'psychiatry'],
    [{ fact: 'plan.primary', from: null, to: 'neurology' }, false, 'psychiatry'],
    [{ fact: 'plan.backups', from: [], to: [{ specialty: 'pediatrics' }] }, true, 'pediatrics'],
    [{ fact: 'plan.backups', from: [], to: [{ specialty: 'pediatrics' }, { specialty: 'neurology' }] }, false, 'pediatrics'],
    [{ fact: 'plan.dual-applying', from: false, to: true }, false, false],
    [{ fact: 'plan.geography', from: null, to: 'open' }, false, 'regional'],
    [{ fact: 'plan.priority', from: null, to: 'location' }, true, 'location'],
    [{ fact: 'visa.need', from: 'h1b-only', to: 'j1-or-h1b' }, false, 'j1'],
    [{ fact: 'clinical.experience', from: null, to: { kind: 'externship', specialty: 'psychiatry', us: true } }, true, true],
    [{ fact: 'clinical.experience', from: null, to: { kind: 'externship', specialty: 'neurology' } }, false, false],
    [{ fact: 'letters.uploaded', from: 0, to: 1 }, true, 1],
    [{ fact: 'letters.uploaded', from: 0, to: 2 }, false, 1],
    [{ fact: 'letters.new', from: null, to: { count: 1, letter: { writer: 'attending', us: true, status: 'uploaded' } } }, true, 1],
    [
      { fact: 'letters.new', from: null, to: { count: 1, letter: { writer: 'attending', specialty: 'neurology', status: 'uploaded' } } },
      false,
      0,
    ],
    [{ fact: 'letters.generic', from: 2, to: 1 }, true, 1],
    [{ fact: 'letters.generic', from: 2, to: 0 }, false, 1],
    [{ fact: 'scholarly.work', from: null, to: { kind: 'poster', status: 'submitted' } }, true, true],
    [{ fact: 'scholarly.work', from: null, to: { kind: 'poster', status: 'accepted' } }, false, false],
    [{ fact: 'list.programs', from: null, to: { specialty: 'psychiatry', track: 'categorical', programs: 1 } }, true, 1],
    [{ fact: 'list.programs', from: null, to: { specialty: 'psychiatry', track: 'preliminary', programs: 1 } }, false, 0],
    [{ fact: 'statement', from: null, to: { status: 'draft' } }, true, 'draft'],
    [{ fact: 'statement', from: null, to: { status: 'reviewed' } }, false, 'draft'],
    [{ fact: 'record.gaps-explained', from: false, to: true }, false, false],
    [{ fact: 'interview.account-rehearsed', from: null, to: '2026-12-01' }, true, '2026-09-01'],
    [{ fact: 'interview.mocks', from: 0, to: 2 }, false, 1],
    [{ fact: 'contingency', from: null, to: { path: 'soap', soapStatement: true } }, true, 'soap'],
    [{ fact: 'contingency', from: null, to: { path: 'soap', generalLetters: true } }, false, 'soap'],
    [{ fact: 'match.rank-list-certified', from: null, to: '2027-03-01' }, false, null],
  ])('%j: %s', (change, reached, now) => {
    expect(goalStanding(told, change)).toMatchObject({ reached, now });
    // What the record does not tell is neither reached nor missed.
    expect(goalStanding(bare, change)).toMatchObject({ reached: null, now: null });
  });
});
