// Brings the schema of DATABASE_URL up to date, once for all processes that will use it; by the login of DATABASE_OWNER_URL where one is set.
// A database that holds a school is backed up before, into BACKUP_DIR; without a backup nothing is changed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ConfigError, readConfig } from '@matchwatch/config';
import { migrateQueue } from '@matchwatch/queue';
import { backUpInto, migrate } from '@matchwatch/store';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

function configuration() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
}

const { databaseUrl, databaseOwnerUrl: ownerUrl = databaseUrl, redisUrl, backupDir, backupKeep: keep, dataDir } = configuration();
const folder = path.resolve(backupDir ?? path.join(dataDir, 'backups'));
const beforeUpgrade = async (pending) => {
  console.log(`Backing up before ${pending.join(', ')}.`);
  const beside = [path.join(dataDir, 'secrets.key')];
  const { file } = await backUpInto({ ownerUrl, folder, keep, version, beside, reason: 'upgrade', now: new Date() });
  console.log(`Backed up to ${file}.`);
};
const login = ownerUrl === databaseUrl ? undefined : decodeURIComponent(new URL(databaseUrl).username);
const queue = () => migrateQueue({ databaseUrl: ownerUrl, redisUrl });
const ran = await migrate(ownerUrl, queue, login, { beforeUpgrade });
console.log(ran.length === 0 ? 'The schema is up to date.' : `Ran ${ran.join(', ')}.`);
