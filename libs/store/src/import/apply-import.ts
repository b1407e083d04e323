import type { EntityManager } from 'typeorm';
import { type ChangeMark, markParameters, type SavedRecord } from '../applicant/save-records.js';
import { writeRecords } from '../applicant/write-records.js';
import { sql } from '../database.js';
import { forbidNestedLoops } from '../whole-tables.js';

/** An applicant an import wrote. */
export interface ImportedApplicant {
  id: number;
  season: number;
}

/** Thrown inside the transaction when applicants are no longer what the import is based on; nothing of it stays. */
export class RecordsMoved extends Error {
  constructor(readonly externalIds: readonly string[]) {
    super(`${externalIds.length} records changed meanwhile, ${externalIds[0]} first`);
  }
}

/** Writes every applicant of a previewed import in this transaction, or throws `RecordsMoved`. */
export async function applyImportRows(
  db: EntityManager,
  schoolId: string,
  importId: number,
  mark: ChangeMark,
): Promise<ImportedApplicant[]> {
  await planForSize(db, schoolId, importId);
  await refuseMoved(db, schoolId, importId, 'coalesce(r.base_version, 0)');
  const written = await sql<SavedRecord>(
    db,
    schoolId,
    writeRecords(
      `select external_id, (document ->> 'season')::integer as season, document from import_row
       where school_id = $1 and import_id = $2::integer and verdict in ('new', 'changed')`,
    ),
    [schoolId, importId, ...markParameters(mark)],
  );
  // Somebody may have added an applicant of the same id after the check: then this would have written over a stranger.
  await refuseMoved(db, schoolId, importId, 'coalesce(r.base_version, 0) + 1');
  return written.map(({ id, season }) => ({ id, season }));
}

/**
 * Takes an applied import back in this transaction: changed applicants get their earlier document as a new version, new ones are removed with
 * what runs found about them. Throws `RecordsMoved` when any was changed since; whatever people added to a new one makes the database refuse.
 */
export async function undoImportRows(
  db: EntityManager,
  schoolId: string,
  importId: number,
  mark: ChangeMark,
): Promise<ImportedApplicant[]> {
  await planForSize(db, schoolId, importId);
  await refuseMoved(db, schoolId, importId, 'coalesce(r.base_version, 0) + 1');
  const restored = await sql<SavedRecord>(
    db,
    schoolId,
    writeRecords(
      `select r.external_id, (h.document ->> 'season')::integer as season, h.document
       from import_row r
       join applicant a on a.school_id = r.school_id and a.external_id = r.external_id
       join applicant_history h on h.school_id = a.school_id and h.applicant_id = a.id and h.version = r.base_version
       where r.school_id = $1 and r.import_id = $2::integer and r.verdict = 'changed'`,
    ),
    [schoolId, importId, ...markParameters(mark)],
  );
  const added = `(select a.id from import_row r join applicant a on a.school_id = r.school_id and a.external_id = r.external_id
                  where r.school_id = $1 and r.import_id = $2 and r.verdict = 'new')`;
  for (const table of ['flag_event', 'flag', 'level_change', 'shadow_change', 'standing_answer', 'applicant_summary', 'applicant_search'])
    await sql(db, schoolId, `delete from ${table} where school_id = $1 and applicant_id in ${added}`, [schoolId, importId]);
  await sql(db, schoolId, `delete from applicant where school_id = $1 and id in ${added}`, [schoolId, importId]);
  return restored.map(({ id, season }) => ({ id, season }));
}

/** Locks the applicants of an import and throws when any is not at the version `expected` tells (0: there is none). */
async function refuseMoved(db: EntityManager, schoolId: string, importId: number, expected: string): Promise<void> {
  const moved = await sql<{ externalId: string }>(
    db,
    schoolId,
    `with standing as (                                -- the applicants the import names, locked
       select a.external_id, a.version from applicant a
       join import_row r on r.school_id = a.school_id and r.external_id = a.external_id
       where r.school_id = $1 and r.import_id = $2
       order by a.id for update of a
     )
     select r.external_id as "externalId" from import_row r left join standing s on s.external_id = r.external_id
     where r.school_id = $1 and r.import_id = $2 and coalesce(s.version, 0) <> ${expected}
     order by r.external_id`,
    [schoolId, importId],
  );
  if (moved.length > 0) throw new RecordsMoved(moved.map(({ externalId }) => externalId));
}

/** From so many applicants on, a join row by row is never right. */
const manyRows = 2_000;

/** Rows staged a moment ago have no statistics, and without them the planner compares every row with every other. */
async function planForSize(db: EntityManager, schoolId: string, importId: number): Promise<void> {
  const many = await sql(db, schoolId, 'select 1 from import_row where school_id = $1 and import_id = $2 offset $3 limit 1', [
    schoolId,
    importId,
    manyRows,
  ]);
  if (many.length > 0) await forbidNestedLoops(db, schoolId);
}
