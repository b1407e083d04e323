import type { GuardRails, RunKind } from '@matchwatch/domain';
import type { Doorbell, Handlers, Jobs, RunJobName } from '@matchwatch/queue';
import { defaultPolicy } from '@matchwatch/risk-rules';
import {
  abandonChunk,
  closeRun,
  type DataSource,
  failRun,
  finishChunk,
  finishShadowChunk,
  openRun,
  publishRun,
  readChunk,
  refreshMemberships,
} from '@matchwatch/store';
import { ruleCodes, rulesDigest } from '../rules-in-force.js';
import { assessChunk } from './assess.js';
import { assessorFor, runPolicyOf } from './assessors.js';
import { compareChunk } from './compare.js';
import { checkRunOfJob } from './run-of-job.js';

/** People wait for the run that follows their edit; a cohort's run can wait for them. */
const isUrgent = (kind: string): boolean => kind === ('reassess' satisfies RunKind);

/** One handler a job; each may be done twice. The database says what is true, also whose a run is; the doorbell only what may be due. */
export function runHandlers(
  database: DataSource,
  doorbell: Doorbell,
  { chunkSize, rails }: { chunkSize: number; rails?: GuardRails },
): Pick<Handlers, RunJobName> {
  const open: Handlers['run.open'] = async ({ schoolId, runId }) => {
    await checkRunOfJob(database, { schoolId, runId });
    const opened = await database.transaction((db) =>
      openRun(db, schoolId, runId, { chunkSize, policyVersion: defaultPolicy.version, rulesDigest }),
    );
    if (!opened) return;
    const chunks = opened.chunks.map((chunk) => ({ schoolId, runId, chunk }));
    if (chunks.length > 0) await doorbell.ringAll('run.assess-chunk', chunks, { urgent: isUrgent(opened.kind) });
    else await doorbell.ring('run.close', { schoolId, runId });
  };

  return {
    'run.open': open,
    'applicant.reassess': open,

    'run.assess-chunk': async ({ schoolId, runId, chunk }) => {
      await checkRunOfJob(database, { schoolId, runId });
      const members = await readChunk(database, schoolId, runId, chunk);
      const { asOf, policy, base } = await runPolicyOf(database, schoolId, runId);
      const assess = assessorFor(policy, asOf);
      const last = base
        ? await finishShadowChunk(database, schoolId, runId, chunk, compareChunk(members, assessorFor(base, asOf), assess))
        : await finishChunk(database, schoolId, runId, chunk, assessChunk(members, assess));
      if (last) await doorbell.ring('run.close', { schoolId, runId }, { urgent: true });
    },

    'run.close': async ({ schoolId, runId }) => {
      await checkRunOfJob(database, { schoolId, runId });
      const state = await database.transaction((db) => closeRun(db, schoolId, runId, rails));
      if (state === 'closed') await doorbell.ring('run.publish', { schoolId, runId }, { urgent: true });
    },

    'run.publish': async ({ schoolId, runId }) => {
      await checkRunOfJob(database, { schoolId, runId });
      await database.transaction((db) => publishRun(db, schoolId, runId, ruleCodes));
      await refreshMemberships(database, schoolId, runId);
      await doorbell.ring('digest.open', { schoolId, runId });
    },
  };
}

/** The queue says of a job whose worker died too often only that it stalled. */
const whyGivenUp = ({ message }: Error): string =>
  message.includes('stalled') ? 'the worker ended again and again while it was at them' : message;

/** What is written when a job will not be tried again: a range given up, or a run that failed. */
export async function giveUp(
  database: DataSource,
  doorbell: Doorbell,
  name: RunJobName,
  data: Jobs[RunJobName],
  error: Error,
): Promise<void> {
  const { schoolId, runId } = data;
  if (name !== 'run.assess-chunk' || !('chunk' in data)) {
    await failRun(database, schoolId, runId, `${name} failed: ${error.message}`);
    return;
  }
  const last = await abandonChunk(database, schoolId, runId, data.chunk, whyGivenUp(error));
  if (last) await doorbell.ring('run.close', { schoolId, runId }, { urgent: true });
}
