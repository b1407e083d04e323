import { readFileSync } from 'node:fs';

const watchMs = 1_000;

/**
 * Ends this process in good order when the npm that started it is gone.
 * npm passes SIGTERM on to the shell between us, which dies of it and leaves us running; a killed npm passes on nothing.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const npm = findParent(shell);
  setInterval(() => {
    if (process.ppid !== shell || findParent(shell) !== npm) process.kill(process.pid, 'SIGTERM');
  }, watchMs).unref();
}

/** The parent of another process, where the system tells. */
function findParent(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s*(\d+)/m)?.[1];
  } catch {
    return undefined;
  }
}
