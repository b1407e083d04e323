import { setTimeout as sleep } from 'node:timers/promises';
import { type HeldBy, liveRunStates, type RunState } from '@matchwatch/domain';
import { type DataSource, sqlOne } from '@matchwatch/store';

/** How a run stands, as far as a command line tells. */
export interface RunStanding {
  state: RunState;
  outcome: string | null;
  reason: string | null;
  held: readonly HeldBy[];
  population: number;
  assessed: number;
  unchanged: number;
  notAssessable: number;
  failed: number;
  opened: number;
  raised: number;
  lowered: number;
  closed: number;
  chunksDone: number;
  chunksTotal: number;
}

const everyMs = 100;

/** Waits until a run no longer moves by itself; tells its standing whenever that changed. */
export async function followRun(
  database: DataSource,
  schoolId: string,
  runId: number,
  onProgress: (run: RunStanding) => void = () => {},
): Promise<RunStanding> {
  let last = '';
  for (;;) {
    const run = await sqlOne<RunStanding>(
      database,
      schoolId,
      `select state, outcome, reason, held, population, assessed, unchanged, not_assessable as "notAssessable", failed, opened, raised, lowered, closed,
              chunks_done as "chunksDone", chunks_total as "chunksTotal"
       from run where school_id = $1 and id = $2`,
      [schoolId, runId],
    );
    if (!run) throw new Error(`Run ${runId} is gone`);
    const now = JSON.stringify(run);
    if (now !== last) onProgress(run);
    last = now;
    if (!liveRunStates.has(run.state)) return run;
    await sleep(everyMs);
  }
}
