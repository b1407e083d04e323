import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { endWithNpm } from './end-with-npm.mjs';
import { root } from './step.mjs';

/** Installs and builds what is stale and becomes the `matchwatch` command; in this process, so that signals and the exit code need no passing on. */
export async function becomeCommand(...args) {
  endWithNpm();
  await installDependencies();
  await build();
  const program = path.join(root, 'apps/cli/dist/main.js');
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
}
