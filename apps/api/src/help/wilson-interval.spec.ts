import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.js';

describe('a Wilson interval', () => {
  it.each([
    [0.5, 10, 0.2366, 0.7634],
    [0, 10, 0, 0.2775],
    [1, 10, 0.7225, 1],
    [0.3, 1000, 0.2724, 0.3291],
  ])('of %d among %d', (share, count, low, high) => {
    const interval = wilsonInterval(share, count);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });
});
