import { setTimeout as sleep } from 'node:timers/promises';
import { createRun, sqlWithoutSchool } from '@matchwatch/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { asOf, schoolId, season } from '../pipeline/cohort-under-test.js';
import {
  emptyQueue,
  expectOracle,
  expectUndisturbed,
  type Outcome,
  onStage,
  type Stage,
  someChunksDone,
  undisturbed,
} from './fault-kit.js';
import { keepFigure } from './figures.js';

const fault = 'queue-lost';
const most = 60_000;

describe.each(backends)('a queue in %s that loses what it holds', (backend) => {
  let expected: Outcome;
  beforeAll(async () => {
    expected = (await undisturbed(backend)).outcome;
  });

  /** A run whose bell nobody heard. */
  const orderUnheard = async ({ cohort }: Stage): Promise<number> => {
    const asked = { policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' };
    return (await createRun(cohort.database, schoolId, { ...asked, season, kind: 'manual', slot: 'unheard', asOf })).id;
  };

  /** Makes the fault in the middle of a run under a worker that lives on, and answers after how many milliseconds all that was due is done. */
  const lose = (kind: string, fail: (stage: Stage) => Promise<void>) =>
    onStage(backend, async (stage) => {
      await stage.worker();
      const runId = await stage.cohort.start();
      await someChunksDone(stage, runId);
      await fail(stage);
      const backAt = performance.now();
      const unheard = await orderUnheard(stage);
      const run = await stage.cohort.until(runId, 'published', 'failed');
      await expectUndisturbed(stage, run, expected);
      const second = await stage.cohort.until(unheard, 'published', 'failed');
      const recoveredMs = Math.round(performance.now() - backAt);
      keepFigure({ fault, kind: `${backend}, ${kind}`, recoveredMs });
      expect(second, 'nothing happened twice').toMatchObject({ outcome: 'complete', opened: 0, closed: 0 });
      await expectOracle(stage.cohort.database);
      const [row] = await sqlWithoutSchool<{ runs: number }>(stage.cohort.database, 'select count(*)::integer as runs from run');
      expect(row).toEqual({ runs: 2 });
      return recoveredMs;
    });

  it('emptied under a worker: all that is due is rung for again', async () => {
    expect(await lose('emptied', emptyQueue)).toBeLessThanOrEqual(most);
  });

  if (backend === 'redis') {
    it('killed and started again at once: all that is due is rung for again', async () => {
      const restart = async ({ queue }: Stage) => {
        await queue.redis?.kill();
        await queue.redis?.restart();
      };
      expect(await lose('killed', restart)).toBeLessThanOrEqual(most);
    });

    it('down for ten seconds: all that is due is rung for again', async () => {
      const takeAway = async ({ queue }: Stage) => {
        await queue.redis?.kill();
        await sleep(10_000);
        await queue.redis?.restart();
      };
      expect(await lose('down', takeAway)).toBeLessThanOrEqual(most);
    });
  }
});
