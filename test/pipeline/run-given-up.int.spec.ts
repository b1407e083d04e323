import { fullView } from '@matchwatch/domain';
import { openDoorbell } from '@matchwatch/queue';
import { connect, createRun, findRun, listRunProblems, retryRun, saveRecords, saveSchool } from '@matchwatch/store';
import { throwAwayPostgres } from '@matchwatch/testing';
import { giveUp, runHandlers } from '@matchwatch/worker';
import { expect, it } from 'vitest';

it('a range that is given up is named, the rest is published, and a second try covers that range alone', async () => {
  const { url, drop } = await throwAwayPostgres();
  const database = await connect({ url, poolSize: 2 });
  const doorbell = openDoorbell({ databaseUrl: url });
  const handlers = runHandlers(database, doorbell, { chunkSize: 2 });
  const schoolId = 'one';
  /** Does every step of a run as the queue would, but for the chunks named, whose worker dies for good. */
  async function work(runId: number, chunks: readonly number[], dying: readonly number[] = []) {
    await handlers['run.open']({ schoolId, runId });
    for (const chunk of chunks) {
      const job = { schoolId, runId, chunk };
      if (dying.includes(chunk))
        await giveUp(database, doorbell, 'run.assess-chunk', job, new Error('job stalled more than allowable limit'));
      else await handlers['run.assess-chunk'](job);
    }
    await handlers['run.close']({ schoolId, runId });
    await handlers['run.publish']({ schoolId, runId });
    return findRun(database, schoolId, runId);
  }
  try {
    await saveSchool(database, { id: schoolId, name: 'One', timeZone: 'UTC' });
    const records = Array.from({ length: 6 }, (_, i) => ({
      externalId: `S-${i}`,
      name: { given: 'Ann', family: `Spec ${i}` },
      season: 2027,
      applicantType: 'us-md' as const,
    }));
    const saved = await saveRecords(database, schoolId, records, { by: 'spec', at: new Date(), knownOn: '2026-08-01', source: 'import' });
    const ids = saved.map(({ id }) => id).sort((a, b) => a - b);
    const asked = { policyVersion: '-', rulesDigest: '-', requestedBy: 'spec' };
    const run = { ...asked, season: 2027, kind: 'manual', slot: '1', asOf: '2026-09-01' } as const;
    const { id: runId } = await createRun(database, schoolId, run);

    const partial = await work(runId, [1, 2, 3], [2]);
    expect(partial).toMatchObject({ state: 'published', outcome: 'partial', counts: { population: 6, assessed: 4, failed: 2 } });
    const problems = await listRunProblems(database, schoolId, fullView, runId, 10);
    expect(problems).toEqual([
      {
        applicantId: null,
        externalId: null,
        name: null,
        message: `applicants ${ids[2]} to ${ids[3]} were not assessed: the worker ended again and again while it was at them`,
      },
    ]);

    const retried = await database.transaction((db) => retryRun(db, schoolId, runId, asked));
    expect(retried).toMatchObject({ outcome: 'done', applicants: 2 });
    if (retried.outcome !== 'done') throw new Error('there is a second try');
    const second = await work(retried.id, [1]);
    expect(second).toMatchObject({
      state: 'published',
      outcome: 'complete',
      retryOf: runId,
      counts: { population: 2, assessed: 2, failed: 0 },
    });
    expect((await findRun(database, schoolId, runId))?.retry).toEqual({ id: retried.id, state: 'published', outcome: 'complete' });
  } finally {
    await doorbell.close();
    await database.destroy();
    await drop();
  }
});
