import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { courseFailure } from './course-failure.rule.js';

const entry = { ...us, redFlags: [{ kind: 'course-failure' as const, from: '2025-11-03' as const }] };

describe('record.course-failure', () => {
  it.each([
    ['one on record', entry, 'watch'],
    ['one without a day', { ...us, redFlags: [{ kind: 'course-failure' as const }] }, 'watch'],
    ['another kind', { ...us, redFlags: [{ kind: 'gap' as const }] }, 'clear'],
    ['none', { ...us, redFlags: [] }, 'clear'],
    ['not known', us, 'unknown: redFlags'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(courseFailure, record)).toBe(answer));

  it.each([
    ['2025-11-02', 'clear'],
    ['2025-11-03', 'watch'],
  ] as const)('of 3 November 2025, seen on %s: %s', (asOf, level) => expect(levelOf(courseFailure, entry, asOf)).toBe(level));

  it('names the day', () =>
    expect(verdictOf(courseFailure, entry)).toMatchObject({ evidence: { courses: [{ from: '2025-11-03', to: null }] } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('record.course-failure.level', '2026-09-10', 'act');
    expect(levelOf(courseFailure, entry, '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(courseFailure, entry, '2026-09-10', { policy })).toBe('act');
  });
});
