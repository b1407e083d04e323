import type { ApplicantRecord, Day, Experience } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { assess } from './index.js';
import { img, late, rows, scored, step2, taken, us } from './spec-kit.js';
import { readWholeFile } from './whole-file/read-whole-file.js';

const answer = (record: ApplicantRecord, asOf: Day = late) => assess(record, defaultPolicy, asOf);
const category = (record: ApplicantRecord, asOf?: Day) => answer(record, asOf).categories[0];
const codes = (record: ApplicantRecord, asOf?: Day) => answer(record, asOf).findings.map(({ code }) => code);
const handsOn: Experience[] = [
  { kind: 'externship', specialty: 'internal-medicine', us: true, handsOn: true, site: 'A', from: '2026-03-01', to: '2026-05-31' },
];
const graduate: ApplicantRecord = {
  ...img,
  graduatesOn: '2024-06-01',
  visa: { need: 'none' },
  experiences: handsOn,
  specialtyPlan: { primary: 'internal-medicine' },
};

/** The cases that the guidance itself leaves open or warns of, numbered as in docs/coverage.md. */
describe('the examples of the guidance', () => {
  it('35.1: 228 is category C in dermatology, and psychiatry is read in two ways', () => {
    const record = scored(228, 'dermatology', { backups: [{ specialty: 'psychiatry' }] });
    expect(answer(record).categories).toMatchObject([
      { specialty: 'dermatology', category: 'C', gap: 22 },
      { specialty: 'psychiatry', category: 'on-target', gap: -3 },
    ]);
    expect(readWholeFile(record, defaultPolicy, late).otherReadings[1]).toMatchObject({ specialty: 'psychiatry', low: 230, gap: 2 });
  });

  it('35.2: 232 in general surgery is 3 below by one table and 8 by the other', () => {
    expect(category(scored(232, 'general-surgery'))).toMatchObject({ category: 'A', gap: 3 });
    expect(readWholeFile(scored(232, 'general-surgery'), defaultPolicy, late).otherReadings).toMatchObject([{ low: 240, gap: 8 }]);
  });

  it('35.3: 10 below is still category A', () =>
    expect(category(scored(240, 'orthopaedic-surgery'))).toMatchObject({ category: 'A', gap: 10 }));

  it('35.4: an IMG with 218 and nothing else against them is not shown as moderate', () =>
    expect(answer({ ...graduate, exams: [step2(218)] }).imgTier).toBe('high'));

  it('35.5: an IMG with 222, recent, with experience, is moderate, with 80 to 120 programs', () =>
    expect(answer({ ...graduate, graduatesOn: '2025-06-01', exams: [step2(222)] })).toMatchObject({
      imgTier: 'moderate',
      programTarget: { minimum: 80, maximum: 120 },
    }));

  it('35.6: 240 softens a Step 1 failure and leaves the tier high', () => {
    const failed = taken('step1', '2025-05-01', { outcome: 'fail' });
    const passed = taken('step1', '2025-09-01', { outcome: 'pass' });
    const { imgTier, findings } = answer({ ...graduate, exams: [failed, passed, step2(240)] });
    expect(imgTier).toBe('high');
    expect(findings.find(({ code }) => code === 'exam.step1-failed')).toMatchObject({ level: 'watch', evidence: { offset: 'clearly' } });
  });

  it('35.7: eight years, a visa and no US experience are the very high tier, with 150 to 200 programs', () =>
    expect(answer({ ...graduate, graduatesOn: '2018-06-01', visa: { need: 'j1' }, experiences: [], exams: [step2(222)] })).toMatchObject({
      imgTier: 'very-high',
      programTarget: { minimum: 150, maximum: 200 },
    }));

  it('35.8: 215 is a pass in May 2025 and none in August', () => {
    const on = (day: Day): ApplicantRecord => ({ ...us, exams: [step2(215, day)], specialtyPlan: { primary: 'pediatrics' } });
    expect(category(on('2025-05-20'))).toMatchObject({ category: 'C' });
    expect(category(on('2025-08-20'))).toMatchObject({ category: 'failed' });
  });

  it('35.9: a Step 1 failure without a Step 2 CK date in June is said twice over', () => {
    const record: ApplicantRecord = {
      ...us,
      exams: [taken('step1', '2025-05-01', { outcome: 'fail' }), taken('step1', '2025-09-01', { outcome: 'pass' })],
      specialtyPlan: { primary: 'pediatrics' },
    };
    expect(codes(record, '2026-06-10')).toEqual(expect.arrayContaining(['exam.step1-failed', 'timeline.step2-unscheduled']));
  });

  it('35.10: 227 with seventy dermatology and orthopaedics programs is a list to talk about', () => {
    const programs = [
      ...rows(35, { specialty: 'dermatology', band: 'reach', setting: 'academic' }),
      ...rows(35, { specialty: 'orthopaedic-surgery', band: 'reach', setting: 'academic' }),
    ];
    expect(codes({ ...scored(227, 'dermatology'), programs })).toEqual(expect.arrayContaining(['plan.out-of-reach', 'list.top-heavy']));
  });

  it('35.11: with an unknown visa the tier is what is sure, and every other finding stands', () => {
    const { imgTier, findings } = answer({
      ...graduate,
      visa: undefined,
      graduatesOn: '2018-06-01',
      experiences: [],
      exams: [step2(222)],
    });
    expect(imgTier).toBe('high');
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['clinical.no-usce', 'timeline.graduation']));
  });

  it('35.12: with COMLEX alone no rule reads Step 2 CK as zero', () => {
    const record: ApplicantRecord = {
      ...us,
      applicantType: 'us-do',
      exams: [
        taken('comlex1', '2025-05-01', { score: 500, outcome: 'pass' }),
        taken('comlex2', '2026-05-01', { score: 520, outcome: 'pass' }),
      ],
      specialtyPlan: { primary: 'pediatrics' },
    };
    expect(codes(record).filter((code) => code.startsWith('exam.step2'))).toEqual([]);
    expect(category(record)).toMatchObject({ category: null, gap: null });
  });
});
