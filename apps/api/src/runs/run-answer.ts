import type { Run } from '@matchwatch/contracts';
import { type ApplicantView, isLate, scheduledRunKinds } from '@matchwatch/domain';
import { countRestrictedEvents, type Database, isWholeSchool, type RunRow } from '@matchwatch/store';

/** The time of the schedule that a run stands for. */
function slotAtOf({ kind, slot }: RunRow): Date | undefined {
  if (!scheduledRunKinds.some((each) => each === kind)) return undefined;
  const at = new Date(slot);
  // Runs of earlier days and of the demonstration name a day.
  return slot.includes('T') && !Number.isNaN(at.getTime()) ? at : undefined;
}

const toRun = ({ queuedAt, startedAt, closedAt, publishedAt, levels, ...run }: RunRow, slotAt: Date | undefined): Run => ({
  ...run,
  slotAt: slotAt?.toISOString() ?? null,
  late: slotAt !== undefined && isLate({ at: slotAt }, queuedAt),
  queuedAt: queuedAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
  publishedAt: publishedAt?.toISOString() ?? null,
  levels: levels as Run['levels'],
});

const moves = ['opened', 'raised', 'lowered', 'closed'] as const;

/** Runs as they cross HTTP for a view: the cohort's levels for who sees everybody's, and no count of what is withheld. */
export async function readRunAnswers(db: Database, schoolId: string, view: ApplicantView, rows: readonly RunRow[]): Promise<Run[]> {
  const restricted =
    rows.length === 0 || isWholeSchool(view.wellbeing)
      ? []
      : await countRestrictedEvents(
          db,
          schoolId,
          rows.map(({ id }) => id),
        );
  return rows.map((row) => {
    const run = toRun(row, slotAtOf(row));
    const counts = { ...run.counts };
    const hidden = restricted.find(({ runId }) => runId === row.id);
    if (hidden) for (const move of moves) counts[move] -= hidden[move];
    return { ...run, counts, levels: view.risk.everyone ? run.levels : {} };
  });
}

/** The same for one. */
export async function readRunAnswer(db: Database, schoolId: string, view: ApplicantView, row: RunRow): Promise<Run> {
  const [run] = await readRunAnswers(db, schoolId, view, [row]);
  if (!run) throw new Error('A run has no answer');
  return run;
}
