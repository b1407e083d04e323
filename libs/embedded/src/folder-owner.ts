import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresFailed } from './errors.js';

/** An unprivileged user of the system. */
export interface OsUser {
  uid: number;
  gid: number;
  name: string;
}

/** The user PostgreSQL runs as when we are root, which it refuses to be: the owner of an existing cluster, else `postgres`, else `nobody`. */
export function findServerUser(clusterDir: string): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    // macOS lists nobody as -2; the system wants the unsigned number.
    .map((user) => ({ ...user, uid: user.uid >>> 0, gid: user.gid >>> 0 }));
  const cluster = statSync(clusterDir, { throwIfNoEntry: false });
  if (cluster && cluster.uid !== 0) {
    return { uid: cluster.uid, gid: cluster.gid, name: users.find((user) => user.uid === cluster.uid)?.name ?? String(cluster.uid) };
  }
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((each) => each.name === name && each.uid !== 0);
    if (user) return user;
  }
  throw new EmbeddedPostgresFailed(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" to run it as.',
  );
}

/** Whether the user may enter the folder and read it, asked of the system itself so that access lists and mounts count too. */
export function canEnter(user: OsUser, folder: string): boolean {
  return ask(user, 'cd "$1"', folder);
}

/** Whether the user may run the program, which also shows that its libraries are readable. */
export function canRun(user: OsUser, program: string): boolean {
  return ask(user, '"$1" --version', program);
}

/** Gives a file made by root to whoever owns the folder, so that the folder's ordinary user can go on with it. */
export function giveToOwnerOf(folder: string, file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  if (uid !== 0) chownSync(file, uid, gid);
}

function ask({ uid, gid }: OsUser, script: string, argument: string): boolean {
  return spawnSync('/bin/sh', ['-c', script, 'sh', argument], { uid, gid, cwd: '/', env: {}, stdio: 'ignore' }).status === 0;
}
