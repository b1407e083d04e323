import { readdirSync, readFileSync } from 'node:fs';

/** Seconds that some work took. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ seconds: number; value: T }> {
  const from = performance.now();
  const value = await work();
  return { seconds: (performance.now() - from) / 1000, value };
}

/** Seconds of processor time that some work of this process took, whatever else the machine was doing. */
export async function timedAlone(work: () => Promise<void> | void): Promise<{ seconds: number }> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return { seconds: (user + system) / 1e6 };
}

/** Most memory a process has held so far, in megabytes; undefined where the system does not say. */
export function peakMemory(pid: number): number | undefined {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line?.[1] === undefined ? undefined : Math.round(Number(line[1]) / 1024);
  } catch {
    return undefined;
  }
}

/** The parent of a process and the seconds of processor time that it and its children that are gone have used. */
function processOf(pid: number | string): { parent: number; seconds: number } | undefined {
  try {
    // The name of the program stands in brackets and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ').map(Number);
    // In hundredths of a second: its own, user and system, and those of children it has waited for.
    return { parent: fields[1] ?? 0, seconds: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) / 100 };
  } catch {
    return undefined;
  }
}

/** The process that started another one; undefined where the system does not say. */
export const parentOf = (pid: number): number | undefined => processOf(pid)?.parent;

/** Seconds of processor time that processes and their children have used so far; 0 where the system does not say. */
export function processorSeconds(pids: readonly number[]): number {
  const wanted = new Set(pids);
  let used = 0;
  try {
    for (const name of readdirSync('/proc')) {
      const found = /^\d+$/.test(name) ? processOf(name) : undefined;
      if (found !== undefined && (wanted.has(Number(name)) || wanted.has(found.parent))) used += found.seconds;
    }
  } catch {
    return 0;
  }
  return used;
}

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
