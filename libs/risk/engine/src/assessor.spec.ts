import type { ApplicantRecord, Casework } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { answerContent } from './answer-content.js';
import { type Assessed, compileAssessor } from './assessor.js';
import { ruleDefiner } from './rule.js';
import { clear, raised, unknown } from './verdict.js';

interface Values {
  readonly 'letters.least': number;
}
let bindings = 0;
const fewLetters = ruleDefiner<ApplicantRecord, Values>()({
  code: 'letters.few',
  revision: 1,
  about: 'Too few letters.',
  basis: ['spec'],
  policy: { least: 'letters.least' },
  assess: ({ letters }, { least }) =>
    letters === undefined ? unknown('letters') : letters.length < least ? raised('act', { letters: letters.length, least }) : clear(),
});
const assessor = (asOf: '2026-09-10' | '2026-09-11' = '2026-09-10') =>
  compileAssessor<ApplicantRecord, Values>({
    asOf,
    policyVersion: 'spec-1',
    values: { 'letters.least': 3 },
    rules: [
      {
        ...fewLetters,
        bind: (values) => {
          bindings++;
          return fewLetters.bind(values);
        },
      },
    ],
    careRules: [],
    stacking: { actAreas: 3, watchAreas: 3 },
    view: (record) => record,
    audience: () => 'everybody',
    missingEssentials: () => [],
    facts: () => ({ categories: [], imgTier: null, programTarget: null, strengths: [] }),
    advise: () => [],
  });
const record: ApplicantRecord = { externalId: 'S-1', name: { given: 'Ada', family: 'Osei' }, season: 2027, applicantType: 'us-md' };

describe('an assessor', () => {
  it('answers a raised rule with its code, area, level and evidence', () =>
    expect(assessor()({ ...record, letters: [] })).toEqual({
      externalId: 'S-1',
      asOf: '2026-09-10',
      policy: 'spec-1',
      riskLevel: 'at-risk',
      setBy: ['letters.few'],
      categories: [],
      imgTier: null,
      programTarget: null,
      findings: [{ code: 'letters.few', area: 'letters', level: 'act', evidence: { letters: 0, least: 3 } }],
      unknown: [],
      strengths: [],
      careGaps: [],
      advice: [],
    }));

  it('keeps unknown apart from clear', () => {
    expect(assessor()(record)).toMatchObject({ findings: [], unknown: [{ code: 'letters.few', missing: ['letters'] }] });
    const letter = { writer: 'attending', status: 'uploaded' } as const;
    expect(assessor()({ ...record, letters: [letter, letter, letter] })).toMatchObject({ findings: [], unknown: [] });
  });

  it('binds each rule once, however many records it answers', () => {
    const before = bindings;
    const assess = assessor();
    for (let i = 0; i < 10; i++) assess(record);
    expect(bindings - before).toBe(1);
  });
});

describe('a rule that asks some', () => {
  type Kind = ApplicantRecord['applicantType'];
  let asked = 0;
  const defineRule = ruleDefiner<ApplicantRecord, Values, { readonly of: Kind }, Kind>({
    keysOf: () => ['letters.least'],
    isAsked: ({ of }, kind) => {
      asked++;
      return of === kind;
    },
  });
  const ofDoStudents = defineRule({
    code: 'letters.few',
    revision: 1,
    about: 'Too few letters of a DO student.',
    basis: ['spec'],
    asks: { of: 'us-do' },
    policy: {},
    assess: () => raised('act', { letters: 0 }),
  });
  const assess = compileAssessor<ApplicantRecord, Values, Kind>({
    asOf: '2026-09-10',
    policyVersion: 'spec-1',
    values: { 'letters.least': 3 },
    rules: [ofDoStudents],
    careRules: [],
    stacking: { actAreas: 3, watchAreas: 3 },
    view: (each) => each,
    audience: ({ applicantType }) => applicantType,
    missingEssentials: () => [],
    facts: () => ({ categories: [], imgTier: null, programTarget: null, strengths: [] }),
    advise: () => [],
  });

  it('is clear for everybody else', () => {
    expect(assess(record)).toMatchObject({ findings: [], unknown: [] });
    expect(assess({ ...record, applicantType: 'us-do' }).findings).toHaveLength(1);
  });

  it('is told once for each audience, not for each applicant', () => {
    const before = asked;
    for (let i = 0; i < 10; i++) assess({ ...record, applicantType: 'us-img' });
    expect(asked - before).toBe(1);
  });

  it('counts the policy keys of its scope among its own', () => expect(ofDoStudents.policyKeys).toEqual(['letters.least']));
});

describe("rules about the school's response", () => {
  const noCare = ruleDefiner<Assessed<ApplicantRecord>, Values>()({
    code: 'care.nothing-known',
    revision: 1,
    about: 'Nothing is known of the response to a level.',
    basis: ['spec'],
    policy: {},
    assess: ({ riskLevel, casework, findings }) =>
      riskLevel !== 'at-risk' ? clear() : casework?.plan ? unknown('casework') : raised('urgent', { findings: findings.length }),
  });
  const assess = compileAssessor<ApplicantRecord, Values>({
    asOf: '2026-09-10',
    policyVersion: 'spec-1',
    values: { 'letters.least': 3 },
    rules: [fewLetters],
    careRules: [noCare],
    stacking: { actAreas: 3, watchAreas: 3 },
    view: (each) => each,
    audience: () => 'everybody',
    missingEssentials: () => [],
    facts: () => ({ categories: [], imgTier: null, programTarget: null, strengths: [] }),
    advise: () => [],
  });
  const casework: Casework = {
    riskLevel: null,
    levelSince: null,
    atRiskSince: null,
    flags: [],
    reviews: [],
    meetings: [],
    plan: null,
    tasks: [],
    checkIns: [],
  };

  it('are asked once the level is known, and what they raise is a care gap that never moves it', () =>
    expect(assess({ ...record, letters: [] })).toMatchObject({
      riskLevel: 'at-risk',
      setBy: ['letters.few'],
      findings: [{ code: 'letters.few' }],
      careGaps: [{ code: 'care.nothing-known', area: 'care', level: 'urgent', evidence: { findings: 1 } }],
    }));

  it('are unknown only where something is known of the school', () => {
    expect(assess({ ...record, letters: [] }, { casework: { ...casework, plan: { since: '2026-09-01' } } })).toMatchObject({
      careGaps: [],
      unknown: [{ code: 'care.nothing-known', missing: ['casework'] }],
    });
    const silent = compileAssessor<ApplicantRecord, Values>({
      asOf: '2026-09-10',
      policyVersion: 'spec-1',
      values: { 'letters.least': 3 },
      rules: [],
      careRules: [{ ...noCare, bind: () => () => unknown('casework') }],
      stacking: { actAreas: 3, watchAreas: 3 },
      view: (each) => each,
      audience: () => 'everybody',
      missingEssentials: () => [],
      facts: () => ({ categories: [], imgTier: null, programTarget: null, strengths: [] }),
      advise: () => [],
    });
    expect(silent(record)).toMatchObject({ careGaps: [], unknown: [] });
    expect(silent(record, { casework })).toMatchObject({ unknown: [{ code: 'care.nothing-known', missing: ['casework'] }] });
  });
});

describe('the content of an answer', () => {
  it('is the same on another day, for another person and under another version that changes nothing', () => {
    expect(answerContent(assessor('2026-09-11')(record))).toBe(answerContent(assessor()(record)));
    expect(answerContent({ ...assessor()(record), externalId: 'S-2', policy: 'spec-2' })).toBe(answerContent(assessor()(record)));
  });
  it.each([
    'riskLevel',
    'setBy',
    'categories',
    'imgTier',
    'programTarget',
    'findings',
    'unknown',
    'strengths',
    'careGaps',
    'advice',
  ] as const)('changes with %s', (part) => {
    const answer = assessor()(record);
    const other = { ...answer, [part]: Array.isArray(answer[part]) ? [{ code: 'other' }] : 'other' };
    expect(answerContent(other)).not.toBe(answerContent(answer));
  });
});

describe('verdicts', () => {
  it('share one object where they say the same', () => {
    expect(clear()).toBe(clear());
    expect(unknown('letters')).toBe(unknown('letters'));
    expect(unknown('letters', 'exams')).toEqual({ is: 'unknown', missing: ['letters', 'exams'] });
  });
});
