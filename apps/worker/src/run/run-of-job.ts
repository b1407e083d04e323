import type { RunRef } from '@matchwatch/queue';
import { type DataSource, isRun } from '@matchwatch/store';

/** Runs that were seen to be of the school their job names; a run keeps its school, so that a chunk asks nothing more. */
const seen = new Set<string>();
const mostSeen = 1_000;

/** Throws when the run a job names is not of the school it names: the queue is no authority on who is whose. */
export async function checkRunOfJob(database: DataSource, { schoolId, runId }: RunRef): Promise<void> {
  const key = `${runId} ${schoolId}`;
  if (seen.has(key)) return;
  if (!(await isRun(database, schoolId, runId))) throw new Error(`The school ${schoolId} has no run ${runId}`);
  if (seen.size >= mostSeen) seen.clear();
  seen.add(key);
}
