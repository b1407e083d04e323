import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataFolderInUse, findHolder, startEmbedded } from '@matchwatch/embedded';
import { connectAsOwner } from '@matchwatch/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { matchwatch, startProduct } from '../e2e/running-product.js';
import { expectOracle } from './fault-kit.js';
import { keepFigure } from './figures.js';

const fault = 'second-opener';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'matchwatch-second-'));
  // The user that PostgreSQL runs as must be able to pass through.
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('a second process on the data folder is refused and told who holds it; after its death another may', async () => {
  const dataDir = path.join(folder, 'data');
  const first = await startProduct(dataDir, ['--no-demo']);
  const seconds = await Promise.all([1, 2, 3].map(() => matchwatch(['up'], { DATA_DIR: dataDir, PORT: '0' })));
  for (const { status, output } of seconds) {
    expect(status).toBe(3);
    expect(output).toContain(`process ${first.pid}`);
    keepFigure({ fault, kind: 'another matchwatch up' });
  }
  await expect(startEmbedded({ dataDir, program: 'a spec' })).rejects.toThrow(DataFolderInUse);
  keepFigure({ fault, kind: 'another program' });
  expect((await fetch(`${first.address}/readyz`)).status, 'the first is none the worse').toBe(200);

  await first.kill();
  const killedAt = performance.now();
  const heir = await startProduct(dataDir, ['--no-demo']);
  keepFigure({ fault, kind: 'after a kill', recoveredMs: Math.round(performance.now() - killedAt) });
  const database = await connectAsOwner({ url: findHolder(dataDir)?.databaseUrl ?? '', poolSize: 1 });
  await expectOracle(database);
  await database.destroy();
  expect(await heir.stop()).toBe(0);
});
