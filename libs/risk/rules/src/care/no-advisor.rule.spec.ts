import { describe, expect, it } from 'vitest';
import { careVerdictOf, changing, scored, step2, taken, told } from '../spec-kit.js';
import { noAdvisor } from './no-advisor.rule.js';

const passed = (score: number) => ({
  ...scored(score, 'internal-medicine'),
  exams: [taken('step1', '2025-03-01', { outcome: 'pass' }), step2(score)],
});
const level = (score: number, advisor?: string) => told(careVerdictOf(noAdvisor, { ...passed(score), advisor }));

describe('care.no-advisor', () => {
  it.each([
    [230, 'clear'],
    [224, 'act'],
    [219, 'act'],
  ])('%i in internal medicine, without an advisor: %s', (score, answer) => expect(level(score)).toBe(answer));

  it('is clear with an advisor', () => expect(level(219, 'helen.marsh@example.edu')).toBe('clear'));

  it('says the level', () => expect(careVerdictOf(noAdvisor, passed(224))).toMatchObject({ evidence: { riskLevel: 'at-risk' } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('care.no-advisor.level', '2026-09-10', 'urgent');
    const record = scored(224, 'internal-medicine');
    expect(told(careVerdictOf(noAdvisor, record, undefined, '2026-09-09', policy))).toBe('act');
    expect(told(careVerdictOf(noAdvisor, record, undefined, '2026-09-10', policy))).toBe('urgent');
  });
});
