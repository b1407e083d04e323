import type { RedFlag } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { unexplainedGap } from './unexplained-gap.rule.js';

const gap = (more: Partial<RedFlag>) => ({
  ...us,
  redFlags: [{ kind: 'gap' as const, from: '2024-01-31' as const, explained: false, ...more }],
});

describe('record.unexplained-gap', () => {
  it.each([
    ['a day under six months', gap({ to: '2024-07-30' }), 'clear'],
    ['six months', gap({ to: '2024-07-31' }), 'act'],
    ['six months, explained', gap({ to: '2024-07-31', explained: true }), 'clear'],
    ['six months, explained or not is not known', gap({ to: '2024-07-31', explained: undefined }), 'unknown: redFlags.explained'],
    ['short, explained or not is not known', gap({ to: '2024-02-15', explained: undefined }), 'clear'],
    ['it goes on', gap({}), 'act'],
    ['no day it began', gap({ from: undefined, to: '2024-07-31' }), 'unknown: redFlags.from'],
    ['none', { ...us, redFlags: [] }, 'clear'],
    ['not known', us, 'unknown: redFlags'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(unexplainedGap, record)).toBe(answer));

  it.each([
    ['2024-07-30', 'clear'],
    ['2024-07-31', 'act'],
  ] as const)('going on since 31 January 2024, seen on %s: %s', (asOf, level) =>
    expect(levelOf(unexplainedGap, gap({}), asOf)).toBe(level),
  );

  it('names the days, never how long it was', () =>
    expect(verdictOf(unexplainedGap, gap({}))).toMatchObject({ evidence: { gaps: [{ from: '2024-01-31', to: null }], months: 6 } }));

  it('follows a changed number of months from its day on', () => {
    const policy = changing('record.unexplained-gap.months', '2026-09-10', 3);
    expect(levelOf(unexplainedGap, gap({ to: '2024-05-31' }), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(unexplainedGap, gap({ to: '2024-05-31' }), '2026-09-10', { policy })).toBe('act');
  });
});
