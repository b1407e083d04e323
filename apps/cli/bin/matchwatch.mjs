#!/usr/bin/env node
// Checked in so that `npx matchwatch` exists right after an install; what it starts is built on first use.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = new URL('../dist/main.js', import.meta.url);
if (!existsSync(fileURLToPath(entry))) {
  // A command's output belongs to its answer; the build speaks on the other stream.
  console.log = console.error;
  const { build } = await import(new URL('../../../infra/bootstrap/build.mjs', import.meta.url).href);
  await build();
}
await import(entry.href);
