import type { ApplicantRecord, Day, SpecialtyKey } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { answerContent, assess, createAssessor, defaultPolicy, revisePolicy } from './index.js';
import { img, late, scored, step2, taken, us } from './spec-kit.js';

const answer = (record: ApplicantRecord, asOf: Day = late) => assess(record, defaultPolicy, asOf);

const record: ApplicantRecord = {
  externalId: 'S-0042',
  name: { given: 'Ada', family: 'Osei' },
  season: 2027,
  applicantType: 'us-md',
  exams: [
    { exam: 'step1', takenOn: '2025-05-02', outcome: 'pass' },
    { exam: 'step2ck', takenOn: '2026-07-01', score: 231, outcome: 'pass' },
  ],
  specialtyPlan: {
    primary: 'internal-medicine',
    backups: [{ specialty: 'family-medicine', acceptable: true }],
    dualApplying: false,
    geography: 'open',
    priority: 'specialty',
  },
};

const passedStep1 = taken('step1', '2025-05-02', { outcome: 'pass' });
/** Findings at act in three areas and no other. */
const stacked: ApplicantRecord = {
  ...scored(224, 'internal-medicine', { backups: [] }),
  exams: [passedStep1, step2(224)],
  visa: { need: 'h1b-only' },
};

describe('the answer for one record on one day', () => {
  it('places the score, names what set the level and how many programs to apply to', () =>
    expect(answer(record, '2026-08-15')).toEqual({
      externalId: 'S-0042',
      asOf: '2026-08-15',
      policy: 'articles-2026.1',
      riskLevel: 'watch',
      setBy: ['exam.step2-category'],
      categories: [
        { specialty: 'internal-medicine', role: 'primary', tier: 'mid-competitive', category: 'A', gap: 4 },
        { specialty: 'family-medicine', role: 'backup', tier: 'less-competitive', category: 'on-target', gap: -6 },
      ],
      imgTier: null,
      programTarget: { minimum: 40, maximum: 60, because: 'category A 40, primary care group 30–60' },
      findings: [
        {
          code: 'exam.step2-category',
          area: 'exam',
          level: 'watch',
          evidence: {
            category: 'A',
            specialty: 'internal-medicine',
            tier: 'mid-competitive',
            score: 231,
            low: 235,
            gap: 4,
            takenOn: '2026-07-01',
            passMark: 218,
            marginal: true,
            nearPass: false,
          },
        },
      ],
      unknown: expect.arrayContaining([
        { code: 'exam.declining', missing: ['clerkships'] },
        { code: 'letters.too-few', missing: ['letters'] },
        { code: 'data.stale', missing: ['changedOn'] },
      ]),
      strengths: [{ code: 'exam.clears-screens', evidence: { score: 231, cleared: [225] } }],
      careGaps: [],
      advice: [
        {
          code: 'meet-advisor',
          phase: 'stabilize',
          owner: 'advisor',
          dueOn: null,
          withinDays: 14,
          answers: ['exam.step2-category'],
        },
        {
          code: 'debrief-score',
          phase: 'stabilize',
          owner: 'applicant',
          dueOn: null,
          withinDays: 7,
          answers: ['exam.step2-category'],
        },
        {
          code: 'build-program-list',
          phase: 'communicate',
          owner: 'applicant',
          dueOn: '2026-08-19',
          withinDays: null,
          answers: ['exam.step2-category'],
        },
      ],
    }));

  it('says the same from an assessor that has answered others before', () => {
    const assessor = createAssessor(defaultPolicy, late);
    assessor(scored(205, 'dermatology'));
    assessor({ ...img, exams: [step2(205)] });
    expect(assessor(record)).toEqual(answer(record));
  });

  it('does not change from day to day without a cause', () => {
    const contents = new Set(
      (['2026-10-02', '2026-10-20', '2026-11-10'] as const).map((asOf) =>
        answerContent(createAssessor(defaultPolicy, asOf)({ ...record, clerkships: [] }, { changedOn: '2026-09-05' })),
      ),
    );
    expect(contents.size).toBe(1);
  });

  it('does not change the record', () => {
    const before = structuredClone(record);
    answer(record);
    expect(record).toEqual(before);
  });

  it('says which facts are missing when it cannot be assessed', () => {
    expect(answer(us)).toMatchObject({
      riskLevel: 'not-assessable',
      setBy: ['exams', 'specialtyPlan.primary'],
      programTarget: null,
      categories: [],
    });
    expect(answer({ ...us, exams: [passedStep1] }, '2026-01-31').riskLevel).toBe('on-track');
  });

  it('lists an unknown tier as such in the categories', () =>
    expect(answer(scored(240, 'child-neurology')).categories).toEqual([
      { specialty: 'child-neurology', role: 'primary', tier: null, category: null, gap: null },
    ]));

  it('names a failed score in the categories, without a gap', () =>
    expect(answer(scored(210, 'pediatrics')).categories).toEqual([
      { specialty: 'pediatrics', role: 'primary', tier: 'less-competitive', category: 'failed', gap: null },
    ]));

  it('adds areas up: act in exam, plan and visa is high risk', () =>
    expect(answer(stacked)).toMatchObject({
      riskLevel: 'high-risk',
      setBy: ['exam.step2-category', 'exam.step3-for-visa', 'plan.no-backup', 'visa.h1b-only'],
    }));

  it('reads the stacking from the policy', () => {
    const value = defaultPolicy.values['risk.stacking.act-areas'];
    const stricter = revisePolicy(defaultPolicy, 'spec', {
      'risk.stacking.act-areas': { ...value, values: { '2020-01-01': { value: 4, sources: ['default'] } } },
    });
    expect(assess(stacked, stricter, late).riskLevel).toBe('at-risk');
  });
});

describe('how many programs', () => {
  const imgFacts = { graduatesOn: '2024-06-01', visa: { need: 'none' }, experiences: [{ kind: 'externship', us: true }] } as const;
  const asImg = (score: number, more: Partial<ApplicantRecord> = {}): ApplicantRecord =>
    ({
      ...scored(score, 'internal-medicine'),
      applicantType: 'non-us-img',
      ...structuredClone(imgFacts),
      ...more,
    }) as ApplicantRecord;

  it.each<[string, ApplicantRecord, readonly [number, number] | null]>([
    ['on target', scored(240, 'internal-medicine'), null],
    ['category A in primary care', scored(230, 'internal-medicine'), [40, 60]],
    ['category B in primary care', scored(224, 'internal-medicine'), [60, 60]],
    ['category C in primary care', scored(219, 'internal-medicine'), [80, 80]],
    ['category A outside both groups', scored(230, 'general-surgery'), [40, 40]],
    ['category A in a competitive tier', scored(235, 'anesthesiology'), [60, 100]],
    ['category C in an ultra-competitive tier', scored(225, 'dermatology'), [80, 100]],
    [
      'a failed Step 1, on target in primary care',
      { ...scored(240, 'pediatrics'), exams: [taken('step1', '2025-01-01', { outcome: 'fail' }), step2(240)] },
      [30, 60],
    ],
    [
      'a failed Step 1, on target outside both groups',
      { ...scored(240, 'neurology'), exams: [taken('step1', '2025-01-01', { outcome: 'fail' }), step2(240)] },
      null,
    ],
    ['IMG, moderate', asImg(225), [80, 120]],
    ['IMG, high', asImg(219), [150, 200]],
    ['IMG, very high', asImg(225, { graduatesOn: '2015-01-01', visa: { need: 'j1' }, experiences: [] }), [150, 200]],
    ['IMG without a tier, category A', asImg(232), [30, 60]],
  ])('%s', (_, facts, range) => {
    const target = answer(facts).programTarget;
    expect(target && [target.minimum, target.maximum]).toEqual(range);
  });

  it.each<[SpecialtyKey, number, string]>([
    ['dermatology', 235, 'category B 60, ultra-competitive tier 60–100'],
    ['general-surgery', 230, 'category A 40'],
  ])('says what asked for it (%s)', (specialty, score, because) =>
    expect(answer(scored(score, specialty)).programTarget?.because).toBe(because),
  );
});
