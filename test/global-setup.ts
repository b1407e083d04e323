import { migrateQueue } from '@matchwatch/queue';
import { migrate } from '@matchwatch/store';
import { startThrowAwayServer } from '@matchwatch/testing';
import type { TestProject } from 'vitest/node';

/** One PostgreSQL for the whole run; each spec takes a copy of the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowAwayServer((url) => migrate(url, () => migrateQueue({ databaseUrl: url })));
  project.provide('postgresUrl', server.url);
  return server.stop;
}
