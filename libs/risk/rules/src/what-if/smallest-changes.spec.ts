import { type ApplicantRecord, changeableFacts, type Day, type RecordChange, type SpecialtyPlan } from '@matchwatch/domain';
import { findCitation, policyFromChanges } from '@matchwatch/risk-policy';
import { describe, expect, it } from 'vitest';
import { createAssessor, defaultPolicy } from '../index.js';
import { decided, img, rows, scored, step2, taken, us } from '../spec-kit.js';
import { freeDays } from './application-families.js';
import { applyChanges } from './apply-change.js';
import { getEffort } from './efforts.js';
import { type SmallestChange, smallestChanges } from './smallest-changes.js';

/** After the scores are in, and before letters, list and statement are due. */
const summer: Day = '2026-07-20';
const changesOf = (record: ApplicantRecord, asOf: Day = summer) =>
  smallestChanges(record, createAssessor(defaultPolicy, asOf), { policy: defaultPolicy, asOf });
const told = ({ changes }: SmallestChange): string => changes.map(({ fact, to }) => `${fact}: ${JSON.stringify(to)}`).join(' and ');

const step1 = taken('step1', '2025-05-02', { outcome: 'pass' });
/** Somebody whose Step 1 is passed, with a Step 2 CK score and a plan. */
const planned = (...[score, primary, plan]: Parameters<typeof scored>): ApplicantRecord => ({
  ...scored(score, primary, { ...steady, ...plan }),
  exams: [step1, step2(score)],
});
const externship = {
  kind: 'externship',
  specialty: 'family-medicine',
  us: true,
  handsOn: true,
  acgmeSite: true,
  from: '2026-01-01',
  to: '2026-05-01',
} as const;
const steady: SpecialtyPlan = { backups: [{ specialty: 'pediatrics', acceptable: true }], dualApplying: true, geography: 'open' };

describe('the smallest changes that lower a level', () => {
  it('finds nothing to lower where nothing is raised', () =>
    expect(changesOf(planned(260, 'family-medicine'))).toEqual({
      levelNow: 'on-track',
      options: [],
      without: 'at-best',
      fixed: [],
      heldBy: [],
    }));

  it('changes nothing where facts are missing: that is no matter of deciding', () =>
    expect(changesOf(us)).toEqual({ levelNow: 'not-assessable', options: [], without: 'facts-missing', fixed: [], heldBy: [] }));

  const needsVisa: ApplicantRecord = { ...planned(262, 'family-medicine'), applicantType: 'non-us-img', visa: { need: 'h1b-only' } };
  const needsMore: ApplicantRecord = { ...needsVisa, letters: [], experiences: [externship] };
  const unsat: ApplicantRecord = { ...planned(0, 'internal-medicine'), exams: [step1] };
  const shortList: ApplicantRecord = {
    ...planned(232, 'internal-medicine'),
    programs: rows(12, { specialty: 'internal-medicine', band: 'middle', setting: 'community' }),
  };

  it.each<[string, ApplicantRecord, Day, string, string]>([
    [
      'a backup becomes the primary specialty',
      planned(226, 'internal-medicine', { backups: [{ specialty: 'family-medicine', acceptable: false }] }),
      summer,
      'plan.primary: "family-medicine"',
      'on-track',
    ],
    ['another visa is accepted', needsVisa, summer, 'visa.need: "j1-or-h1b"', 'on-track'],
    [
      'an exam is booked for the last day whose score comes in time',
      unsat,
      '2026-05-01',
      'exam.booking: {"exam":"step2ck","bookedFor":"2026-08-05"}',
      'on-track',
    ],
    [
      'the list grows to what is advised, and no longer',
      shortList,
      '2026-09-10',
      'list.programs: {"specialty":"internal-medicine","track":"categorical","programs":40}',
      'watch',
    ],
  ])('%s', (_, record, asOf, first, level) => {
    const [option] = changesOf(record, asOf).options;
    expect(option && told(option)).toBe(first);
    expect(option?.levelAfter).toBe(level);
  });

  it('tells what would be cleared and what would only be lowered', () =>
    expect(changesOf(needsVisa).options[0]).toMatchObject({
      clears: expect.arrayContaining(['exam.step3-for-visa']),
      lowers: ['visa.h1b-only'],
    }));

  const booked: ApplicantRecord = {
    ...us,
    exams: [step1, taken('step2ck', '2026-02-01', { score: 205 }), { exam: 'step2ck', bookedFor: '2026-09-08' }],
    specialtyPlan: { primary: 'internal-medicine', ...steady },
  };

  it('asks a retake for no more than the smallest score that helps', () => {
    const [option] = changesOf(booked).options;
    const change = option?.changes[0] as Extract<RecordChange, { fact: 'exam.result' }>;
    expect(change).toMatchObject({ fact: 'exam.result', from: { bookedFor: '2026-09-08' }, to: { exam: 'step2ck', outcome: 'pass' } });
    const assess = createAssessor(defaultPolicy, summer);
    const levelAt = (score: number) => assess(applyChanges(booked, [{ ...change, to: { ...change.to, score } }])).riskLevel;
    expect(levelAt(change.to.score as number)).toBe(option?.levelAfter);
    expect(levelAt((change.to.score as number) - 1)).toBe('high-risk');
    expect(option?.effort.days, 'the sitting is fifty days away').toBe(50);
  });

  it('never touches a result that is there, nor asks for a sitting that is not allowed', () => {
    const facts = changesOf(planned(222, 'internal-medicine')).options.flatMap(({ changes }) => changes.map(({ fact }) => fact));
    expect(facts).not.toContain('exam.result');
    const four = (['2025-01-01', '2025-03-01', '2025-05-01', '2025-07-01'] as const).map((day) => taken('step2ck', day, { score: 200 }));
    expect(changesOf({ ...booked, exams: [step1, ...four, { exam: 'step2ck', bookedFor: '2026-09-08' }] })).toEqual({
      levelNow: 'high-risk',
      options: [],
      without: 'none',
      fixed: ['exam.step2-failed', 'exam.multiple-failures', 'exam.attempts-left'],
      heldBy: ['exam.step2-failed', 'exam.multiple-failures', 'exam.attempts-left'],
    });
  });

  it('names what holds the level and cannot be changed', () =>
    expect(changesOf(planned(221, 'family-medicine'))).toEqual({
      levelNow: 'high-risk',
      options: [],
      without: 'none',
      fixed: ['exam.step2-category'],
      heldBy: ['exam.step2-category'],
    }));

  it('tells what holds the level alone from what only adds to it', () => {
    // Many areas at act: an IMG tier, letters, the list and interviews add up, and none of them alone makes high risk.
    const record: ApplicantRecord = {
      ...needsMore,
      exams: [step1, step2(228)],
      visa: { need: 'j1' },
      graduatesOn: '2024-06-01',
      programs: rows(20, { specialty: 'family-medicine', status: 'applied' }),
      contingency: {},
    };
    const { levelNow, fixed, heldBy } = changesOf(record, '2026-12-01');
    expect(levelNow).toBe('high-risk');
    expect(fixed).toContain('img.tier');
    expect(heldBy).toEqual([]);
  });

  it('does not take an answer that turned unknown for one that is clear', () => {
    // The policy gives thoracic surgery no tier, so with it nobody knows the category.
    const record = planned(226, 'internal-medicine', { backups: [{ specialty: 'thoracic-surgery', acceptable: false }] });
    const untiered = applyChanges(record, [{ fact: 'plan.primary', from: 'internal-medicine', to: 'thoracic-surgery' }]);
    expect(createAssessor(defaultPolicy, summer)(untiered).findings).toEqual([]);
    const primaries = changesOf(record).options.flatMap(({ changes: [change] }) => (change.fact === 'plan.primary' ? [change.to] : []));
    expect(primaries).toHaveLength(1);
    expect(primaries).not.toContain('thoracic-surgery');
  });

  it('offers two changes only where no single one helps', () => {
    const record: ApplicantRecord = { ...planned(260, 'internal-medicine'), letters: [], statement: { status: 'draft' } };
    const { options } = changesOf(record, '2026-09-10');
    expect(options.map(({ changes }) => changes.map(({ fact }) => fact))).toEqual([['letters.new', 'statement']]);
  });

  it('puts what is still in time first, then what takes less', () => {
    const { options } = changesOf(needsMore);
    expect(options.length).toBeGreaterThan(2);
    const keys = options.map(({ inTime, effort }) => [inTime ? 0 : 1, effort.days]);
    expect(keys).toEqual(keys.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  });

  it('has no day left once the season is over, and nothing to change once the Match is decided', () => {
    expect(changesOf(planned(226, 'internal-medicine'), '2027-06-01').options).toEqual([]);
    const { options } = changesOf({ ...needsVisa, season: 2028 });
    expect(
      options.map(({ dueOn, inTime }) => [dueOn, inTime]),
      'nobody knows the days of that season',
    ).toContainEqual([null, false]);
    expect(changesOf(decided({ ...img, exams: [step2(205)], specialtyPlan: { primary: 'neurology' } })).options).toEqual([]);
  });

  it('says the same twice', () => expect(changesOf(booked)).toEqual(changesOf(structuredClone(booked))));

  it('says where every effort comes from', () => {
    for (const fact of changeableFacts) {
      const { days, sources } = getEffort(defaultPolicy, fact, summer);
      expect(days).toBeGreaterThan(0);
      for (const ref of sources) expect(findCitation(ref), ref).toBeDefined();
    }
  });

  it('goes by what the school says a change takes, from its day on', () => {
    const dates = { '2010-01-01': { value: 14, sources: ['004#visa'] }, '2026-07-01': { value: 200, sources: ['school#Visa desk'] } };
    const policy = policyFromChanges('slow', { 'effort.visa.need': dates });
    const visaOn = (asOf: Day) =>
      smallestChanges(needsMore, createAssessor(policy, asOf), { policy, asOf }).options.find(
        ({ changes: [{ fact }] }) => fact === 'visa.need',
      );
    expect(visaOn('2026-06-30')).toMatchObject({ effort: { days: 14, sources: ['004#visa'] }, inTime: true });
    expect(visaOn(summer)).toMatchObject({ effort: { days: 200, sources: ['school#Visa desk'] }, inTime: false });
  });
});

describe('days without experience', () => {
  it('end today, or before what is there', () => {
    expect(freeDays([], 'neurology', '2026-05-28', 28)).toEqual({ from: '2026-05-01', to: '2026-05-28' });
    const there = { kind: 'externship', specialty: 'neurology', from: '2026-05-10', to: '2026-05-20' } as const;
    expect(freeDays([there], 'neurology', '2026-05-28', 28)).toEqual({ from: '2026-04-12', to: '2026-05-09' });
    expect(freeDays([there], 'psychiatry', '2026-05-28', 28)).toEqual({ from: '2026-05-01', to: '2026-05-28' });
  });
});
