import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { syntheticRecords } from '@matchwatch/demo';
import { dayIn, seasonEndsOn } from '@matchwatch/domain';
import { findHolder } from '@matchwatch/embedded';
import { connectAsOwner, type DataSource, savePerson, saveRecords, saveSchool } from '@matchwatch/store';
import { workersOf } from './processes.js';
import { type RunningProduct, startProduct } from './running-product.js';

const school = { id: 'harbor', name: 'Harbor School of Medicine', timeZone: 'UTC' };

/** A product with a school of its own, whose runs are long enough to be watched: two applicants a job, one job at a time. */
export interface OwnSchool {
  product: RunningProduct;
  database: DataSource;
  schoolId: string;
  season: number;
  /** Keeps the worker from doing anything, in the middle of whatever it does, until it is released. */
  freeze(): void;
  release(): void;
  stop(): Promise<void>;
}

/** Starts a product on an empty database and gives it a school with a dean and this many applicants, whom nobody has assessed yet. */
export async function startOwnSchool(applicants: number): Promise<OwnSchool> {
  const folder = await mkdtemp(path.join(tmpdir(), 'matchwatch-school-'));
  await chmod(folder, 0o711);
  const dataDir = path.join(folder, 'data');
  const product = await startProduct(dataDir, ['--no-demo'], { CHUNK_SIZE: '2', WORKER_CONCURRENCY: '1', REQUESTS_PER_MINUTE: '100000' });
  const url = findHolder(dataDir)?.databaseUrl;
  if (url === undefined) throw new Error('The product tells nobody where its database is');
  const database = await connectAsOwner({ url, poolSize: 2, applicationName: 'spec' });
  await saveSchool(database, school);
  const [name, email, password] = ['Margaret Whitfield', 'dean@example.edu', 'matchwatch-demo'];
  await savePerson(database, school.id, { email, name, role: 'dean', password });
  const asOf = dayIn(school.timeZone, new Date());
  const year = Number(asOf.slice(0, 4));
  const season = asOf < seasonEndsOn(year) ? year : year + 1;
  const records = [...syntheticRecords({ count: applicants, seed: 7, season, asOf })];
  await database.transaction((db) =>
    saveRecords(db, school.id, records, { by: 'registrar', at: new Date(), knownOn: asOf, source: 'import' }),
  );
  const signal = (name: NodeJS.Signals) => {
    for (const { pid } of workersOf(product.pid)) process.kill(pid, name);
  };
  return {
    product,
    database,
    schoolId: school.id,
    season,
    freeze: () => signal('SIGSTOP'),
    release: () => signal('SIGCONT'),
    async stop() {
      signal('SIGCONT');
      await database.destroy();
      await product.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
