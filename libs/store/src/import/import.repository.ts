import type { Day } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import type { StagedRefusal } from './import-stage.js';

export type ImportState = 'previewed' | 'held' | 'applied' | 'cancelled' | 'undone' | 'failed';

/** What an import changes: applicants, or the table of programs. */
export type ImportSubject = 'applicants' | 'programs';

/** An import as lists show it. */
export interface ImportRow {
  id: number;
  about: ImportSubject;
  state: ImportState;
  season: number | null;
  createdBy: string;
  createdAt: string;
  appliedAt: string | null;
  knownOn: Day;
  files: { file: string; rows: number }[];
  counts: { new: number; changed: number; unchanged: number; refused: number };
  heldBecause: string | null;
  runId: number | null;
  /** Who wrote, dropped or took it back, whichever came last; null while it waits. */
  decision: { by: string; at: string; reason: string | null } | null;
}

/** What a person makes of an import. */
export interface ImportSettlement {
  state: Extract<ImportState, 'applied' | 'cancelled' | 'undone'>;
  by: string;
  at: Date;
  reason?: string | undefined;
}

/** An import with the first thousand refusals and the first hundred applicants it would change. */
export interface ImportDetail extends ImportRow {
  refused: StagedRefusal[];
  sample: { externalId: string; name: string; verdict: 'new' | 'changed'; changes: string[] }[];
}

const columns = `
  id, about, state, season, created_by as "createdBy", created_at as "createdAt", applied_at as "appliedAt", known_on as "knownOn",
  (select coalesce(jsonb_agg(jsonb_build_object('file', f -> 'file', 'rows', f -> 'rows')), '[]') from jsonb_array_elements(files) as f) as files,
  jsonb_build_object('new', new_count, 'changed', changed_count, 'unchanged', unchanged_count, 'refused', refused_count) as counts,
  held_because as "heldBecause", run_id as "runId", decided_by as "decidedBy", decided_at as "decidedAt", decision_reason as "decisionReason"`;

type Read = Omit<ImportRow, 'createdAt' | 'appliedAt' | 'decision'> & {
  createdAt: Date;
  appliedAt: Date | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
};
const told = ({ decidedBy, decidedAt, decisionReason, ...row }: Read): ImportRow => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  appliedAt: row.appliedAt?.toISOString() ?? null,
  decision: decidedBy !== null && decidedAt ? { by: decidedBy, at: decidedAt.toISOString(), reason: decisionReason } : null,
});

/** A page of imports and how many there are in all. */
export async function listImports(
  db: Database,
  schoolId: string,
  page: { states?: readonly string[] | undefined; oldestFirst?: boolean; offset: number; limit: number },
): Promise<{ rows: ImportRow[]; total: number }> {
  const states = page.states === undefined || page.states.length === 0 ? null : page.states;
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    'select count(*) as total from import_batch where school_id = $1 and ($2::text[] is null or state = any($2))',
    [schoolId, states],
  );
  const rows = await sql<Read>(
    db,
    schoolId,
    `select ${columns} from import_batch where school_id = $1 and ($2::text[] is null or state = any($2))
     order by id ${page.oldestFirst === true ? 'asc' : 'desc'} offset $3 limit $4`,
    [schoolId, states, page.offset, page.limit],
  );
  return { rows: rows.map(told), total: counted?.total ?? 0 };
}

/** An import with what it would do, or undefined outside the school. */
export async function findImport(db: Database, schoolId: string, id: number): Promise<ImportDetail | undefined> {
  const row = await sqlOne<Read>(db, schoolId, `select ${columns} from import_batch where school_id = $1 and id = $2`, [schoolId, id]);
  if (row === undefined) return undefined;
  const refused = await sql<StagedRefusal>(
    db,
    schoolId,
    `select file, row_no as "row", column_name as "column", external_id as "externalId", reason
     from import_refusal where school_id = $1 and import_id = $2 order by no limit 1000`,
    [schoolId, id],
  );
  const sample = await sql<ImportDetail['sample'][number]>(
    db,
    schoolId,
    `select external_id as "externalId", coalesce(document #>> '{name,given}' || ' ' || (document #>> '{name,family}'), document ->> 'name') as name, verdict, changed_paths as changes
     from import_row where school_id = $1 and import_id = $2 and verdict in ('new', 'changed') order by external_id limit 100`,
    [schoolId, id],
  );
  return { ...told(row), refused, sample };
}

/** Locks an import and tells its state, within a transaction. */
export const lockImport = (
  db: Database,
  schoolId: string,
  id: number,
): Promise<{ state: ImportState; about: ImportSubject; knownOn: Day } | undefined> =>
  sqlOne(db, schoolId, `select state, about, known_on as "knownOn" from import_batch where school_id = $1 and id = $2 for update`, [
    schoolId,
    id,
  ]);

/** Writes what becomes of a locked import, and who decided it. */
export async function settleImport(db: Database, schoolId: string, id: number, { state, by, at, reason }: ImportSettlement): Promise<void> {
  await sql(
    db,
    schoolId,
    `update import_batch
     set state = $3, applied_at = case when $3 = 'applied' then $5 else applied_at end, decided_by = $4, decided_at = $5, decision_reason = $6
     where school_id = $1 and id = $2`,
    [schoolId, id, state, by, at, reason ?? null],
  );
}

/** Notes the reassessment that followed an import. */
export async function setImportRun(db: Database, schoolId: string, id: number, runId: number): Promise<void> {
  await sql(db, schoolId, 'update import_batch set run_id = $3 where school_id = $1 and id = $2', [schoolId, id, runId]);
}

/** Forgets what a cancelled import would have done; its refusals stay readable. */
export async function discardImportRows(db: Database, schoolId: string, id: number): Promise<void> {
  await sql(db, schoolId, 'delete from import_row where school_id = $1 and import_id = $2', [schoolId, id]);
}
