import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A small disk of its own, which can be filled to the last byte. */
export interface SmallDisk {
  folder: string;
  fill(): void;
  free(): void;
  remove(): void;
}

/** Mounts a disk of so many megabytes; answers why not where this process may not mount. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'a small disk is mounted on Linux only';
  if (process.getuid?.() !== 0) return 'only root may mount a small disk';
  const folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmdirSync(folder);
    return `a small disk could not be mounted: ${(error as Error).message.trim()}`;
  }
  chmodSync(folder, 0o711);
  const filler = path.join(folder, 'filler');
  return {
    folder,
    fill() {
      // What is left is taken in ever smaller pieces.
      for (let bytes = 1 << 20; bytes >= 4096; ) {
        const { bavail, bsize } = statfsSync(folder);
        if (bavail * bsize < bytes) bytes /= 2;
        else writeFileSync(filler, Buffer.alloc(bytes, 1), { flag: 'a' });
      }
    },
    free: () => rmSync(filler),
    remove() {
      execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' });
      rmdirSync(folder);
    },
  };
}
