import { type Answer, type ApplicantRecord, type Finding, type FindingLevel, noCasework } from '@matchwatch/domain';
import { createAssessor, defaultPolicy, policyFromChanges } from '@matchwatch/risk-rules';
import { describe, expect, it } from 'vitest';
import { compareChunk, findingChanges } from './compare.js';

const asOf = '2026-11-20';
const answer: Answer = {
  externalId: 'S-1',
  asOf,
  policy: 'spec',
  riskLevel: 'watch',
  setBy: [],
  categories: [],
  imgTier: null,
  programTarget: null,
  findings: [],
  unknown: [],
  strengths: [],
  careGaps: [],
  advice: [],
};
const finding = (code: string, level: FindingLevel): Finding => ({ code, area: 'exam', level, evidence: {} });
const raised = (...findings: Finding[]): Answer => ({ ...answer, findings });

describe('what a draft does to findings', () => {
  it.each([
    ['opens what was clear', raised(), raised(finding('exam.a', 'act')), { kind: 'opened', from: null, to: 'act' }],
    ['raises a level', raised(finding('exam.a', 'watch')), raised(finding('exam.a', 'act')), { kind: 'raised', from: 'watch', to: 'act' }],
    [
      'lowers a level',
      raised(finding('exam.a', 'urgent')),
      raised(finding('exam.a', 'note')),
      { kind: 'lowered', from: 'urgent', to: 'note' },
    ],
    ['closes what is clear', raised(finding('exam.a', 'act')), raised(), { kind: 'closed', from: 'act', to: null }],
    ['counts care gaps too', { ...answer, careGaps: [finding('exam.a', 'act')] }, answer, { kind: 'closed', from: 'act', to: null }],
  ])('%s', (_, before, after, expected) => {
    expect(findingChanges(before, after)).toEqual([{ code: 'exam.a', ...expected }]);
  });
  it('says nothing of what stays, whatever its evidence, nor of what becomes unknown, which closes no flag', () => {
    const before = raised(finding('exam.a', 'act'), finding('exam.b', 'act'));
    const after: Answer = {
      ...raised({ ...finding('exam.a', 'act'), evidence: { score: 214 } }),
      unknown: [{ code: 'exam.b', missing: ['exams'] }],
    };
    expect(findingChanges(before, after)).toEqual([]);
  });
});

describe('a compared chunk', () => {
  const inForce = createAssessor(defaultPolicy, asOf);
  const draft = createAssessor(
    policyFromChanges('draft', { 'category.A.gap-up-to': { '2010-01-01': { value: 30, sources: ['school#spec'] } } }),
    asOf,
  );
  const member = (id: number, score: number) => {
    const record: ApplicantRecord = {
      externalId: `S-${id}`,
      name: { given: 'Ann', family: 'Spec' },
      season: 2027,
      applicantType: 'us-md',
      advisor: 'Helen.Marsh@Example.edu',
      specialtyPlan: { primary: 'internal-medicine' },
      exams: [{ exam: 'step2ck', takenOn: '2026-07-01', score, outcome: 'pass' }],
    };
    return {
      id,
      version: 1,
      knownOn: asOf,
      record,
      standingDigest: null,
      standingLevel: null,
      storedCasework: null,
      casework: noCasework,
    } as const;
  };

  it('counts everybody by type, advisor and both levels, and names only whom the draft changes', () => {
    const result = compareChunk([member(1, 270), member(2, 224)], inForce, draft);
    expect(result).toMatchObject({ assessed: 2, unchanged: 1, problems: [] });
    expect(result.changes.map(({ applicantId }) => applicantId)).toEqual([2]);
    expect(result.tally.every(([type, advisor]) => type === 'us-md' && advisor === 'helen.marsh@example.edu')).toBe(true);
    expect(result.tally.reduce((sum, row) => sum + row[4], 0)).toBe(2);
  });

  it('finds nobody changed by the policy that is in force', () => {
    expect(compareChunk([member(1, 270), member(2, 224)], inForce, inForce)).toMatchObject({ changes: [], unchanged: 2 });
  });

  it('reports a record that breaks a rule, and does the others', () => {
    const broken = { ...member(3, 230), record: { ...member(3, 230).record, exams: [null] } as unknown as ApplicantRecord };
    const result = compareChunk([broken, member(1, 270)], inForce, draft);
    expect(result).toMatchObject({ assessed: 1, problems: [{ applicantId: 3 }] });
  });
});
