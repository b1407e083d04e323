// Brings the schema of DATABASE_URL up to date, once for all processes that will use it.
import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';

const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
if (!databaseUrl) {
  console.error('DATABASE_URL is missing.');
  process.exit(2);
}
const ran = await migrate(databaseUrl, () => migrateQueue({ databaseUrl, redisUrl }));
console.log(ran.length === 0 ? 'The schema is up to date.' : `Ran ${ran.join(', ')}.`);
