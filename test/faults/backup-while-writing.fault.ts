import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrateQueue } from '@matchwatch/queue';
import { appendAudit, backUp, connectAsOwner, examineBackup, restoreBackup, saveRecords, sqlWithoutSchool } from '@matchwatch/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backends } from '../pipeline/backends.js';
import { cohortOf, schoolId } from '../pipeline/cohort-under-test.js';
import { startWorker } from '../pipeline/worker-process.js';
import { cohortSize, expectOracle, onStage, someChunksDone } from './fault-kit.js';
import { keepFigure } from './figures.js';

const version = '0.0.0';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-fault-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Has the server of a database do something about another one of its own. */
async function tellServer(url: string, statement: string): Promise<void> {
  const server = await connectAsOwner({ url, poolSize: 1 });
  await server.query(statement);
  await server.destroy();
}

/** A database without anything, beside another. */
async function emptyDatabase(beside: string): Promise<string> {
  const url = new URL(beside);
  const name = `spec_${randomBytes(6).toString('hex')}`;
  url.pathname = `/${name}`;
  await tellServer(beside, `create database ${name} template template0`);
  return url.href;
}

const dropDatabase = (beside: string, url: string): Promise<void> =>
  tellServer(beside, `drop database ${new URL(url).pathname.slice(1)} with (force)`);

describe.each(backends)('a backup taken in the middle of a run on the %s queue, while people write', (backend) => {
  it('comes back in an empty database, where the run is done to its end', () =>
    onStage(
      backend,
      async (stage) => {
        const { cohort } = stage;
        await stage.worker();
        const runId = await cohort.start();
        let writing = true;
        let wrote = 0;
        const [record] = cohortOf(1);
        if (!record) throw new Error('there are records');
        const writer = (async () => {
          while (writing) {
            wrote += 1;
            await cohort.database.transaction(async (db) => {
              const mark = { by: 'spec', at: new Date(), knownOn: '2026-08-17', source: 'import' } as const;
              await saveRecords(db, schoolId, [{ ...record, externalId: `new-${wrote}` }], mark);
              await appendAudit(db, schoolId, { at: new Date().toISOString(), event: 'record.changed' });
            });
          }
        })();
        await someChunksDone(stage, runId);
        const file = path.join(folder, `${backend}.tar.gz`);
        const taken = await backUp({ ownerUrl: stage.url, file, version });
        writing = false;
        await writer;
        await cohort.until(runId, 'published');
        await expectOracle(cohort.database);
        expect(taken.manifest.tables.find(({ name }) => name === 'applicant')?.rows).toBeGreaterThan(cohortSize);

        const url = await emptyDatabase(stage.url);
        const startedAt = performance.now();
        const restored = await restoreBackup(file, await examineBackup(file), {
          ownerUrl: url,
          alongside: () => migrateQueue({ databaseUrl: url }),
        });
        const recoveredMs = Math.round(performance.now() - startedAt);
        expect(restored).toMatchObject({ broken: [], brokenAudits: [] });
        const copy = await connectAsOwner({ url, poolSize: 2 });
        try {
          await expectOracle(copy);
          const [held] = await sqlWithoutSchool<{ state: string }>(copy, 'select state from run');
          keepFigure({ fault: 'backup-while-writing', kind: `${backend} queue`, hit: held?.state ?? 'none', recoveredMs });
          expect(held, 'it was taken in the middle').toEqual({ state: 'assessing' });
          // Nothing of the queue is in it: the sweep finds what is due.
          await copy.query(`update run set rung_at = rung_at - interval '1 minute'`);
          const worker = await startWorker({ DATABASE_URL: url, CHUNK_SIZE: '20' });
          await expect
            .poll(async () => (await sqlWithoutSchool(copy, 'select state, outcome from run'))[0], { timeout: 60_000 })
            .toEqual({ state: 'published', outcome: 'complete' });
          await worker.stop();
          await expectOracle(copy);
        } finally {
          await copy.destroy();
          await dropDatabase(stage.url, url);
        }
      },
      // Many chunks: the backup is to meet a run that is far from its end.
      { env: { CHUNK_SIZE: '5' } },
    ));
});
