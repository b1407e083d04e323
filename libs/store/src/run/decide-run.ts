import { type Database, sqlOne } from '../database.js';

/** What a person decides about a run: each says from which states it is possible and what becomes of it. */
const decisions = {
  cancel: { from: ['queued', 'assessing', 'closed', 'held'], to: 'cancelled', said: 'Cancelled' },
  approve: { from: ['held'], to: 'closed', said: 'Approved' },
  discard: { from: ['held'], to: 'cancelled', said: 'Discarded' },
} as const;
export type RunDecision = keyof typeof decisions;

export type DecisionOutcome = { outcome: 'done'; state: string } | { outcome: 'refused'; state: string } | { outcome: 'missing' };

/** Applies a person's decision if the run is in a state that allows it; the caller rings `run.publish` after an approval. */
export async function decideRun(
  db: Database,
  schoolId: string,
  runId: number,
  decision: RunDecision,
  { by, reason }: { by: string; reason?: string | undefined },
): Promise<DecisionOutcome> {
  const { from, to, said } = decisions[decision];
  const line = `${said} by ${by}${reason ? `: ${reason}` : '.'}`;
  const changed = await sqlOne<{ state: string }>(
    db,
    schoolId,
    `update run set state = $4, reason = concat_ws(chr(10), reason, $5::text), rung_at = clock_timestamp()
     where school_id = $1 and id = $2 and state = any ($3::text[]) returning state`,
    [schoolId, runId, from, to, line],
  );
  if (changed) return { outcome: 'done', state: changed.state };
  const run = await sqlOne<{ state: string }>(db, schoolId, 'select state from run where school_id = $1 and id = $2', [schoolId, runId]);
  return run ? { outcome: 'refused', state: run.state } : { outcome: 'missing' };
}
