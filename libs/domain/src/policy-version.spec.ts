import { describe, expect, it } from 'vitest';
import { type RiskLevel, riskLevels } from './level.js';
import { shadowMove } from './policy-version.js';

describe('the move of a level under another policy', () => {
  const table: Record<RiskLevel, Record<RiskLevel, ReturnType<typeof shadowMove>>> = {
    'on-track': {
      'on-track': undefined,
      watch: 'newly-flagged',
      'at-risk': 'newly-flagged',
      'high-risk': 'newly-flagged',
      'not-assessable': 'unassessable',
    },
    watch: { 'on-track': 'cleared', watch: undefined, 'at-risk': 'up', 'high-risk': 'up', 'not-assessable': 'unassessable' },
    'at-risk': { 'on-track': 'cleared', watch: 'down', 'at-risk': undefined, 'high-risk': 'up', 'not-assessable': 'unassessable' },
    'high-risk': { 'on-track': 'cleared', watch: 'down', 'at-risk': 'down', 'high-risk': undefined, 'not-assessable': 'unassessable' },
    'not-assessable': {
      'on-track': 'assessable',
      watch: 'newly-flagged',
      'at-risk': 'newly-flagged',
      'high-risk': 'newly-flagged',
      'not-assessable': undefined,
    },
  };
  const pairs = riskLevels.flatMap((before) => riskLevels.map((after) => [before, after] as const));
  it.each(pairs)('from %s to %s is one of the table', (before, after) => {
    expect(shadowMove(before, after)).toBe(table[before][after]);
  });
});
