import type { PolicyChanges } from '@matchwatch/domain';
import { defaultPolicy } from '@matchwatch/risk-rules';
import { findRunPolicy, sqlWithoutSchool } from '@matchwatch/store';
import { describe, expect, it } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { schoolId } from '../pipeline/cohort-under-test.js';
import { policiesOf } from '../pipeline/school-policies.js';
import { expectOracle, expectUndisturbed, onStage, progressOf, someChunksDone, undisturbed } from './fault-kit.js';
import { keepFigure } from './figures.js';

/** Raises a finding that some of the cohort have. */
const stricter: PolicyChanges = { 'scholarly.no-output.level': { '2010-01-01': { value: 'urgent', sources: ['school#spec'] } } };

describe.each(backends)('a policy published in the middle of a run on the %s queue', (backend) => {
  it('is that of the next run: this one ends by what it started with, also under other settings', async () => {
    const { outcome: expected } = await undisturbed(backend);
    await onStage(backend, async (stage) => {
      const { cohort } = stage;
      const policies = await policiesOf(cohort);
      const versionOf = async (runId: number) => (await findRunPolicy(cohort.database, schoolId, runId))?.policy.version;
      const urgent = async () =>
        (await sqlWithoutSchool(cohort.database, `select from flag where rule_code = 'scholarly.no-output' and level = 'urgent'`)).length;

      const first = await stage.worker();
      const runId = await cohort.start();
      await someChunksDone(stage, runId);
      await first.kill();
      expect((await progressOf(stage, runId)).state, 'the change falls into the middle').toBe('assessing');
      const { version } = await policies.publish(stricter, '2026-08-01');
      await stage.worker({ CHUNK_SIZE: '7', RUN_UNKNOWN_RISE_PERCENT: '1' });
      await expectUndisturbed(stage, await cohort.until(runId, 'published', 'failed'), expected);
      expect(await versionOf(runId)).toBe(defaultPolicy.version);
      expect(await urgent()).toBe(0);

      const next = await cohort.until(await cohort.start(), 'published', 'failed');
      expect(await versionOf(next.id)).toBe(version);
      expect(await urgent()).toBeGreaterThan(5);
      await expectOracle(cohort.database);
      keepFigure({ fault: 'policy-changed-mid-run', kind: `${backend} queue` });
    });
  });
});
