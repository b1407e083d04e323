import type { ApplicantRecord } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { assess, defaultPolicy } from './index.js';

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

describe('the answer for one record on one day', () => {
  it('places the score, names what set the level and how many programs to apply to', () =>
    expect(assess(record, defaultPolicy, '2026-08-15')).toMatchObject({
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
          evidence: { score: 231, low: 235, gap: 4, category: 'A', passMark: 218 },
        },
      ],
    }));
});
