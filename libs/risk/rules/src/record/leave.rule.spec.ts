import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { leave } from './leave.rule.js';

const absent = (explained?: boolean) => ({ kind: 'leave' as const, from: '2024-01-10' as const, to: '2024-06-10' as const, explained });
const withLeaves = (...explained: (boolean | undefined)[]) => ({ ...us, redFlags: explained.map(absent) });

describe('record.leave', () => {
  it.each([
    ['not explained', withLeaves(false), 'watch'],
    ['explained', withLeaves(true), 'note'],
    ['explained or not is not known', withLeaves(undefined), 'note'],
    ['one of two not explained', withLeaves(true, false), 'watch'],
    ['none', withLeaves(), 'clear'],
    ['not known', us, 'unknown: redFlags'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(leave, record)).toBe(answer));

  it('names the days and whether it is explained', () =>
    expect(verdictOf(leave, withLeaves(undefined))).toMatchObject({
      evidence: { leaves: [{ from: '2024-01-10', to: '2024-06-10', explained: null }] },
    }));

  it('follows a changed level from its day on', () => {
    const policy = changing('record.leave.level.unexplained', '2026-09-10', 'act');
    expect(levelOf(leave, withLeaves(false), '2026-09-09', { policy })).toBe('watch');
    expect(levelOf(leave, withLeaves(false), '2026-09-10', { policy })).toBe('act');
  });
});
