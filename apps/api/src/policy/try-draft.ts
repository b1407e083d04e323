import type { Doorbell } from '@matchwatch/queue';
import { appendAudit, createShadowRun, type Database, lockPolicyVersion, recordShadow, type StandingSession } from '@matchwatch/store';
import { auditLine } from '../audit/audit-line.js';
import { ProblemError } from '../http/problem.js';
import type { IdentifiedRequest } from '../http/request-log.js';
import { rulesDigest } from '../rules-in-force.js';
import { errorIssues } from './lint-policy.js';
import { refusal } from './permissions.js';
import { readVersion } from './trial.js';

export interface Acting {
  db: Database;
  doorbell: Doorbell;
  request: IdentifiedRequest;
  session: StandingSession;
  now: Date;
}

/** Writes a shadow run of every season that is not over, with what the draft says now, and rings for them. */
export async function tryDraft({ db, doorbell, request, session: { school, person }, now }: Acting, id: number): Promise<void> {
  const runs = await db.transaction(async (transaction) => {
    // What is looked at is what is tried.
    await lockPolicyVersion(transaction, school.id, id);
    const context = await readVersion(transaction, school, id, now);
    const because = refusal('shadow', context);
    if (because !== undefined) {
      throw new ProblemError(409, `The draft cannot be tried: ${because}.`, { issues: errorIssues(context.notices) });
    }
    const asked = { versionId: id, asOf: context.day, rulesDigest, requestedBy: person.name };
    const created: number[] = [];
    for (const season of context.trial.seasons) {
      const run = await createShadowRun(transaction, school.id, { ...asked, season });
      if (run) created.push(run.id);
    }
    if (created.some((run) => !context.trial.runs.some((before) => before.id === run))) {
      await recordShadow(transaction, school.id, id, { personId: person.id, at: now });
      await appendAudit(transaction, school.id, auditLine(request, 'policy.tried', now, { subject: `policy version ${id}` }));
    }
    return created;
  });
  // The runs are written: when the bell cannot be rung, the worker's sweep finds them.
  await doorbell
    .ringAll(
      'run.open',
      runs.map((runId) => ({ schoolId: school.id, runId })),
      { urgent: true },
    )
    .catch((error: Error) => request.log.warn({ err: error, runs }, 'could not ring for a trial of a policy'));
}
