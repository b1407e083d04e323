#!/usr/bin/env node
// Checked in so that `npx matchwatch` exists right after an install; what it starts is built on first use.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const entry = fileURLToPath(new URL('../dist/main.js', import.meta.url));
if (!existsSync(entry)) {
  process.stderr.write('Building Matchwatch for the first time …\n');
  const build = spawnSync(process.execPath, [`${root}/node_modules/nx/bin/nx.js`, 'run-many', '-t', 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) process.exit(1);
}
await import(pathToFileURL(entry).href);
