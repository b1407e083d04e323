import { describe, expect, it } from 'vitest';
import { monthTicks } from './month-ticks.js';

describe('the months of a time axis', () => {
  it('are named once each', () => expect(monthTicks('2026-05-10', '2026-08-02', 6)).toEqual(['2026-06-01', '2026-07-01', '2026-08-01']));
  it('are thinned evenly over years', () =>
    expect(monthTicks('2024-01-01', '2025-12-31', 6)).toEqual([
      '2024-01-01',
      '2024-05-01',
      '2024-09-01',
      '2025-01-01',
      '2025-05-01',
      '2025-09-01',
    ]));
  it('may be none', () => expect(monthTicks('2026-05-10', '2026-05-20', 6)).toEqual([]));
});
