import { existsSync } from 'node:fs';
import type { LauncherConfig } from '@matchwatch/config';
import { appRole } from '@matchwatch/domain';
import { findHolder } from '@matchwatch/embedded';
import { openDoorbell } from '@matchwatch/queue';
import {
  connect,
  type DataSource,
  findBackupTrouble,
  findMailHold,
  listPendingMigrations,
  listRowSecurityFaults,
  listSchools,
  readBackupFolder,
  runOracle,
  sql,
  sqlWithoutSchool,
} from '@matchwatch/store';
import { backupPlan, madeAt } from '../connect/backups.js';
import { configuration, findDatabaseUrl } from '../connect/product.js';
import { exitCode } from '../exit-code.js';
import type { DoctorOptions } from './doctor.js';
import { lookAtPolicies } from './policy-looks.js';
import { recomputeAnswers } from './recompute-answers.js';

/** What one look found: fine, worth knowing, or broken. */
interface Look {
  state: 'ok' | 'note' | 'bad';
  what: string;
}

/** Looks at everything and says what it found. */
export async function examine(options: DoctorOptions): Promise<void> {
  let bad = 0;
  for await (const { state, what } of looks(options)) {
    if (state === 'bad') bad++;
    process.stdout.write(`${{ ok: 'ok  ', note: 'note', bad: 'BAD ' }[state]}  ${what}\n`);
  }
  process.stdout.write(bad === 0 ? 'Nothing is broken.\n' : `${bad} ${bad === 1 ? 'thing is' : 'things are'} broken.\n`);
  if (bad > 0) process.exitCode = exitCode.failed;
}

async function* looks({ answers }: DoctorOptions): AsyncGenerator<Look> {
  const config = configuration();
  yield { state: 'ok', what: `Node ${process.version}` };
  yield { state: 'ok', what: 'the configuration can be read' };
  if (!config.databaseUrl) yield holderLook(config.dataDir);
  const url = findDatabaseUrl(config);
  if (!url) return;
  let database: DataSource;
  try {
    database = await connect({ url, poolSize: 2, applicationName: 'matchwatch doctor' });
  } catch (error) {
    yield { state: 'bad', what: `the database does not answer: ${(error as Error).message}` };
    return;
  }
  try {
    yield* databaseLooks(database);
    yield* rowSecurityLooks(database);
    yield* invariantLooks(database);
    if (config.databaseUrl) yield* loginLooks(database);
    yield await queueLook(url, config.redisUrl);
    yield* runLooks(database);
    yield* mailLooks(database);
    if (!config.databaseUrl) yield await backupLook(config);
    yield* policyLooks(database);
    if (answers) yield* answerLooks(database);
  } finally {
    await database.destroy();
  }
}

function holderLook(dataDir: string): Look {
  const holder = findHolder(dataDir);
  if (holder) return { state: 'ok', what: `${holder.program} (process ${holder.pid}) serves ${holder.address ?? 'soon'} on ${dataDir}` };
  return existsSync(dataDir)
    ? { state: 'note', what: `nothing runs on ${dataDir}; start it with npm start` }
    : { state: 'note', what: `${dataDir} does not exist yet; npm start makes it` };
}

async function* databaseLooks(database: DataSource): AsyncGenerator<Look> {
  const [server] = await sqlWithoutSchool<{ version: string; size: string }>(
    database,
    `select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`,
  );
  yield { state: 'ok', what: `PostgreSQL ${server?.version} answers, ${server?.size}` };
  const pending = await listPendingMigrations(database);
  yield pending.length > 0
    ? { state: 'bad', what: 'the schema is older than this program; npm start brings it up to date' }
    : { state: 'ok', what: 'the schema is current' };
}

const mostFaults = 5;

async function* rowSecurityLooks(database: DataSource): AsyncGenerator<Look> {
  const faults = await listRowSecurityFaults(database);
  for (const { what, why } of faults.slice(0, mostFaults)) yield { state: 'bad', what: `schools are not kept apart: ${what}: ${why}` };
  if (faults.length > mostFaults) yield { state: 'bad', what: `schools are not kept apart in ${faults.length - mostFaults} more places` };
  if (faults.length === 0) yield { state: 'ok', what: 'row-level security keeps schools apart in every table' };
}

async function* invariantLooks(database: DataSource): AsyncGenerator<Look> {
  // Their tables may not be there yet, or no longer be as they are asked for.
  if ((await listPendingMigrations(database)).length > 0) return;
  for (const { name, violations, examples } of await runOracle(database))
    yield violations === 0
      ? { state: 'ok', what: name }
      : { state: 'bad', what: `${name}: not so in ${violations} (${examples.join('; ')})` };
}

async function* loginLooks(database: DataSource): AsyncGenerator<Look> {
  const [login] = await sqlWithoutSchool<{ name: string; isOwner: boolean }>(
    database,
    `select session_user as name, r.rolsuper or r.rolbypassrls or pg_has_role(r.oid, c.relowner, 'member') as "isOwner"
     from pg_roles r, pg_class c where r.rolname = session_user and c.oid = 'school'::regclass`,
  );
  if (login?.isOwner)
    yield {
      state: 'note',
      what: `the login ${login.name} could put row-level security aside; give DATABASE_URL a login that is only a member of ${appRole}, and DATABASE_OWNER_URL this one`,
    };
}

async function queueLook(databaseUrl: string, redisUrl: string | undefined): Promise<Look> {
  const doorbell = openDoorbell({ databaseUrl, redisUrl });
  try {
    await doorbell.ping();
    const counts = await doorbell.counts();
    const waiting = (counts.waiting ?? 0) + (counts.prioritized ?? 0);
    return { state: 'ok', what: `the queue answers (${doorbell.backend}): ${waiting} waiting, ${counts.active ?? 0} at work` };
  } catch (error) {
    return { state: 'bad', what: `the queue does not answer: ${(error as Error).message}` };
  } finally {
    await doorbell.close();
  }
}

async function* mailLooks(database: DataSource): AsyncGenerator<Look> {
  if ((await listPendingMigrations(database)).length > 0) return;
  for (const school of await listSchools(database)) {
    const held = await findMailHold(database, school.id);
    if (held)
      yield {
        state: 'note',
        what: `${school.name}: restored from a backup as of ${held.backupAt.toISOString()}, so no mail goes out (${held.waiting} wait); let it go on at Reports, Mail, or with matchwatch report resume`,
      };
  }
}

async function backupLook(config: LauncherConfig): Promise<Look> {
  const { folder } = backupPlan(config);
  const timing = {
    cron: config.backupCron,
    timeZone: config.schoolTimeZone,
    since: madeAt(config.dataDir).toISOString(),
    workingSince: null,
    failed: null,
  };
  const content = await readBackupFolder(folder);
  const trouble = findBackupTrouble(timing, content, new Date(), config.scheduleAlarmMinutes);
  const last = content.kept[0] ? `the newest backup is as of ${content.kept[0].takenAt}` : 'there is no backup yet';
  if (!trouble) return { state: 'ok', what: last };
  const what =
    trouble.why === 'failed' ? `the backup of ${trouble.at} failed: ${content.failed?.why}` : `no backup was taken at ${trouble.at}`;
  return { state: 'bad', what: `${what}; ${last}` };
}

interface LastRun {
  season: number;
  id: number;
  state: string;
  outcome: string | null;
  reason: string | null;
  as_of: string;
  idle: number;
}

async function* runLooks(database: DataSource): AsyncGenerator<Look> {
  for (const school of await listSchools(database)) {
    const runs = await sql<LastRun>(
      database,
      school.id,
      `select distinct on (season) season, id, state, outcome, reason, as_of, extract(epoch from clock_timestamp() - rung_at)::integer as idle
       from run where school_id = $1 and kind not in ('reassess', 'shadow') order by season desc, id desc`,
      [school.id],
    );
    if (runs.length === 0) yield { state: 'note', what: `${school.name}: no run yet` };
    for (const run of runs) yield lastRunLook(school.name, run);
  }
}

const stuckAfterSeconds = 120;

function lastRunLook(school: string, run: LastRun): Look {
  const what = `${school}, ${run.season} Match: run ${run.id} as of ${run.as_of} is ${run.state}${run.outcome === 'partial' ? ' (partial)' : ''}`;
  if (run.state === 'published') return { state: run.outcome === 'complete' ? 'ok' : 'note', what };
  if (run.state === 'failed') return { state: 'bad', what: `${what}: ${run.reason}` };
  if (run.state === 'held') return { state: 'bad', what: `${what} and waits for a person: ${run.reason}` };
  if (run.state === 'cancelled') return { state: 'note', what };
  return run.idle > stuckAfterSeconds
    ? { state: 'bad', what: `${what} and has not moved for ${run.idle} s; is a worker running?` }
    : { state: 'ok', what };
}

const mostNamed = 5;

async function* policyLooks(database: DataSource): AsyncGenerator<Look> {
  for (const school of await listSchools(database))
    for (const { version, faults } of await lookAtPolicies(database, school, new Date())) {
      const what = `${school.name}: policy ${version}`;
      if (faults.length === 0) yield { state: 'ok', what: `${what} can be read` };
      else {
        const named = faults.slice(0, mostNamed).map(({ path, reason }) => `${path} ${reason}`);
        const rest = faults.length > named.length ? '; and others' : '';
        yield { state: 'bad', what: `${what} is not what this program allows: ${named.join('; ')}${rest}` };
      }
    }
}

async function* answerLooks(database: DataSource): AsyncGenerator<Look> {
  for (const school of await listSchools(database)) {
    const { same, different, otherRules, gone } = await recomputeAnswers(database, school.id);
    if (different.length === 0) yield { state: 'ok', what: `${school.name}: ${same} stored answers computed again, each the same` };
    else {
      const named = different.slice(0, mostNamed).map(({ runId, applicantId }) => `run ${runId}, applicant ${applicantId}`);
      const rest = different.length > named.length ? ' and others' : '';
      yield {
        state: 'bad',
        what: `${school.name}: ${different.length} of ${same + different.length} stored answers come out otherwise (${named.join('; ')}${rest})`,
      };
    }
    if (otherRules > 0)
      yield {
        state: 'note',
        what: `${school.name}: ${otherRules} answers were given by other rules or another default policy than this program has`,
      };
    if (gone > 0) yield { state: 'note', what: `${school.name}: the records of ${gone} answers are gone` };
  }
}
