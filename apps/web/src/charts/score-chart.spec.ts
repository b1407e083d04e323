import { describe, expect, it } from 'vitest';
import { levelSpans } from './score-chart.js';

describe('the level over time', () => {
  const levels = [
    { on: '2026-08-01', level: 'watch' },
    { on: '2026-09-01', level: 'at-risk' },
    { on: '2026-09-01', level: 'high-risk' },
  ] as const;
  it('stands from each change to the next, and the last until today', () =>
    expect(levelSpans(levels, '2026-07-01', '2026-11-20')).toEqual([
      { level: 'watch', from: '2026-08-01', to: '2026-09-01' },
      { level: 'high-risk', from: '2026-09-01', to: '2026-11-20' },
    ]));
  it('is shown within the days of the picture', () =>
    expect(levelSpans(levels, '2026-08-15', '2026-08-20')).toEqual([{ level: 'watch', from: '2026-08-15', to: '2026-08-20' }]));
});
