import { openDoorbell } from '@matchwatch/queue';
import { connect, createRun, findRun, saveSchool } from '@matchwatch/store';
import { throwAwayPostgres } from '@matchwatch/testing';
import { expect, it } from 'vitest';
import { giveUp, runHandlers } from './run-handlers.js';

it('a job whose run is of another school than it says is refused, and nothing comes of it', async () => {
  const { url, drop } = await throwAwayPostgres();
  const database = await connect({ url, poolSize: 2 });
  const doorbell = openDoorbell({ databaseUrl: url });
  try {
    for (const id of ['one', 'two']) await saveSchool(database, { id, name: id, timeZone: 'UTC' });
    const asked = {
      season: 2027,
      kind: 'manual',
      slot: '1',
      asOf: '2026-09-01',
      policyVersion: '-',
      rulesDigest: '-',
      requestedBy: 'spec',
    } as const;
    const { id: runId } = await createRun(database, 'one', asked);
    const handlers = runHandlers(database, doorbell, { chunkSize: 10 });
    const wrong = { schoolId: 'two', runId };
    for (const job of ['run.open', 'applicant.reassess', 'run.close', 'run.publish'] as const)
      await expect(handlers[job](wrong), job).rejects.toThrow(`The school two has no run ${runId}`);
    await expect(handlers['run.assess-chunk']({ ...wrong, chunk: 1 })).rejects.toThrow('has no run');
    await giveUp(database, doorbell, 'run.open', wrong, new Error('refused'));
    expect((await findRun(database, 'one', runId))?.state).toBe('queued');
    await handlers['run.open']({ schoolId: 'one', runId });
    expect((await findRun(database, 'one', runId))?.state).toBe('assessing');
  } finally {
    await doorbell.close();
    await database.destroy();
    await drop();
  }
});
