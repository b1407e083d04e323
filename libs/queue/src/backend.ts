import { once } from 'node:events';
import { appRole } from '@matchwatch/domain';
import { type BackendFactory, type ConnectionOptions, createPostgresBackend, createRedisBackend, runMigrations } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { queueName } from './jobs.js';
import { RetryingPool } from './retrying-pool.js';

export interface QueueSettings {
  databaseUrl: string;
  /** Moves the queue from PostgreSQL to Redis. */
  redisUrl?: string | undefined;
  /** Says what went wrong with a connection; it is mended by itself. */
  onError?: ((error: Error) => void) | undefined;
}

/** A connection of one of the two backends, as BullMQ's classes take it. */
export interface Backend {
  kind: 'postgres' | 'redis';
  connection: ConnectionOptions;
  /** Third (queue) or fourth (worker) argument of BullMQ's constructors. */
  factory: BackendFactory;
  ping(): Promise<void>;
  close(): Promise<void>;
}

const readyWithinMs = 2_000;

// BullMQ looks for its tables on the search path when it is given a pool of ours.
const schema = 'bullmq';

/** Opens the backend that the settings choose. */
export function openBackend({ databaseUrl, redisUrl, onError }: QueueSettings): Backend {
  return redisUrl ? openRedis(redisUrl, onError) : openPostgres(databaseUrl, onError);
}

function openRedis(url: string, onError: QueueSettings['onError']): Backend {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', (error: Error) => onError?.(error));
  return {
    kind: 'redis',
    connection: redis,
    factory: createRedisBackend as BackendFactory,
    ping: async () => {
      // A client that is offline queues commands for ever; a ping must not. One that has just been made is given a moment.
      if (redis.status !== 'ready') await once(redis, 'ready', { signal: AbortSignal.timeout(readyWithinMs) }).catch(() => {});
      if (redis.status !== 'ready') throw new Error(`Redis is ${redis.status}`);
      await redis.ping();
    },
    close: async () => {
      redis.disconnect();
    },
  };
}

function openPostgres(url: string, onError: QueueSettings['onError']): Backend {
  const pool = new RetryingPool({
    connectionString: url,
    max: 12,
    options: `-c search_path=${schema} -c role=${appRole}`,
    keepAlive: true,
    application_name: 'matchwatch queue',
    connectionTimeoutMillis: 10_000,
  });
  pool.setMaxListeners(0);
  pool.on('error', (error) => onError?.(error));
  return {
    kind: 'postgres',
    connection: pool as unknown as ConnectionOptions,
    factory: createPostgresBackend as unknown as BackendFactory,
    ping: async () => {
      await pool.query('select 1');
    },
    close: () => pool.end(),
  };
}

/**
 * What the app role, as which every process works, may do to them; given where it lacks something. BullMQ makes a sequence of its own when a
 * queue gets its first job, which only an owner may: it is made here, by a first id that nobody uses.
 */
const rights = `
  do $rights$
  begin
    if to_regclass('${schema}.' || ${schema}.job_id_seq_name('${queueName}')) is null then
      perform ${schema}.next_job_id('${queueName}');
    end if;
    if exists (select from pg_class c where c.relnamespace = '${schema}'::regnamespace
                 and case c.relkind when 'r' then not has_table_privilege('${appRole}', c.oid, 'delete')
                                    when 'S' then not has_sequence_privilege('${appRole}', c.oid, 'usage') else false end) then
      grant usage on schema ${schema} to ${appRole};
      grant select, insert, update, delete on all tables in schema ${schema} to ${appRole};
      grant usage on all sequences in schema ${schema} to ${appRole};
      grant execute on all functions in schema ${schema} to ${appRole};
    end if;
  end $rights$`;

/** Creates or updates BullMQ's own tables, for the app role to use; nothing to do on Redis. Run it as their owner, under the migration lock. */
export async function migrateQueue({ databaseUrl, redisUrl }: QueueSettings): Promise<void> {
  if (redisUrl) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, schema);
    await client.query(rights);
  } finally {
    await client.end();
  }
}
