import { type Day, dayIn } from '@matchwatch/domain';
import {
  appendAudit,
  createRun,
  type Database,
  findPolicyInForce,
  listPolicyAuthors,
  lockPolicy,
  lockPolicyVersion,
  type PolicyStep,
  type School,
  stepPolicyVersion,
} from '@matchwatch/store';
import { auditLine } from '../audit/audit-line.js';
import { notFound, ProblemError } from '../http/problem.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';
import { errorIssues } from './lint-policy.js';
import { refusal } from './permissions.js';
import { decideOnPolicy } from './policy-decision.js';
import { listCurrentSeasons, readVersion } from './trial.js';
import type { Acting } from './try-draft.js';
import { revisionConflict } from './write-draft.js';

/** Puts a tried draft in force from its day on; the person must not have written it. `revision` is the one that was looked at. */
export async function publishVersion(acting: Acting, id: number, revision: number, reason: string | undefined): Promise<void> {
  const { session, now } = acting;
  await changeInForce(acting, id, 'publish', reason, async (transaction) => {
    const context = await readVersion(transaction, session.school, id, now);
    const { allowed, because } = decideOnPolicy(session.person, 'publish', await listPolicyAuthors(transaction, session.school.id, id));
    if (!allowed) throw new ProblemError(403, `That is not allowed: ${because}.`);
    const unready = refusal('publish', context);
    if (unready !== undefined) {
      throw new ProblemError(409, `The draft cannot be published: ${unready}.`, { issues: errorIssues(context.notices) });
    }
    if (context.version.revision !== revision) throw revisionConflict(context.version.revision);
  });
}

/** Takes a published version back: the one before is in force again. */
export const withdrawVersion = (acting: Acting, id: number, reason: string): Promise<void> => changeInForce(acting, id, 'withdraw', reason);

/** Ends a draft. */
export const discardVersion = (acting: Acting, id: number, reason: string | undefined): Promise<void> =>
  changeInForce(acting, id, 'discard', reason);

const stepped = { publish: 'policy.published', withdraw: 'policy.withdrawn', discard: 'policy.discarded' } as const;

/** Takes a version to its next state and, where that changes what is in force today, asks for a run of each season that is not over. */
async function changeInForce(
  { db, doorbell, request, session: { school, person }, now }: Acting,
  id: number,
  step: PolicyStep,
  reason: string | undefined,
  check: (transaction: Database) => Promise<void> = async () => {},
): Promise<void> {
  const today = dayIn(school.timeZone, now);
  const runs = await db.transaction(async (transaction) => {
    await lockPolicy(transaction, school.id);
    // What is looked at stays as it is until it is done.
    await lockPolicyVersion(transaction, school.id, id);
    await check(transaction);
    const before = await findPolicyInForce(transaction, school.id, today);
    const done = await stepPolicyVersion(transaction, school.id, id, step, { personId: person.id, at: now, reason });
    if (done.outcome === 'missing') throw notFound('policy version');
    if (done.outcome === 'refused') throw new ProblemError(409, `The version is ${done.state}; that cannot be done to it now.`);
    const after = await findPolicyInForce(transaction, school.id, today);
    const changed = step === 'publish' ? after : before;
    const asked = {
      slot: `policy:${id}:${step}`,
      requestedBy: `${person.name} (policy ${changed?.version} ${step === 'publish' ? 'published' : 'withdrawn'})`,
    };
    const ordered = before?.id === after?.id ? [] : await orderRuns(transaction, school, today, asked);
    await appendAudit(transaction, school.id, auditLine(request, stepped[step], now, { subject: `policy version ${id}`, reason }));
    return ordered;
  });
  if (runs.length === 0) return;
  // The runs are written: when the bell cannot be rung, the worker's sweep finds them.
  await doorbell
    .ringAll(
      'run.open',
      runs.map((runId) => ({ schoolId: school.id, runId })),
    )
    .catch((error: Error) => request.log.warn({ err: error, runs }, 'could not ring for the runs of a policy'));
}

async function orderRuns(db: Database, school: School, asOf: Day, asked: { slot: string; requestedBy: string }): Promise<number[]> {
  const runs: number[] = [];
  for (const season of await listCurrentSeasons(db, school.id, asOf)) {
    const { id } = await createRun(db, school.id, { ...asked, season, kind: 'manual', asOf, policyVersion, rulesDigest });
    runs.push(id);
  }
  return runs;
}
