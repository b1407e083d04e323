import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, img, levelOf, scored, step2, taken, unannounced, us, verdictOf } from '../spec-kit.js';
import { noContingencyPlan } from './no-plan.rule.js';

const january = '2027-01-15';
const scoring = (score: number, more: Partial<ApplicantRecord> = {}): ApplicantRecord => ({
  ...scored(score, 'internal-medicine'),
  contingency: {},
  ...more,
});
const asImg = (score: number): ApplicantRecord => ({
  ...scoring(score),
  applicantType: img.applicantType,
  visa: { need: 'none' },
  graduatesOn: '2025-06-01',
  experiences: [{ kind: 'externship', us: true }],
});

describe('contingency.no-plan', () => {
  it.each([
    [225, 'clear'],
    [224, 'watch'],
    [219, 'watch'],
  ])('%i in internal medicine: %s', (score, level) => expect(levelOf(noContingencyPlan, scoring(score), january)).toBe(level));

  it.each([
    ['2027-01-14', 'clear'],
    ['2027-01-15', 'watch'],
    ['2027-02-12', 'watch'],
    ['2027-02-13', 'act'],
    ['2027-03-19', 'act'],
    ['2027-03-20', 'clear'],
  ] as const)('on %s, Match Monday on 15 March: %s', (asOf, level) => expect(levelOf(noContingencyPlan, scoring(224), asOf)).toBe(level));

  it.each<[string, ApplicantRecord, string]>([
    ['a plan', scoring(224, { contingency: { path: 'soap' } }), 'clear'],
    ['plan not known', scoring(224, { contingency: undefined }), 'unknown: contingency'],
    ['an IMG with a tier', asImg(229), 'watch'],
    ['an IMG without a tier', asImg(240), 'clear'],
    ['an IMG whose tier is not known', { ...asImg(229), experiences: undefined }, 'unknown: experiences'],
    ['a failed Step 1', scoring(245, { exams: [taken('step1', '2025-01-01', { outcome: 'fail' }), step2(245)] }), 'watch'],
    ['exam history unknown', { ...us, contingency: {} }, 'unknown: exams'],
    ['the Match is decided', decided(scoring(224)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(noContingencyPlan, record, january)).toBe(answer));

  it('is unknown without a calendar, from its line on', () =>
    expect(levelOf(noContingencyPlan, unannounced(scoring(224)), '2028-01-15')).toBe('unknown: season calendar'));

  it('says what asks for it and since when', () =>
    expect(verdictOf(noContingencyPlan, asImg(229), january)).toMatchObject({
      evidence: { category: 'A', failures: 0, imgTier: 'moderate', since: january },
    }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('contingency.no-plan.act-days', '2027-02-01', 60);
    expect(levelOf(noContingencyPlan, scoring(224), '2027-01-31', { policy })).toBe('watch');
    expect(levelOf(noContingencyPlan, scoring(224), '2027-02-01', { policy })).toBe('act');
  });
});
