import type { Day } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { stale } from './stale.rule.js';

const changed = (changedOn: Day) => ({ context: { changedOn } });

describe('data.stale', () => {
  it.each([
    ['2026-05-14', 'clear'],
    ['2026-05-13', 'watch'],
  ] as const)('last changed on %s, seen 119 or 120 days later: %s', (changedOn, level) =>
    expect(levelOf(stale, us, '2026-09-10', changed(changedOn))).toBe(level),
  );

  it.each([
    ['2025-12-31', 'clear'],
    ['2026-01-01', 'watch'],
    ['2027-03-31', 'watch'],
    ['2027-04-01', 'clear'],
  ] as const)('only from the start of the application year to the Match (%s): %s', (asOf, level) =>
    expect(levelOf(stale, us, asOf, changed('2025-01-01'))).toBe(level),
  );

  it('is unknown while nobody says when the record changed', () => expect(levelOf(stale, us)).toBe('unknown: changedOn'));

  it('names the day of the last change, never how long ago it was', () =>
    expect(verdictOf(stale, us, '2026-09-10', changed('2026-01-02'))).toMatchObject({ evidence: { changedOn: '2026-01-02', days: 120 } }));

  it('follows a changed number of days from its day on', () => {
    const policy = changing('data.stale.days', '2026-09-10', 60);
    expect(levelOf(stale, us, '2026-09-09', { policy, ...changed('2026-07-01') })).toBe('clear');
    expect(levelOf(stale, us, '2026-09-10', { policy, ...changed('2026-07-01') })).toBe('watch');
  });
});
