import { describe, expect, it } from 'vitest';
import { changing, levelOf, us, verdictOf } from '../spec-kit.js';
import { professionalism } from './professionalism.rule.js';

const entry = { ...us, redFlags: [{ kind: 'professionalism' as const, from: '2025-11-03' as const }] };

describe('record.professionalism', () => {
  it.each([
    ['one on record', entry, 'act'],
    ['one without a day', { ...us, redFlags: [{ kind: 'professionalism' as const }] }, 'act'],
    ['another kind', { ...us, redFlags: [{ kind: 'gap' as const }] }, 'clear'],
    ['none', { ...us, redFlags: [] }, 'clear'],
    ['not known', us, 'unknown: redFlags'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(professionalism, record)).toBe(answer));

  it.each([
    ['2025-11-02', 'clear'],
    ['2025-11-03', 'act'],
  ] as const)('of 3 November 2025, seen on %s: %s', (asOf, level) => expect(levelOf(professionalism, entry, asOf)).toBe(level));

  it('names the day', () =>
    expect(verdictOf(professionalism, entry)).toMatchObject({ evidence: { citations: [{ from: '2025-11-03', to: null }] } }));

  it('follows a changed level from its day on', () => {
    const policy = changing('record.professionalism.level', '2026-09-10', 'watch');
    expect(levelOf(professionalism, entry, '2026-09-09', { policy })).toBe('act');
    expect(levelOf(professionalism, entry, '2026-09-10', { policy })).toBe('watch');
  });
});
