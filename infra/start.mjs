// `npm start`: from a fresh checkout to a running Matchwatch. Plain Node, because it runs before anything is installed.
import './bootstrap/node-version.mjs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './bootstrap/build.mjs';
import { installDependencies } from './bootstrap/dependencies.mjs';
import { root } from './bootstrap/step.mjs';

await installDependencies();
await build();

// In this process, so that signals and the exit code need no passing on.
const program = path.join(root, 'apps/cli/dist/main.js');
process.argv = [process.execPath, program, 'up', ...process.argv.slice(2)];
await import(pathToFileURL(program).href);
