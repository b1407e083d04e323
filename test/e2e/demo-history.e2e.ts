import { describe, expect, inject, it } from 'vitest';
import { matchwatch } from './running-product.js';

describe('the history of the demo cohort', () => {
  it('was assessed every week in a way that can be done again, bit for bit', async () => {
    const { output } = await matchwatch(['doctor', '--answers'], { DATA_DIR: inject('demoDataDir') });
    const [, answers] = /: (\d+) stored answers computed again, each the same/.exec(output) ?? [];
    // Everybody's first answer, and each that differed from the one before it.
    expect(Number(answers), output).toBeGreaterThan(2_000);
  });
});
