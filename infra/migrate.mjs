// Brings the schema of DATABASE_URL up to date, once for all processes that will use it; by the login of DATABASE_OWNER_URL where one is set.
import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';

const { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl = databaseUrl, REDIS_URL: redisUrl } = process.env;
if (!databaseUrl) {
  console.error('DATABASE_URL is missing.');
  process.exit(2);
}
const login = ownerUrl === databaseUrl ? undefined : decodeURIComponent(new URL(databaseUrl).username);
const ran = await migrate(ownerUrl, () => migrateQueue({ databaseUrl: ownerUrl, redisUrl }), login);
console.log(ran.length === 0 ? 'The schema is up to date.' : `Ran ${ran.join(', ')}.`);
