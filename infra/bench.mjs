// `npm run bench`: measures the product as it is built from this checkout.
import './bootstrap/node-version.mjs';
import { becomeCommand } from './bootstrap/command.mjs';

await becomeCommand('bench', ...process.argv.slice(2));
