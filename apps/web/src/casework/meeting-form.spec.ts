import { type Meeting, meetingDraftSchema, meetingWriteSchema } from '@matchwatch/contracts';
import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { agreedGoal } from './agreed-goal.js';
import { type AdvisedForm, emptyMeeting, fromDraft, fromMeeting, isWorthKeeping, toDraft, toWrite } from './meeting-form.js';

const today = '2026-11-20';
const record: ApplicantRecord = {
  externalId: 'A',
  name: { given: 'Ada', family: 'Brook' },
  season: 2027,
  applicantType: 'us-md',
  specialtyPlan: { primary: 'internal-medicine', backups: [] },
  programs: [{ program: 'One', specialty: 'internal-medicine' }],
  exams: [
    { exam: 'step1', takenOn: '2025-01-01', outcome: 'pass' },
    { exam: 'step2ck', bookedFor: '2026-12-04' },
  ],
};
const advised = (more: Partial<AdvisedForm> = {}): AdvisedForm => ({
  intervention: 'widen-list',
  answer: 'agreed',
  why: '',
  target: '60',
  dueOn: '2026-12-01',
  ...more,
});
const form = (...items: AdvisedForm[]) => ({ ...emptyMeeting(today), others: 'Dr Lee, Dr Roy', note: ' A talk ', advised: items });

describe('a meeting that is being filled in', () => {
  it('is sent as the contract wants it', () => {
    const write = toWrite(
      form(advised(), advised({ intervention: 'delay-exam', answer: 'declined', why: 'Flights booked', target: '' })),
      record,
    );
    expect(meetingWriteSchema.parse(write)).toMatchObject({
      others: ['Dr Lee', 'Dr Roy'],
      note: 'A talk',
      at: null,
      nextStep: null,
      advised: [
        { goal: { fact: 'list.programs', from: { programs: 1 }, to: { programs: 60 } }, dueOn: '2026-12-01' },
        { answer: 'declined', why: 'Flights booked', goal: null, dueOn: null },
      ],
    });
  });

  it('sets no goal without a day, an answer, a target that can be read, or a record', () => {
    const goal = (item: AdvisedForm, of: ApplicantRecord | undefined = record) => toWrite(form(item), of).advised[0]?.goal;
    expect(goal(advised({ dueOn: null }))).toBeNull();
    expect(goal(advised({ answer: 'open' }))).toBeNull();
    expect(goal(advised({ target: 'many' }))).toBeNull();
    expect(goal(advised(), { ...record, specialtyPlan: undefined })).toBeNull();
    expect(toWrite(form(advised()), undefined).advised[0]?.goal).toBeNull();
  });

  it('keeps what was agreed when it is corrected, unless the target is given anew', () => {
    const goal = agreedGoal('widen-list', '60', '2026-12-01', { ...record, programs: [] });
    const meeting = {
      ...toWrite(form(), record),
      advised: [{ intervention: 'widen-list', answer: 'agreed', why: null, goal, dueOn: '2026-12-01' }],
      staff: [],
    };
    const opened = fromMeeting(meeting as unknown as Meeting, 'A talk');
    expect(toWrite(opened, record).advised[0]?.goal).toEqual(goal);
    const [first] = opened.advised;
    const again = { ...opened, advised: [{ ...(first as AdvisedForm), target: '70' }] };
    expect(toWrite(again, record).advised[0]?.goal).toMatchObject({ from: { programs: 1 }, to: { programs: 70 } });
  });

  it('comes back from its draft as it was', () => {
    const begun = form(advised());
    expect(fromDraft(meetingDraftSchema.parse(toDraft(begun)), today)).toEqual(begun);
    expect(fromDraft({}, today)).toEqual(emptyMeeting(today));
    expect([isWorthKeeping(emptyMeeting(today)), isWorthKeeping(begun)]).toEqual([false, true]);
  });

  it.each([
    ['add-backup', 'pediatrics', { fact: 'plan.backups', from: [], to: [{ specialty: 'pediatrics', acceptable: true }] }],
    ['delay-exam', '2027-01-15', { fact: 'exam.booking', from: record.exams?.[1], to: { exam: 'step2ck', bookedFor: '2027-01-15' } }],
    ['mock-interview', '2', { fact: 'interview.mocks', from: null, to: 2 }],
    ['dual-apply', '', { fact: 'plan.dual-applying', from: null, to: true }],
    ['retake-exam', '', null],
    ['visa-flexibility', '', null],
  ] as const)('%s to “%s” is shown by the record', (intervention, target, goal) =>
    expect(agreedGoal(intervention, target, '2026-12-01', record)).toEqual(goal),
  );
});
