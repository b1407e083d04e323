import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresFailed } from './errors.js';
import { canEnter, findServerUser, giveToOwnerOf, type OsUser } from './folder-owner.js';

/** Where root keeps what the server user must reach while the checkout lies in a folder only root may enter; not /var/tmp, which is swept. */
export const systemFolder = '/var/lib/matchwatch';

/** The paths inside a data folder. */
export interface DataFolder {
  dataDir: string;
  clusterDir: string;
  passwordFile: string;
  logFile: string;
}

/** Names the parts of a data folder without touching it. */
export function dataFolder(dataDir: string): DataFolder {
  const root = path.resolve(dataDir);
  return {
    dataDir: root,
    clusterDir: path.join(root, 'postgres'),
    passwordFile: path.join(root, 'postgres.password'),
    logFile: path.join(root, 'postgres.log'),
  };
}

/** The data folder of a checkout: `<checkout>/.data`, or for root, when the server user cannot reach the checkout, one under /var/lib/matchwatch. */
export function defaultDataDir(checkout: string, elsewhere = systemFolder): string {
  const root = path.resolve(checkout);
  const inside = path.join(root, '.data');
  const user = findServerUser(dataFolder(inside).clusterDir);
  if (!user || canEnter(user, root)) return inside;
  const id = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return path.join(elsewhere, `${path.basename(root)}-${id}`);
}

/** Makes the data folder where it is missing and makes sure that the server user reaches it. */
export function openDataFolder(dataDir: string): DataFolder & { user: OsUser | undefined } {
  const folder = dataFolder(dataDir);
  try {
    const asRoot = process.getuid?.() === 0;
    mkdirSync(path.dirname(folder.dataDir), { recursive: true, mode: 0o755 });
    mkdirSync(folder.dataDir, { recursive: true, mode: 0o700 });
    // The server user passes through a folder of root's without being able to list it.
    const { uid, mode } = statSync(folder.dataDir);
    if (asRoot && uid === 0) chmodSync(folder.dataDir, mode | 0o011);
  } catch (error) {
    throw new EmbeddedPostgresFailed(`The data folder ${folder.dataDir} cannot be made or used: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const user = findServerUser(folder.clusterDir);
  if (user && !canEnter(user, folder.dataDir)) {
    const closed = listParents(folder.dataDir).find((parent) => !canEnter(user, parent));
    throw new EmbeddedPostgresFailed(
      `The data folder ${folder.dataDir} cannot be used: the user ${user.name}, as whom PostgreSQL runs, may not enter ${closed}. ` +
        `Choose a data folder elsewhere, for instance under ${systemFolder}.`,
    );
  }
  return { ...folder, user };
}

/** The database password of the data folder, or undefined where there is none or it is not ours to read. */
export function findPassword({ passwordFile }: DataFolder): string | undefined {
  try {
    return readFileSync(passwordFile, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The database password of the data folder, made at random the first time and readable by its owner only. */
export function makePassword(folder: DataFolder): string {
  const found = findPassword(folder);
  if (found) return found;
  const password = randomBytes(24).toString('base64url');
  writeFileSync(folder.passwordFile, `${password}\n`, { mode: 0o600, flush: true });
  giveToOwnerOf(folder.dataDir, folder.passwordFile);
  return password;
}

/** The connection URL of the server on a data folder. */
export function urlOf(port: number, password: string): string {
  return `postgres://matchwatch:${encodeURIComponent(password)}@127.0.0.1:${port}/matchwatch`;
}

function listParents(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [...listParents(parent), folder];
}
