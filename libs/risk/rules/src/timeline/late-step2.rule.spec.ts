import type { ApplicantRecord, Day, Exam } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, img, levelOf, step2, taken, us, verdictOf } from '../spec-kit.js';
import { lateStep2 } from './late-step2.rule.js';

const graduated = (graduatesOn: Day, ...exams: Exam[]): ApplicantRecord => ({ ...img, graduatesOn, exams });

describe('timeline.late-step2', () => {
  it.each([
    ['2022-06-01', '2024-06-01', 'clear'],
    ['2022-06-01', '2024-06-02', 'watch'],
    ['2024-02-29', '2026-02-28', 'clear'],
    ['2024-02-29', '2026-03-01', 'watch'],
    ['2022-06-01', '2021-06-01', 'clear'],
  ] as const)('graduated on %s, passed on %s: %s', (graduatesOn, takenOn, level) =>
    expect(levelOf(lateStep2, graduated(graduatesOn, step2(240, takenOn)))).toBe(level),
  );

  it.each([
    ['2024-09-10', 'clear'],
    ['2024-09-09', 'watch'],
  ] as const)('graduated on %s, not passed by 2026-09-10: %s', (graduatesOn, level) =>
    expect(levelOf(lateStep2, graduated(graduatesOn))).toBe(level),
  );

  it.each<[string, ApplicantRecord, string]>([
    ['the passed sitting counts', graduated('2022-06-01', step2(205, '2023-01-10'), step2(240, '2025-01-10')), 'watch'],
    ['result awaited', graduated('2022-06-01', taken('step2ck', '2026-09-01', { outcome: 'pending' })), 'unknown: exams[step2ck].outcome'],
    ['failed', graduated('2022-06-01', step2(205, '2023-01-10')), 'watch'],
    ['exam history unknown', { ...img, graduatesOn: '2022-06-01' }, 'unknown: exams'],
    ['exam history unknown, graduated lately', { ...img, graduatesOn: '2025-06-01' }, 'clear'],
    ['graduation unknown', { ...img, exams: [] }, 'unknown: graduatesOn'],
    ['a US graduate', { ...graduated('2015-06-01'), applicantType: us.applicantType }, 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(lateStep2, record)).toBe(answer));

  it('names both days', () =>
    expect(verdictOf(lateStep2, graduated('2022-06-01', step2(240, '2025-01-10')))).toMatchObject({
      evidence: { graduatedOn: '2022-06-01', takenOn: '2025-01-10', years: 2 },
    }));

  it('follows a changed number of years from its day on', () => {
    const policy = changing('img.graduation-to-step2.years', '2026-09-10', 3);
    expect(levelOf(lateStep2, graduated('2022-06-01', step2(240, '2025-01-10')), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(lateStep2, graduated('2022-06-01', step2(240, '2025-01-10')), '2026-09-10', { policy })).toBe('clear');
  });
});
