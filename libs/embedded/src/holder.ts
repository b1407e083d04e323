import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { DataFolderInUse } from './errors.js';
import { giveToOwnerOf } from './folder-owner.js';
import { findProcessIdentity } from './process-identity.js';

/** The process that works on a data folder. */
export interface Holder {
  /** What a person calls it, as in `matchwatch up`. */
  program: string;
  pid: number;
  host: string;
  /** Whether it runs on another host than the reader, which then cannot look at its process. */
  otherHost: boolean;
  /** The instant it took the folder, ISO 8601. */
  since: string;
  /** Where its pages are served, once it says so. */
  address?: string;
  /** The port of its PostgreSQL on 127.0.0.1, once that listens. */
  port?: number;
}

/** What a holder may say about itself while it holds the folder. */
export type HolderUpdate = Partial<Pick<Holder, 'address' | 'port'>>;

/** The right to work on a data folder, had by one process at a time. */
export interface HeldFolder {
  readonly holder: Holder;
  update(change: HolderUpdate): void;
  release(): void;
}

interface HolderRecord extends Omit<Holder, 'otherHost'> {
  /** Tells the process from a later one with the same pid. */
  identity: string | undefined;
  releasedAt?: string;
}

interface Generation {
  number: number;
  record: HolderRecord;
  /** Last sign of life, in milliseconds since 1970. */
  seenAt: number;
}

const heartbeatMs = 15_000;
/** A holder on another host, whose process cannot be looked at, counts as gone after this silence. */
const silenceMs = 60_000;

/**
 * Takes the folder or throws `DataFolderInUse`.
 * The lock is a row of generations: a record is made by link(2), which fails when it exists, and it is never removed before a later one
 * stands. So of any number of processes that see the same dead holder exactly one makes the next generation, and no one removes a live lock.
 */
export function holdFolder(dataDir: string, program: string): HeldFolder {
  for (;;) {
    const last = findLastGeneration(dataDir);
    if (last && isLive(last)) throw new DataFolderInUse(dataDir, toHolder(last.record));
    const mine = (last?.number ?? 0) + 1;
    const record: HolderRecord = {
      program,
      pid: process.pid,
      host: hostname(),
      since: new Date().toISOString(),
      identity: findProcessIdentity(process.pid),
      // The same port as last time, so that a person's psql keeps working.
      port: last?.record.port,
    };
    if (!create(dataDir, mine, record)) continue;
    if (findLastGeneration(dataDir)?.number !== mine) {
      rmSync(fileOf(dataDir, mine), { force: true });
      continue;
    }
    for (const number of listGenerations(dataDir)) if (number < mine) rmSync(fileOf(dataDir, number), { force: true });
    removeOldDrafts(dataDir);
    return hold(dataDir, mine, record);
  }
}

/** The live holder of the folder, if there is one. */
export function findLiveHolder(dataDir: string): Holder | undefined {
  const last = findLastGeneration(dataDir);
  return last && isLive(last) ? toHolder(last.record) : undefined;
}

function hold(dataDir: string, number: number, first: HolderRecord): HeldFolder {
  let record = first;
  const file = fileOf(dataDir, number);
  const write = () => renameSync(draft(dataDir, record), file);
  const heartbeat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // A full or vanished disk must not end the process from a timer; the pid still tells the truth on this host.
    }
  }, heartbeatMs).unref();
  return {
    get holder() {
      return toHolder(record);
    },
    update(change) {
      if (record.releasedAt) return;
      record = { ...record, ...change };
      write();
    },
    release() {
      if (record.releasedAt) return;
      clearInterval(heartbeat);
      record = { ...record, releasedAt: new Date().toISOString() };
      try {
        write();
      } catch {
        // Without the mark the lock still ends with this process.
      }
    },
  };
}

function create(dataDir: string, number: number, record: HolderRecord): boolean {
  const file = draft(dataDir, record);
  try {
    linkSync(file, fileOf(dataDir, number));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(file, { force: true });
  }
}

function draft(dataDir: string, record: HolderRecord): string {
  const file = path.join(dataDir, `holder.${randomUUID()}.tmp`);
  writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`, { flush: true });
  chmodSync(file, 0o644);
  giveToOwnerOf(dataDir, file);
  return file;
}

/** Drafts are a starter's own for milliseconds; an old one was left by a killed process. */
function removeOldDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    const file = path.join(dataDir, name);
    const made = /^holder\..*\.tmp$/.test(name) ? statSync(file, { throwIfNoEntry: false })?.mtimeMs : undefined;
    if (made !== undefined && Date.now() - made > silenceMs) rmSync(file, { force: true });
  }
}

function isLive({ record, seenAt }: Generation): boolean {
  if (record.releasedAt) return false;
  if (record.host !== hostname()) return Date.now() - seenAt < silenceMs;
  const identity = findProcessIdentity(record.pid);
  return identity !== undefined && (record.identity === undefined || identity === record.identity);
}

function toHolder({ identity: _identity, releasedAt: _releasedAt, ...record }: HolderRecord): Holder {
  return { ...record, otherHost: record.host !== hostname() };
}

function findLastGeneration(dataDir: string): Generation | undefined {
  for (const number of listGenerations(dataDir).sort((a, b) => b - a)) {
    try {
      const file = fileOf(dataDir, number);
      return { number, record: parse(readFileSync(file, 'utf8')), seenAt: statSync(file).mtimeMs };
    } catch (error) {
      // Removed between listing and reading: a later generation stands, look again.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return findLastGeneration(dataDir);
      throw error;
    }
  }
  return undefined;
}

function listGenerations(dataDir: string): number[] {
  try {
    return readdirSync(dataDir)
      .flatMap((name) => /^holder\.(\d+)\.json$/.exec(name)?.[1] ?? [])
      .map(Number);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function parse(text: string): HolderRecord {
  try {
    return JSON.parse(text) as HolderRecord;
  } catch {
    // Records appear whole, so a torn one is what a power cut left: its holder is gone.
    const since = new Date(0).toISOString();
    return { program: 'an unknown program', pid: 0, host: hostname(), since, identity: undefined, releasedAt: since };
  }
}

function fileOf(dataDir: string, number: number): string {
  return path.join(dataDir, `holder.${number}.json`);
}
