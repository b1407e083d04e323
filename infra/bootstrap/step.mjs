import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The path of a program that an installed package brings. */
export const bin = (name) => path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** Seconds since an instant, for people. */
export const secondsSince = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;

/**
 * Runs a program in the checkout. Its output is shown as it comes (`show`), or kept and returned, with a line now and then that says it still works (`beat`).
 * Answers the exit code; a program that cannot be started counts as failed.
 */
export function run(label, program, args, { show = false, beat = !show, env = {} } = {}) {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    const child = spawn(program, args, {
      cwd: root,
      // What is kept is read by people and tests later, not by a terminal; some tools colour whenever CI is set.
      env: { ...process.env, ...(show ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    const heartbeat = setInterval(() => beat && console.log(`  … ${label}: still at work after ${secondsSince(startedAt)}`), 10_000);
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    let interrupted = false;
    const onSignal = (signal) => {
      interrupted = true;
      pass(signal);
    };
    for (const signal of signals) process.on(signal, onSignal);
    const end = (code, text) => {
      clearInterval(heartbeat);
      for (const signal of signals) process.removeListener(signal, onSignal);
      if (interrupted) process.exit(130);
      resolve({ code, output: text, seconds: (Date.now() - startedAt) / 1000 });
    };
    child.once('error', (error) => end(127, `${output}\n${error.message}`));
    child.once('close', (code) => end(code ?? 1, output));
  });
}

/** Runs a program, and ends this process with what it wrote when it fails. */
export async function runOrExit(label, program, args, options) {
  const startedAt = Date.now();
  console.log(`${label} …`);
  const { code, output } = await run(label, program, args, options);
  if (code !== 0) {
    console.error(output.trim());
    console.error(`${label}: failed after ${secondsSince(startedAt)}`);
    process.exit(code);
  }
  console.log(`${label}: done in ${secondsSince(startedAt)}`);
}
