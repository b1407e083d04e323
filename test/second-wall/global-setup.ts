import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';
import { startThrowAwayServer } from '@matchwatch/testing';
import type { TestProject } from 'vitest/node';
import { bringStrangers } from './strangers.js';

/** One PostgreSQL for the whole run; in the copies that specs take, every row has a stranger's beside it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer(async (url) => {
    await migrate(url, () => migrateQueue({ databaseUrl: url }));
    await bringStrangers(url);
  });
  project.provide('postgresUrl', server.url);
  return server.stop;
}
