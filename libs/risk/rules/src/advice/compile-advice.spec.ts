import { type Advice, type ApplicantRecord, addDays, type Day, type Finding } from '@matchwatch/domain';
import { defaultPolicy, type Policy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { createAssessor } from '../assess.js';
import { changing, decided, img, late, nothingDone, scored, taken, unannounced, us } from '../spec-kit.js';
import { ApplicantView } from '../view/applicant-view.js';
import { ViewPolicy } from '../view/view-policy.js';
import { compileAdvice } from './compile-advice.js';

const adviceFor = (record: ApplicantRecord, asOf: Day = late, policy: Policy = defaultPolicy): readonly Advice[] =>
  createAssessor(policy, asOf)(record).advice;
const find = (advice: readonly Advice[], code: string): Advice | undefined => advice.find((each) => each.code === code);
const codes = (advice: readonly Advice[]): string[] => advice.map(({ code }) => code);

const failedTwice = (...days: Day[]): ApplicantRecord => ({
  ...us,
  exams: days.map((day) => taken('step2ck', day, { outcome: 'fail' })),
});

describe('advice', () => {
  it('is none where nothing is raised', () =>
    expect(adviceFor({ ...us, exams: [taken('step1', '2025-05-02', { outcome: 'pass' })] }, '2026-01-31')).toEqual([]));

  it('stands once for all that it answers', () =>
    expect(find(adviceFor({ ...scored(224, 'internal-medicine'), programs: [] }), 'build-program-list')).toEqual({
      code: 'build-program-list',
      phase: 'communicate',
      owner: 'applicant',
      dueOn: '2026-08-19',
      withinDays: null,
      answers: ['exam.step2-category', 'list.too-short'],
    }));

  it('counts from the finding without naming a day, so that no day changes it', () => {
    const before = find(adviceFor(scored(224, 'internal-medicine')), 'debrief-score');
    expect(before).toMatchObject({ dueOn: null, withinDays: 7 });
    expect(find(adviceFor(scored(224, 'internal-medicine'), addDays(late, 20)), 'debrief-score')).toEqual(before);
  });

  it.each([
    ['a day of the calendar', '2026-08-19', 'build-program-list', scored(224, 'internal-medicine')],
    ['a line of every season', '2026-06-01', 'name-backup', scored(224, 'internal-medicine', { backups: [] })],
  ] as const)('is due by %s', (_, dueOn, code, record) => expect(find(adviceFor(record), code)).toMatchObject({ dueOn, withinDays: null }));

  it('is due within some days where the season has no calendar', () =>
    expect(find(adviceFor(unannounced(scored(224, 'internal-medicine'))), 'build-program-list')).toMatchObject({
      dueOn: null,
      withinDays: 14,
    }));

  describe('to keep or move an exam', () => {
    const booked: ApplicantRecord = {
      ...us,
      exams: [{ exam: 'step2ck', bookedFor: '2026-07-20' }],
      specialtyPlan: { primary: 'internal-medicine' },
      practice: [{ for: 'step2ck', kind: 'uwsa', takenOn: '2026-06-20', score: 222 }],
    };
    it('is due before the booked day', () =>
      expect(find(adviceFor(booked, '2026-07-01'), 'decide-exam-date')).toMatchObject({ dueOn: '2026-07-06', withinDays: null }));
    it('is not given without a booked day', () =>
      expect(codes(adviceFor({ ...booked, exams: [] }, '2026-07-01'))).not.toContain('decide-exam-date'));
  });

  describe('to decide about a retake', () => {
    it('follows a failure with attempts left', () =>
      expect(codes(adviceFor(failedTwice('2026-01-10')))).toEqual(expect.arrayContaining(['decide-retake', 'meet-dean', 'offer-support'])));
    it('does not follow a passed exam, however low', () => {
      expect(codes(adviceFor(scored(219, 'internal-medicine')))).not.toContain('decide-retake');
      const passed = {
        ...us,
        exams: [taken('step2ck', '2026-01-10', { outcome: 'fail' }), taken('step2ck', '2026-05-10', { score: 230 })],
      };
      expect(codes(adviceFor(passed))).not.toContain('decide-retake');
      expect(codes(adviceFor(passed))).toContain('show-improvement');
    });
    it('gives way to other paths when no attempt is left', () => {
      const used = failedTwice('2024-01-10', '2024-06-10', '2025-01-10', '2025-06-10');
      expect(codes(adviceFor(used))).toContain('plan-other-paths');
      expect(codes(adviceFor(used))).not.toContain('decide-retake');
      const three = failedTwice('2024-01-10', '2024-06-10', '2025-01-10');
      expect(codes(adviceFor(three))).toContain('decide-retake');
      expect(codes(adviceFor(three))).not.toContain('plan-other-paths');
    });
  });

  it.each([
    ['A', 231, ['meet-advisor', 'debrief-score', 'build-program-list']],
    ['B', 224, ['reconsider-specialty', 'aim-for-honors', 'rehearse-account', 'fix-exam-process']],
  ] as const)('asks more of category %s', (_, score, expected) =>
    expect(codes(adviceFor(scored(score, 'internal-medicine')))).toEqual(expect.arrayContaining([...expected])),
  );

  it('leaves what only category B or C asks for out of A, and the talk about another year to C', () => {
    const a = codes(adviceFor(scored(231, 'internal-medicine')));
    for (const code of ['reconsider-specialty', 'rehearse-account', 'fix-exam-process', 'offer-support']) expect(a).not.toContain(code);
    expect(codes(adviceFor(scored(224, 'internal-medicine')))).not.toContain('talk-preliminary-or-reapply');
    expect(codes(adviceFor(scored(228, 'dermatology')))).toContain('talk-preliminary-or-reapply');
  });

  it('asks to use what is planned, and otherwise to arrange it', () => {
    const planned = { ...img, experiences: [{ kind: 'externship', us: true, from: '2026-10-01', to: '2026-10-30' } as const] };
    expect(codes(adviceFor({ ...img, experiences: [] }))).toContain('arrange-hands-on-usce');
    expect(codes(adviceFor(planned))).toContain('use-planned-usce');
    expect(codes(adviceFor(planned))).not.toContain('arrange-hands-on-usce');
  });

  it('asks to decide about the season until applications may be sent', () => {
    const record = { ...img, experiences: [] };
    expect(codes(adviceFor(record, '2026-09-01'))).toContain('decide-application-year');
    expect(codes(adviceFor(record, '2026-09-02'))).not.toContain('decide-application-year');
    expect(codes(adviceFor(unannounced(record), '2026-09-02'))).toContain('decide-application-year');
  });

  describe('after the Match', () => {
    it('is only what follows from it', () => {
      expect(adviceFor({ ...decided(scored(224, 'internal-medicine')), advisor: 'marsh@example.edu' }, '2027-04-10')).toEqual([]);
      const unmatched = { ...scored(224, 'internal-medicine'), advisor: 'marsh@example.edu', match: { outcome: 'unmatched' } } as const;
      expect(codes(adviceFor(unmatched, '2027-04-10'))).toEqual(['offer-support', 'review-the-cycle', 'plan-next-cycle']);
    });
    it('asks for SOAP until Match Day', () => {
      const unmatched = { ...us, match: { outcome: 'unmatched' } } as const;
      expect(codes(adviceFor(unmatched, '2027-03-19'))).toContain('take-part-in-soap');
      expect(codes(adviceFor(unmatched, '2027-03-20'))).not.toContain('take-part-in-soap');
    });
  });

  it('answers care gaps too', () => {
    const answer = createAssessor(defaultPolicy, late)(scored(224, 'internal-medicine'), { casework: nothingDone });
    expect(find(answer.advice, 'assign-advisor')).toMatchObject({ owner: 'dean', withinDays: 7, answers: ['care.no-advisor'] });
  });

  it('takes owner and days from the policy, from the day they change', () => {
    const owner = changing('advice.debrief-score.owner', '2026-09-11', 'advisor');
    expect(find(adviceFor(scored(224, 'internal-medicine'), '2026-09-10', owner), 'debrief-score')?.owner).toBe('applicant');
    expect(find(adviceFor(scored(224, 'internal-medicine'), '2026-09-11', owner), 'debrief-score')?.owner).toBe('advisor');
    const days = changing('advice.build-program-list.days', '2026-09-11', -30);
    expect(find(adviceFor(scored(224, 'internal-medicine'), '2026-09-11', days), 'build-program-list')?.dueOn).toBe('2026-08-03');
  });

  it('of one applicant never reaches the next, whatever a broken finding does in between', () => {
    const policy = new ViewPolicy(defaultPolicy, late);
    const viewOf = (record: ApplicantRecord) => new ApplicantView(record, {}, policy);
    const answerTo = createAssessor(defaultPolicy, late);
    const [broken, whole] = [scored(224, 'internal-medicine'), { ...img, experiences: [] }];
    const { findings, careGaps, advice } = answerTo(whole);
    const advise = compileAdvice(policy);
    expect(() => advise(viewOf(broken), [...answerTo(broken).findings, null as unknown as Finding], [])).toThrow(TypeError);
    expect(advise(viewOf(whole), findings, careGaps)).toEqual(advice);
  });

  it('refuses an owner that there is not', () =>
    expect(() => adviceFor(us, '2026-09-11', changing('advice.debrief-score.owner', '2026-09-11', 'nobody' as 'dean'))).toThrow(
      RangeError,
    ));
});
