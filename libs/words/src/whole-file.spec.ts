import { componentRatings, fileComponents, filePositions, researchAmounts } from '@matchwatch/domain';
import { describe, expect, it } from 'vitest';
import * as words from './index.js';

describe('the words for a file as a whole', () => {
  it.each([
    ['positions', filePositions.map(words.filePositionText)],
    ['parts', fileComponents.map(words.fileComponentLabel)],
    ['ratings', [...componentRatings, null].map(words.componentRatingLabel)],
    ['amounts of research', researchAmounts.map(words.researchAmountText)],
  ])('%s have one each, all different', (_, labels) => {
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).not.toMatch(/weak|poor|bad/i);
  });

  it.each([
    [{ listed: null, advised: null }, undefined],
    [{ listed: 0, advised: null }, undefined],
    [{ listed: 330, advised: null }, 'Application fees: $330 for the list'],
    [
      { listed: 1830, advised: { minimum: 630, maximum: 1230 } },
      'Application fees: $1,830 for the list; $630–1,230 for the advised number in one specialty',
    ],
    [{ listed: null, advised: { minimum: 630, maximum: 630 } }, 'Application fees: $630 for the advised number in one specialty'],
  ] as const)('costs %j', (costs, text) => expect(words.applicationCostsText(costs)).toBe(text));
});
