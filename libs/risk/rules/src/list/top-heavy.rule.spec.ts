import type { ProgramChoice } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import { changing, decided, img, levelOf, rows, scored, us, verdictOf } from '../spec-kit.js';
import { topHeavy } from './top-heavy.rule.js';

const b = (programs: ProgramChoice[]) => ({ ...scored(224, 'internal-medicine'), programs });
const community = (count: number, band: ProgramChoice['band'] = 'middle') => rows(count, { setting: 'community', band });
const bands = (reach: number, unstated = 0) =>
  b([...community(reach, 'reach'), ...rows(unstated, { setting: 'community' }), ...community(20 - reach - unstated)]);
const settings = (academic: number, unstated = 0) =>
  b([
    ...rows(academic, { setting: 'academic', band: 'middle' }),
    ...rows(unstated, { band: 'middle' }),
    ...rows(20 - academic - unstated, { setting: 'community-affiliated', band: 'middle' }),
  ]);

describe('list.top-heavy', () => {
  it.each([
    ['5 reaches of 20', bands(5), 'clear'],
    ['6 reaches of 20', bands(6), 'watch'],
    ['5 reaches and 1 that does not say', bands(5, 1), 'unknown: programs.band'],
    ['6 reaches and 10 that do not say', bands(6, 10), 'watch'],
    ['10 academic of 20', settings(10), 'clear'],
    ['11 academic of 20', settings(11), 'watch'],
    ['10 academic and 1 that does not say', settings(10, 1), 'unknown: programs.setting'],
    ['an empty list', b([]), 'clear'],
    ['category A', { ...bands(20), ...scored(230, 'internal-medicine') }, 'clear'],
    ['an IMG with a tier', { ...bands(6), ...img, exams: scored(210, 'internal-medicine').exams, visa: { need: 'j1' as const } }, 'watch'],
    ['no list on record', scored(224, 'internal-medicine'), 'unknown: programs'],
    ['exam history unknown', { ...us, programs: community(3) }, 'unknown: exams'],
    ['the Match is decided', decided(bands(20)), 'clear'],
  ])('%s: %s', (_, record, answer) => expect(levelOf(topHeavy, record)).toBe(answer));

  it('says how many of how many', () =>
    expect(verdictOf(topHeavy, bands(6))).toMatchObject({
      evidence: { programs: 20, reach: 6, reachUpTo: 25, academic: 0, communityFrom: 50 },
    }));

  it('follows a changed share from its day on', () => {
    const policy = changing('list.top-heavy.reach-up-to', '2026-09-10', 20);
    expect(levelOf(topHeavy, bands(5), '2026-09-09', { policy })).toBe('clear');
    expect(levelOf(topHeavy, bands(5), '2026-09-10', { policy })).toBe('watch');
  });
});
