// `npm start`: from a fresh checkout to a running Matchwatch. Plain Node, because it runs before anything is installed.
import './bootstrap/node-version.mjs';
import { becomeCommand } from './bootstrap/command.mjs';

await becomeCommand('up', ...process.argv.slice(2));
