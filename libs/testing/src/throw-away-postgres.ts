import { randomBytes } from 'node:crypto';
import { discardDataFolder, startEmbedded } from '@matchwatch/embedded';
import pg from 'pg';
import { inject } from 'vitest';
import { discardAbandonedFolders, makeThrowAwayFolder } from './throw-away-folder.js';

/** A PostgreSQL server for one run of the tests, whose databases are copies of a prepared template. */
export interface ThrowAwayServer {
  /** The URL of the server's own database, through which copies are made. */
  url: string;
  stop(): Promise<void>;
}

/** A database of one spec. */
export interface ThrowAwayDatabase {
  url: string;
  drop(): Promise<void>;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

const template = 'prepared';

/** Starts the server of a test run, not durable and quick, and prepares the template by the function given. */
export async function startThrowAwayServer(prepare: (url: string) => Promise<unknown>): Promise<ThrowAwayServer> {
  await discardAbandonedFolders();
  const dataDir = makeThrowAwayFolder();
  const server = await startEmbedded({ dataDir, program: 'a run of the tests', throwAway: true });
  const stop = async () => {
    await server.stop();
    await discardDataFolder(dataDir);
  };
  try {
    await run(server.url, `create database ${template}`);
    await prepare(withDatabase(server.url, template));
    return { url: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A fresh database with every table in place and no row, for the spec that calls; only inside vitest. */
export async function throwAwayPostgres(): Promise<ThrowAwayDatabase> {
  const server = inject('postgresUrl');
  const name = `spec_${randomBytes(6).toString('hex')}`;
  // Copying files wants a checkpoint, which costs nothing without fsync: a quarter of the time of copying by way of the log.
  await run(server, `create database ${name} template ${template} strategy file_copy`);
  return { url: withDatabase(server, name), drop: () => run(server, `drop database ${name} with (force)`) };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
