import { randomUUID } from 'node:crypto';
import type { Day } from '@matchwatch/domain';
import { defaultPolicy, isInForce, policyFromChanges } from '@matchwatch/risk-rules';
import { appendAudit, createRun, type DataSource, findPolicyInForce, listSeasons, retryRun } from '@matchwatch/store';
import { heldText } from '@matchwatch/words';
import { followRun, type RunStanding } from '../connect/follow-run.js';
import { type Product, withProduct } from '../connect/product.js';
import { CommandFailed, exitCode } from '../exit-code.js';
import { today } from '../options.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';
import type { RunOptions } from './run.js';

/** Starts a run and, unless told otherwise, waits for its end. */
export const run = (options: RunOptions): Promise<void> => withProduct(options.school, (product) => startRun(product, options));

async function startRun(product: Product, options: RunOptions): Promise<void> {
  const { database, doorbell, school } = product;
  const id = await (options.retryFailed === undefined ? askForRun(product, options) : askForRetry(product, options.retryFailed));
  await doorbell.ring('run.open', { schoolId: school.id, runId: id });
  if (!options.wait) return;
  const standing = await followRun(database, school.id, id, showProgress);
  process.stdout.write(`${sayRun(id, standing)}\n`);
  if (standing.state === 'held') process.exitCode = exitCode.refused;
  else if (standing.state !== 'published' || standing.outcome !== 'complete') process.exitCode = exitCode.failed;
}

async function askForRun({ database, school }: Product, options: RunOptions): Promise<number> {
  const now = today(school.timeZone);
  if (options.asOf && options.asOf > now)
    throw new CommandFailed(`--as-of ${options.asOf} lies in the future; today is ${now}.`, exitCode.usage);
  const season = options.season ?? (await listSeasons(database, school.id))[0]?.season;
  if (season === undefined)
    throw new CommandFailed('There are no applicants yet. Import them first: matchwatch import --help', exitCode.refused);
  const asOf = options.asOf ?? now;
  if (!isInForce(await schoolPolicy(database, school.id, asOf), asOf))
    throw new CommandFailed(`--as-of ${asOf} lies before the first policy.`, exitCode.usage);
  const { id } = await createRun(database, school.id, {
    season,
    kind: 'manual',
    slot: `cli:${randomUUID()}`,
    asOf,
    policyVersion,
    rulesDigest,
    requestedBy: 'command line',
  });
  process.stdout.write(`Run ${id} of the ${season} Match is queued.\n`);
  return id;
}

async function askForRetry({ database, school }: Product, runId: number): Promise<number> {
  const retried = await database.transaction(async (db) => {
    const retried = await retryRun(db, school.id, runId, { policyVersion, rulesDigest, requestedBy: 'command line' });
    if (retried.outcome === 'done' && retried.created)
      await appendAudit(db, school.id, {
        at: new Date().toISOString(),
        event: 'run.retried',
        subject: `run ${runId}`,
        after: { run: retried.id, applicants: retried.applicants },
      });
    return retried;
  });
  if (retried.outcome === 'missing') throw new CommandFailed(`There is no run ${runId}.`, exitCode.usage);
  if (retried.outcome === 'refused')
    throw new CommandFailed(`Run ${runId} is ${retried.state}; only a published run has failures to try again.`, exitCode.refused);
  if (retried.outcome === 'nothing') throw new CommandFailed(`Everybody of run ${runId} was assessed, or is gone.`, exitCode.refused);
  process.stdout.write(`Run ${retried.id} of the ${retried.applicants} whom run ${runId} could not assess is queued.\n`);
  return retried.id;
}

async function schoolPolicy(database: DataSource, schoolId: string, day: Day) {
  const own = await findPolicyInForce(database, schoolId, day);
  return own ? policyFromChanges(own.version, own.changes) : defaultPolicy;
}

function showProgress({ state, assessed, population }: RunStanding): void {
  if (process.stderr.isTTY && state === 'assessing') process.stderr.write(`\r${assessed} of ${population} assessed `);
}

/** One run in words, for the terminal. */
export function sayRun(id: number, run: RunStanding): string {
  const counts = `${run.assessed} of ${run.population} assessed, ${run.unchanged} unchanged, ${run.notAssessable} cannot be assessed, ${run.failed} failed`;
  const held = run.held.map((each) => `held: ${heldText(each)}\n`).join('');
  const flags = `flags: ${run.opened} opened, ${run.raised} raised, ${run.lowered} lowered, ${run.closed} closed`;
  return `Run ${id} is ${run.state}${run.outcome === 'partial' ? ' (partial)' : ''}${run.reason ? `: ${run.reason}` : ''}\n${held}${counts}\n${flags}`;
}
