import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, root, run, secondsSince } from './step.mjs';

const stampFile = path.join(root, '.nx', 'built-from');
const env = { NX_DAEMON: 'false', FORCE_COLOR: '0' };
const skippedFolders = new Set(['node_modules', 'dist', 'spec', 'coverage']);

/**
 * Builds all projects, unless the outputs are of the very sources that lie here; asking Nx would cost a second or two at each start.
 * Answers whether it went well; ends the process when it did not, unless told otherwise.
 */
export async function build({ exitOnFailure = true } = {}) {
  const digest = digestOfSources();
  if (readStamp() === digest && listProjects().every((project) => existsSync(path.join(project, 'dist')))) return true;
  const startedAt = Date.now();
  console.log('Building …');
  const { code, output } = await run('Building', bin('nx'), ['run-many', '-t', 'build', '--output-style=static'], { env });
  if (code !== 0) {
    console.error(output.trim());
    console.error(`Building: failed after ${secondsSince(startedAt)}`);
    if (exitOnFailure) process.exit(1);
    return false;
  }
  console.log(`Building: done in ${secondsSince(startedAt)}`);
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
  return true;
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
}

function digestOfSources() {
  const hash = createHash('sha256').update(process.version);
  const files = ['package-lock.json', 'tsconfig.json', 'nx.json'].map((name) => path.join(root, name));
  for (const folder of ['apps', 'libs', 'test']) files.push(...listSources(path.join(root, folder)));
  for (const file of files.sort()) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function listSources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listSources(file);
    return entry.isFile() && !/\.spec\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** The folders with a package.json that says how to build it. */
function listProjects() {
  const { workspaces } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return workspaces
    .flatMap((pattern) =>
      pattern.endsWith('/*')
        ? readdirSync(path.join(root, pattern.slice(0, -2))).map((name) => path.join(pattern.slice(0, -2), name))
        : pattern,
    )
    .map((folder) => path.join(root, folder))
    .filter(
      (folder) =>
        existsSync(path.join(folder, 'package.json')) && JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).scripts?.build,
    );
}
