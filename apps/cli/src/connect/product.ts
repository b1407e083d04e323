import { fileURLToPath } from 'node:url';
import { ConfigError, type LauncherConfig, readLauncherConfig } from '@matchwatch/config';
import { defaultDataDir, findHolder } from '@matchwatch/embedded';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { connect, type DataSource, findSchool, listSchools, type School } from '@matchwatch/store';
import { CommandFailed, exitCode } from '../exit-code.js';

/** The folder that holds the product, from the built file as from the source. */
const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

/** The environment as configuration, or the end of the command with every problem of it. */
export function configuration(): LauncherConfig {
  try {
    return readLauncherConfig({ DATA_DIR: defaultDataDir(checkout), ...process.env });
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandFailed(error.message, exitCode.usage);
    throw error;
  }
}

/** The database of the running product: the configured one, or that of the `matchwatch up` that holds the data folder. */
export function findDatabaseUrl({ databaseUrl, dataDir }: LauncherConfig): string | undefined {
  return databaseUrl ?? findHolder(dataDir)?.databaseUrl;
}

/** What a command needs of the running product. */
export interface Product {
  database: DataSource;
  doorbell: Doorbell;
  school: School;
}

/** Connects to the running product for as long as `work` takes. `schoolId` may be left out where there is one school. */
export async function withProduct<T>(schoolId: string | undefined, work: (product: Product) => Promise<T>): Promise<T> {
  const config = configuration();
  const url = findDatabaseUrl(config);
  if (!url) {
    throw new CommandFailed(
      `Nothing runs on ${config.dataDir}. Start Matchwatch with \`npm start\`, or set DATABASE_URL.`,
      exitCode.refused,
    );
  }
  const database = await connect({ url, poolSize: 4, applicationName: 'matchwatch cli' });
  const doorbell = openDoorbell({ databaseUrl: url, redisUrl: config.redisUrl });
  try {
    return await work({ database, doorbell, school: await chosenSchool(database, schoolId) });
  } finally {
    await doorbell.close();
    await database.destroy();
  }
}

async function chosenSchool(database: DataSource, id: string | undefined): Promise<School> {
  if (id !== undefined) {
    const school = await findSchool(database, id);
    if (!school) throw new CommandFailed(`There is no school ${JSON.stringify(id)}.`, exitCode.usage);
    return school;
  }
  const schools = await listSchools(database);
  if (schools.length === 1 && schools[0]) return schools[0];
  const named = schools.map((school) => school.id).join(', ');
  throw new CommandFailed(schools.length === 0 ? 'There is no school yet.' : `Say which school with --school: ${named}.`, exitCode.usage);
}
