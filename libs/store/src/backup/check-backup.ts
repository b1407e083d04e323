import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BackupFailed, type BackupManifest, parseManifest } from './manifest.js';
import { readTar, type TarEntry } from './tar.js';

/** Goes through the files of a backup in order; what `each` does with one is waited for. */
export async function readBackup(file: string, each: (entry: TarEntry) => Promise<void>): Promise<void> {
  await pipeline(createReadStream(file), createGunzip(), async (bytes: AsyncIterable<Buffer>) => {
    for await (const entry of readTar(bytes)) await each(entry);
    // To the end, where the checksum of the whole stands.
    for await (const _ of bytes);
  });
}

const tableOf = /^tables\/([a-z0-9_]+)\/\d+\.copy$/;
/** The table a file of a backup belongs to. */
export const tableNameOf = (name: string): string | undefined => tableOf.exec(name)?.[1];

/** Whole content of a small file. */
export async function contentOf({ content, size }: TarEntry): Promise<Buffer> {
  if (size > 64 * 1024 * 1024) throw new BackupFailed('one of its small files is too large');
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * Reads a backup from end to end and compares it with its manifest, which is the answer. Throws `BackupFailed` when anything is missing,
 * cut off or changed.
 */
export async function checkBackup(file: string): Promise<BackupManifest> {
  const digests = new Map<string, Hash>();
  let manifest: BackupManifest | undefined;
  try {
    await readBackup(file, async (entry) => {
      if (entry.name === 'manifest.json') {
        manifest = parseManifest((await contentOf(entry)).toString('utf8'));
        return;
      }
      const key = tableNameOf(entry.name) ?? entry.name;
      const digest = digests.get(key) ?? createHash('sha256');
      digests.set(key, digest);
      for await (const piece of entry.content) digest.update(piece);
    });
  } catch (error) {
    if (error instanceof BackupFailed) throw error;
    throw new BackupFailed(`The backup ${file} cannot be used: ${(error as Error).message}.`, { cause: error });
  }
  if (!manifest) throw new BackupFailed(`The backup ${file} cannot be used: it has no manifest.`);
  const none = createHash('sha256').digest('hex');
  const found = new Map([...digests].map(([name, digest]) => [name, digest.digest('hex')]));
  for (const { name, sha256 } of manifest.tables)
    if ((found.get(name) ?? none) !== sha256) throw new BackupFailed(`The backup ${file} cannot be used: the table ${name} is not whole.`);
  for (const { name, sha256 } of manifest.files)
    if (found.get(`files/${name}`) !== sha256) throw new BackupFailed(`The backup ${file} cannot be used: ${name} is not whole.`);
  return manifest;
}
