import { describe, expect, it } from 'vitest';
import { levelSteps } from './level-steps.js';

describe('levels of twelve weeks as steps', () => {
  it('hold until the next change and end today', () => {
    const steps = levelSteps(
      [
        { on: '2026-08-29', level: 'watch' },
        { on: '2026-10-10', level: 'at-risk' },
      ],
      '2026-11-21',
    );
    expect(steps).toEqual([
      { from: 0, to: 0.5, height: 1, known: true },
      { from: 0.5, to: 1, height: 2, known: true },
    ]);
  });

  it('begin at the edge when the level is older', () => {
    expect(levelSteps([{ on: '2026-01-01', level: 'high-risk' }], '2026-11-21')).toEqual([{ from: 0, to: 1, height: 3, known: true }]);
  });

  it('never draw what nobody could judge as a level', () => {
    expect(levelSteps([{ on: '2026-08-29', level: 'not-assessable' }], '2026-11-21')[0]?.known).toBe(false);
  });

  it('of nobody assessed are none', () => expect(levelSteps([], '2026-11-21')).toEqual([]));
});
