import type { EntityManager } from 'typeorm';
import { sql } from '../database.js';
import { type ProgramMark, writePrograms } from '../program/write-programs.js';
import { RecordsMoved } from './apply-import.js';

/** Writes every program of a previewed import in this transaction, or throws `RecordsMoved`. */
export async function applyProgramRows(db: EntityManager, schoolId: string, importId: number, mark: ProgramMark): Promise<void> {
  await refuseMoved(db, schoolId, importId, 0);
  await writePrograms(
    db,
    schoolId,
    `select external_id as code, document from import_row where school_id = $1 and import_id = $2::integer and verdict in ('new', 'changed')`,
    [importId],
    { ...mark, importId },
  );
  // Somebody may have added a program of the same code after the check: then this would have written over it.
  await refuseMoved(db, schoolId, importId, 1);
}

/** Takes an applied import back: changed programs get their earlier document as a new version, new ones are removed. */
export async function undoProgramRows(db: EntityManager, schoolId: string, importId: number, mark: ProgramMark): Promise<void> {
  await refuseMoved(db, schoolId, importId, 1);
  await writePrograms(
    db,
    schoolId,
    `select r.external_id as code, h.document
     from import_row r
     join program p on p.school_id = r.school_id and p.code = r.external_id
     join program_history h on h.school_id = p.school_id and h.program_id = p.id and h.version = r.base_version
     where r.school_id = $1 and r.import_id = $2::integer and r.verdict = 'changed'`,
    [importId],
    { ...mark, importId },
  );
  await sql(
    db,
    schoolId,
    `delete from program p using import_row r
     where p.school_id = $1 and r.school_id = p.school_id and r.external_id = p.code and r.import_id = $2 and r.verdict = 'new'`,
    [schoolId, importId],
  );
}

/** Locks the programs of an import and throws when any is not so many versions after the one the import is based on (none: 0). */
async function refuseMoved(db: EntityManager, schoolId: string, importId: number, after: number): Promise<void> {
  const moved = await sql<{ externalId: string }>(
    db,
    schoolId,
    `with standing as (                              -- the programs the import names, locked
       select p.code, p.version from program p join import_row r on r.school_id = p.school_id and r.external_id = p.code
       where r.school_id = $1 and r.import_id = $2 order by p.id for update of p
     )
     select r.external_id as "externalId" from import_row r left join standing s on s.code = r.external_id
     where r.school_id = $1 and r.import_id = $2 and coalesce(s.version, 0) <> coalesce(r.base_version, 0) + $3
     order by r.external_id`,
    [schoolId, importId, after],
  );
  if (moved.length > 0) throw new RecordsMoved(moved.map(({ externalId }) => externalId));
}
