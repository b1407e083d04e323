import type { ApplicantRecord, Clerkship } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, scored, us, verdictOf } from '../spec-kit.js';
import { clerkship } from './clerkship.rule.js';

const core = (grade: Clerkship['grade'], more: Partial<Clerkship> = {}): Clerkship => ({ name: 'Surgery', core: true, grade, ...more });
const withScore = (score: number, ...clerkships: Clerkship[]): ApplicantRecord => ({ ...scored(score, 'internal-medicine'), clerkships });

describe('clinical.clerkship', () => {
  it.each([
    [225, 'clear'],
    [224, 'watch'],
    [214, 'clear'],
    [218, 'watch'],
  ])('%i in internal medicine and no honors: %s', (score, level) =>
    expect(levelOf(clerkship, withScore(score, core('high-pass')))).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['a failed core clerkship', withScore(250, core('fail'), core('honors')), 'act'],
    ['a failed elective', withScore(250, core('fail', { core: false })), 'clear'],
    ['a failed clerkship, core or not', withScore(250, core('fail', { core: undefined })), 'unknown: clerkships.core'],
    ['a failed core clerkship, exams unknown', { ...us, clerkships: [core('fail')] }, 'act'],
    ['ends after the day', withScore(250, core('fail', { endedOn: '2026-09-11' })), 'clear'],
    ['ended on the day', withScore(250, core('fail', { endedOn: '2026-09-10' })), 'act'],
    ['category B with honors', withScore(224, core('pass'), core('honors')), 'clear'],
    ['category B, honors in an elective', withScore(224, core('honors', { core: false })), 'watch'],
    ['category B, honors, core or not', withScore(224, core('honors', { core: undefined })), 'unknown: clerkships.core'],
    ['category B, a grade awaited', withScore(224, core('pass'), core(undefined)), 'unknown: clerkships.grade'],
    ['category B, no clerkship', withScore(224), 'watch'],
    ['clerkships unknown', scored(224, 'internal-medicine'), 'unknown: clerkships'],
    ['no honors, exams unknown', { ...us, clerkships: [core('pass')] }, 'unknown: exams'],
    ['no honors, nothing taken', { ...us, exams: [], clerkships: [core('pass')] }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(clerkship, record)).toBe(answer));

  it('names what was failed', () => {
    expect(verdictOf(clerkship, withScore(224, core('fail'), core('fail', { name: 'Pediatrics' })))).toMatchObject({
      evidence: { failed: ['Surgery', 'Pediatrics'], category: 'B' },
    });
    expect(verdictOf(clerkship, withScore(224))).toMatchObject({ evidence: { failed: [], category: 'B', specialty: 'internal-medicine' } });
  });

  it('follows a changed level from its day on', () => {
    const policy = changing('clinical.clerkship.level.failed', '2026-09-10', 'watch');
    expect(levelOf(clerkship, withScore(250, core('fail')), '2026-09-09', { policy })).toBe('act');
    expect(levelOf(clerkship, withScore(250, core('fail')), '2026-09-10', { policy })).toBe('watch');
  });
});
