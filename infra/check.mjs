// `npm run check`: everything that can be said about the code without running it. `npm run check -- lint types` asks for some of it.
import './bootstrap/node-version.mjs';
import { runChecks } from './bootstrap/checks.mjs';

process.exitCode = (await runChecks(process.argv.slice(2))) === 0 ? 0 : 1;
