import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { expectUndisturbed, lastWordsSpoken, type Outcome, onStage, progressOf, recovery, undisturbed } from './fault-kit.js';
import { chanceOf, keepFigure, seed, times } from './figures.js';

describe.each(backends)(`a worker killed at a random moment of a run on the %s queue, seed ${seed}`, (backend) => {
  let expected: Outcome;
  let usualMs: number;
  beforeAll(async () => {
    ({ outcome: expected, ms: usualMs } = await undisturbed(backend));
  });
  const chance = chanceOf(`kill on ${backend}`);
  const moments = Array.from({ length: times }, (_, i) => ({ no: i + 1, moment: chance() }));

  /** Answers false when the run was over before the kill. */
  const killAt = (moment: number): Promise<boolean> =>
    onStage(backend, async (stage) => {
      const doomed = await stage.worker();
      const runId = await stage.cohort.start();
      await sleep(moment * usualMs);
      const killedAt = performance.now();
      await doomed.kill();
      await lastWordsSpoken(stage);
      const { state } = await progressOf(stage, runId);
      if (state === 'published') return false;
      const next = stage.worker().then(() => Math.round(performance.now() - killedAt));
      const [readyMs, { run, ...figures }] = await Promise.all([next, recovery(stage, runId, killedAt)]);
      keepFigure({ fault: 'kill-mid-run', kind: `${backend} queue`, hit: state, ...figures });
      expect(figures.recoveredMs, `milliseconds until the run moved again; the next worker was there after ${readyMs}`).toBeLessThanOrEqual(
        15_000,
      );
      await expectUndisturbed(stage, run, expected);
      return true;
    });

  it.each(moments)('$no: at $moment of its time', async ({ moment }) => {
    let hit = false;
    // A run that was quicker than the one measured is killed earlier.
    for (let tried = 0; !hit && tried < 8; tried++) hit = await killAt(moment * 0.7 ** tried);
    expect(hit, 'the kill hit the run').toBe(true);
  });
});
