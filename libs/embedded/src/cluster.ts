import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { type DataFolder, findPassword, makePassword } from './data-folder.js';
import { EmbeddedPostgresFailed } from './errors.js';
import { causeOf, explain } from './failure.js';
import type { OsUser } from './folder-owner.js';

/** The major version of the bundled PostgreSQL; a cluster of another one cannot be opened by it. */
export const majorVersion = '18';

/** What every PostgreSQL program is started with: nothing of our own settings, secrets or language. */
export const programEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' };

/** Makes the cluster and its database where they are missing, all or nothing, and returns the password. */
export async function openCluster(folder: DataFolder, binaries: Binaries, user: OsUser | undefined, durable: boolean): Promise<string> {
  const { clusterDir, passwordFile } = folder;
  if (!existsSync(clusterDir)) {
    const password = makePassword(folder);
    await makeCluster(folder, binaries, user, password, durable);
    return password;
  }
  checkVersion(clusterDir);
  const password = findPassword(folder);
  if (password === undefined) throw new EmbeddedPostgresFailed(`The database password in ${passwordFile} is missing or not readable.`);
  return password;
}

function checkVersion(clusterDir: string): void {
  let found: string;
  try {
    found = readFileSync(path.join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    throw new EmbeddedPostgresFailed(`${clusterDir} holds no PostgreSQL data that can be read: ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (found !== majorVersion) {
    throw new EmbeddedPostgresFailed(
      `${clusterDir} was written by PostgreSQL ${found} and this release brings PostgreSQL ${majorVersion}. ` +
        'Make a backup with the release that wrote it and restore that into a new data folder.',
    );
  }
}

async function makeCluster(
  folder: DataFolder,
  binaries: Binaries,
  user: OsUser | undefined,
  password: string,
  durable: boolean,
): Promise<void> {
  // Built beside its place and renamed, so that a start killed half-way leaves nothing that looks like a cluster.
  const draft = `${folder.clusterDir}.new`;
  const passwordCopy = `${folder.passwordFile}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordCopy, `${password}\n`, { mode: 0o600 });
    if (user) for (const file of [draft, passwordCopy]) chownSync(file, user.uid, user.gid);
    const sync = durable ? [] : ['--no-sync'];
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['-U', 'matchwatch', '--auth=scram-sha-256', `--pwfile=${passwordCopy}`];
    await run(binaries.initdb, ['-D', draft, ...access, ...locale, ...sync], '', user, folder);
    const single = ['--single', '-D', draft, ...(durable ? [] : ['-F']), 'postgres'];
    await run(binaries.postgres, single, 'CREATE DATABASE matchwatch\n', user, folder);
    renameSync(draft, folder.clusterDir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (error instanceof EmbeddedPostgresFailed) throw error;
    throw new EmbeddedPostgresFailed(explain((error as Error).message, folder.dataDir, folder.logFile), { cause: error });
  } finally {
    rmSync(passwordCopy, { force: true });
  }
}

async function run(program: string, args: string[], input: string, user: OsUser | undefined, folder: DataFolder): Promise<void> {
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    // In a group of its own, so that Ctrl-C stops us between steps and not PostgreSQL within one.
    const child = spawn(program, args, { uid: user?.uid, gid: user?.gid, cwd: '/', env: programEnvironment, detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
  // Single-user mode answers 0 even when the statement failed.
  if (code !== 0 || /\b(ERROR|FATAL|PANIC):/.test(output)) {
    writeFileSync(folder.logFile, output, { flag: 'a' });
    throw new EmbeddedPostgresFailed(
      causeOf(output) === 'other'
        ? `PostgreSQL could not set up ${folder.clusterDir}.\n${output.trim()}`
        : explain(output, folder.dataDir, folder.logFile),
    );
  }
}
