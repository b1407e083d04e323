import type { Day } from '@matchwatch/domain';
import {
  applyImportRows,
  applyProgramRows,
  createRun,
  discardImportRows,
  type ImportedApplicant,
  type ImportState,
  type ImportSubject,
  lockImport,
  type NewRun,
  type Pool,
  RecordsMoved,
  setImportRun,
  settleImport,
  type Transaction,
  undoImportRows,
  undoProgramRows,
} from '@matchwatch/store';

/** Who decides about an import, when, and why. */
export interface ImportDecision {
  readonly schoolId: string;
  readonly id: number;
  readonly by: string;
  readonly at: Date;
  readonly reason?: string | undefined;
  /** Writes the runs that reassess whom it touched, in the same transaction; the caller rings for them. Left out, runs follow otherwise. */
  readonly reassess?: ReassessOrder | undefined;
  /** Runs last in the same transaction when it is done, such as the line for the audit. */
  readonly within?: ((db: Transaction) => Promise<void>) | undefined;
}

/** How the applicants an import touched are to be assessed again. */
export type ReassessOrder = Pick<NewRun, 'asOf' | 'policyVersion' | 'rulesDigest'>;

/** What became of a decision: the applicants written, and the queued runs that assess them again. */
export type DecisionOutcome =
  | { readonly outcome: 'done'; readonly applicants: readonly ImportedApplicant[]; readonly runs: readonly number[] }
  | { readonly outcome: 'missing' }
  /** The import is not in a state that allows it (a held one is applied only with approval). */
  | { readonly outcome: 'refused'; readonly state: ImportState }
  /** Records changed since: apply asks for a new preview, undo is no longer possible. */
  | { readonly outcome: 'moved'; readonly externalIds: readonly string[] }
  /** People have added to an applicant the import brought, so that it cannot be taken back. */
  | { readonly outcome: 'in-use' };

/** Applies an import in one transaction: everything it previewed, or nothing. `approve` applies one that is held. */
export function applyImport(pool: Pool, decision: ImportDecision & { readonly approve?: boolean | undefined }): Promise<DecisionOutcome> {
  return decide(pool, decision, async (db, { state, about, knownOn }) => {
    if (state !== 'previewed' && !(state === 'held' && decision.approve === true)) return { outcome: 'refused', state };
    if (about === 'programs') {
      await applyProgramRows(db, decision.schoolId, decision.id, programMarkOf(decision));
      await settleImport(db, decision.schoolId, decision.id, { ...decision, state: 'applied' });
      return nobodyTouched;
    }
    const applicants = await applyImportRows(db, decision.schoolId, decision.id, markOf(decision, knownOn));
    await settleImport(db, decision.schoolId, decision.id, { ...decision, state: 'applied' });
    return { outcome: 'done', applicants, runs: await orderRuns(db, decision, `import:${decision.id}`, applicants) };
  });
}

/** Gives up an import that was not applied. */
export function cancelImport(pool: Pool, decision: ImportDecision): Promise<DecisionOutcome> {
  return decide(pool, decision, async (db, { state }) => {
    if (state !== 'previewed' && state !== 'held') return { outcome: 'refused', state };
    await discardImportRows(db, decision.schoolId, decision.id);
    await settleImport(db, decision.schoolId, decision.id, { ...decision, state: 'cancelled' });
    return { outcome: 'done', applicants: [], runs: [] };
  });
}

/** Takes an applied import back as a whole, unless any of its applicants was changed since. `knownOn` is the day of the decision. */
export function undoImport(pool: Pool, decision: ImportDecision & { readonly knownOn: Day }): Promise<DecisionOutcome> {
  return decide(pool, decision, async (db, { state, about }) => {
    if (state !== 'applied') return { outcome: 'refused', state };
    if (about === 'programs') {
      await undoProgramRows(db, decision.schoolId, decision.id, programMarkOf(decision));
      await settleImport(db, decision.schoolId, decision.id, { ...decision, state: 'undone' });
      return nobodyTouched;
    }
    const reason = decision.reason ?? `Import ${decision.id} taken back`;
    const applicants = await undoImportRows(db, decision.schoolId, decision.id, markOf({ ...decision, reason }, decision.knownOn));
    await settleImport(db, decision.schoolId, decision.id, { ...decision, state: 'undone' });
    return { outcome: 'done', applicants, runs: await orderRuns(db, decision, `import:${decision.id}:undone`, applicants) };
  });
}

/** One run a season. Undoing may have removed applicants who were new; a run of nobody is quick and says so. */
async function orderRuns(
  db: Transaction,
  order: ImportDecision,
  slot: string,
  applicants: readonly ImportedApplicant[],
): Promise<number[]> {
  const runs: number[] = [];
  if (order.reassess === undefined) return runs;
  const bySeason = new Map<number, number[]>();
  for (const { id, season } of applicants) {
    const ids = bySeason.get(season);
    if (ids) ids.push(id);
    else bySeason.set(season, [id]);
  }
  for (const [season, applicantIds] of bySeason) {
    const { id } = await createRun(db, order.schoolId, {
      ...order.reassess,
      season,
      kind: 'reassess',
      slot,
      requestedBy: order.by,
      applicantIds,
    });
    runs.push(id);
  }
  if (runs[0] !== undefined) await setImportRun(db, order.schoolId, order.id, runs[0]);
  return runs;
}

const foreignKeyViolation = '23503';

async function decide(
  pool: Pool,
  { schoolId, id, within }: ImportDecision,
  act: (db: Transaction, standing: { state: ImportState; about: ImportSubject; knownOn: Day }) => Promise<DecisionOutcome>,
): Promise<DecisionOutcome> {
  try {
    return await pool.transaction(async (db) => {
      const standing = await lockImport(db, schoolId, id);
      const outcome: DecisionOutcome = standing === undefined ? { outcome: 'missing' } : await act(db, standing);
      if (outcome.outcome === 'done') await within?.(db);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RecordsMoved) return { outcome: 'moved', externalIds: error.externalIds };
    if (error instanceof Error && 'code' in error && error.code === foreignKeyViolation) return { outcome: 'in-use' };
    throw error;
  }
}

/** No applicant's record changes with the table of programs, so none is assessed again. */
const nobodyTouched: DecisionOutcome = { outcome: 'done', applicants: [], runs: [] };

const programMarkOf = ({ by, at }: ImportDecision) => ({ by, at, source: 'import' as const });

const markOf = ({ id, by, at, reason }: ImportDecision, knownOn: Day) => ({
  by,
  at,
  knownOn,
  source: 'import' as const,
  reason,
  importId: id,
});
