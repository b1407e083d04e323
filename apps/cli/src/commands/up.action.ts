import path from 'node:path';
import type { LauncherConfig } from '@matchwatch/config';
import { asksForBackup, deskStateMessage } from '@matchwatch/store';
import { configuration } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import { type BackupDesk, openBackupDesk } from '../up/backup-desk.js';
import { type Child, keepRunning } from '../up/child.js';
import { demoSignIns, loadDemo, schoolsOf } from '../up/demo-school.js';
import { createSay, type Say } from '../up/say.js';
import { offerSetupLinks } from '../up/setup-link.js';
import { type RunningDatabase, startDatabase } from '../up/start-database.js';

interface End {
  code: number;
  why: string;
}

/** Starts everything and runs until told to stop. */
export async function up(wantsDemo: boolean): Promise<void> {
  const config = configuration();
  const say = createSay();
  let finish: (end: End) => void = () => {};
  const ended = new Promise<End>((resolve) => {
    finish = resolve;
  });
  const lost = (reason: string) => finish({ code: exitCode.failed, why: reason });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // The second time a person means it.
      if (signal === 'SIGINT' && interrupted) process.exit(exitCode.failed);
      interrupted = signal === 'SIGINT';
      finish({ code: exitCode.ok, why: 'Stopping' });
    });
  }
  let interrupted = false;
  let database: RunningDatabase | undefined;
  const children: Child[] = [];
  const desk: { open?: BackupDesk } = {};
  try {
    database = await startDatabase(config, say, lost);
    // Stopped while the database came up.
    const start = startProduct(config, database, wantsDemo, { children, desk }, say, lost);
    const first = await Promise.race([start, ended]);
    const { code, why } = first ?? (await ended);
    say(why);
    process.exitCode = code;
  } finally {
    const ended = (await desk.open?.stop()) ?? true;
    await Promise.all(children.map((child) => child.stop()));
    await database?.stop();
    say(ended ? 'Stopped' : 'Stopped; a backup that was being taken did not end');
    // What hangs on a disk would keep the process for ever.
    if (!ended) process.exit(process.exitCode ?? exitCode.failed);
  }
}

async function startProduct(
  config: LauncherConfig,
  database: RunningDatabase,
  wantsDemo: boolean,
  { children, desk }: { children: Child[]; desk: { open?: BackupDesk } },
  say: Say,
  lost: (reason: string) => void,
): Promise<undefined> {
  const { url } = database;
  const schools = await schoolsOf(url);
  const fresh = wantsDemo && schools === 'none';
  const accounts = fresh || schools === 'demo' ? demoSignIns : [];
  const env = {
    ...process.env,
    DATABASE_URL: url,
    // The key that seals second factors lies where backups look for it.
    DATA_DIR: path.resolve(config.dataDir),
    DEMO: String(accounts.length > 0),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
  // How backups stand is told whenever it changed, and to each web server that says a first word.
  const tellOfBackups = () => {
    if (desk.open) api.tell(deskStateMessage(desk.open.state()));
  };
  const heard = (message: unknown) => {
    if (asksForBackup(message)) desk.open?.backUpNow();
    tellOfBackups();
  };
  const api = keepRunning('web server', '@matchwatch/api/main', env, say, lost, heard);
  const worker = keepRunning('worker', '@matchwatch/worker/main', env, say, lost);
  children.push(api, worker);
  const [listening] = await Promise.all([api.ready, worker.ready]).catch((error: Error) => {
    throw new CommandFailed(error.message);
  });
  const address = String(listening.address);
  database.announce(address);
  say('Web server and worker are ready');
  if (fresh) await loadDemo({ databaseUrl: url, redisUrl: config.redisUrl, timeZone: config.schoolTimeZone, say });
  if (database.embedded) desk.open = openBackupDesk(config, database.ownerUrl, say, tellOfBackups);
  tellOfBackups();
  say('');
  say(`Matchwatch is ready: ${address}`);
  for (const { email, password, role } of accounts) say(`  ${role.padEnd(14)} ${email}  ${password}`);
  if (accounts.length > 0) say('  These are demo accounts on fictional people.');
  else {
    const links = await offerSetupLinks({ databaseUrl: url, address: config.publicUrl ?? address, timeZone: config.schoolTimeZone });
    for (const { school, link } of links) say(`  Nobody can sign in to ${school} yet. Set it up within a day, once: ${link}`);
  }
  say('Ctrl-C stops it.');
  return undefined;
}
