import { sqlWithoutSchool } from '@matchwatch/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { connectionsBroken, databaseRestarted } from '../faults/database-faults.js';
import { emptyQueue, expectUndisturbed, type Outcome, onStage, progressOf, someChunksDone, undisturbed } from '../faults/fault-kit.js';
import { backends } from './backends.js';

// One of each; `npm run test:faults` does them again and again.
describe.each(backends)('when things break on the %s queue', (backend) => {
  /** What an undisturbed run leaves behind. */
  let expected: Outcome;
  beforeAll(async () => {
    expected = (await undisturbed(backend)).outcome;
  });

  it('finishes a run whose worker was killed, with everybody assessed once and the events of an undisturbed run', () =>
    onStage(backend, async (stage) => {
      const doomed = await stage.worker();
      const runId = await stage.cohort.start();
      await someChunksDone(stage, runId);
      await doomed.kill();
      expect((await progressOf(stage, runId)).state, 'the kill hit the middle of the run').toBe('assessing');
      await stage.worker();
      await expectUndisturbed(stage, await stage.cohort.until(runId, 'published', 'failed'), expected);
    }));

  it('finishes a run whose queue was lost', () =>
    onStage(backend, async (stage) => {
      const first = await stage.worker();
      const runId = await stage.cohort.start();
      await someChunksDone(stage, runId);
      await first.kill();
      await emptyQueue(stage);
      // What the sweep waits for: a run that has not moved for a while.
      await sqlWithoutSchool(stage.cohort.database, `update run set rung_at = rung_at - interval '1 minute'`);
      await stage.worker();
      await expectUndisturbed(stage, await stage.cohort.until(runId, 'published', 'failed'), expected);
    }));

  it('resumes by itself when the database breaks every connection', async () => {
    expect((await connectionsBroken(backend, expected)).finishedMs).toBeGreaterThan(0);
  });

  it('resumes by itself after the database was stopped in the middle of a run and started again', async () => {
    expect((await databaseRestarted(backend, expected)).finishedMs).toBeGreaterThan(0);
  });
});
