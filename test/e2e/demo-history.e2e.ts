import { describe, expect, inject, it } from 'vitest';
import { matchwatch } from './running-product.js';

describe('the history of the demo cohort', () => {
  it('was assessed every week in a way that can be done again, bit for bit', async () => {
    const { output } = await matchwatch(['doctor', '--answers'], { DATA_DIR: inject('demoDataDir') });
    const answers = [...output.matchAll(/^ok .+: (\d+) stored answers computed again, each the same$/gm)].map(([, count]) => Number(count));
    expect(output).not.toContain('come out otherwise');
    // Of each school everybody's first answer, and each that differed from the one before it.
    expect(answers, output).toHaveLength(2);
    expect(Math.max(...answers)).toBeGreaterThan(1_500);
  });
});
