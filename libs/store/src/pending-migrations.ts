import { type Database, sqlWithoutSchool } from './database.js';
import { migrations } from './migrations/index.js';

/** Names of migrations that have not run on the database yet; all of them when it is empty. `only` leaves out all but some. */
export async function listPendingMigrations(db: Database, only?: readonly string[]): Promise<string[]> {
  const [{ exists } = { exists: false }] = await sqlWithoutSchool<{ exists: boolean }>(
    db,
    `select to_regclass('schema_migration') is not null as exists`,
  );
  const done = new Set(
    exists ? (await sqlWithoutSchool<{ name: string }>(db, 'select name from schema_migration')).map(({ name }) => name) : [],
  );
  return migrations.map((migration) => new migration().name).filter((name) => !done.has(name) && (!only || only.includes(name)));
}
