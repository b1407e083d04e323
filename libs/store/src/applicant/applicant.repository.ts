import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { type ChangeMark, type SavedRecord, saveRecords } from './save-records.js';

/** A record as it stands, with its version and the mark of the change that made it. */
export interface StandingRecord {
  id: number;
  version: number;
  record: ApplicantRecord;
  changedBy: string;
  changedAt: Date;
  knownOn: Day;
  reason: string | null;
  source: ChangeMark['source'];
  importId: number | null;
}

/** What became of a write that named the version it was based on. */
export type WriteOutcome =
  | { outcome: 'saved'; saved: SavedRecord }
  | { outcome: 'unchanged'; version: number }
  | { outcome: 'conflict'; currentVersion: number }
  | { outcome: 'missing' };

const columns = `id, version, document as record, changed_by as "changedBy", changed_at as "changedAt", known_on as "knownOn", reason, source, import_id as "importId"`;

/** The record of an applicant, or undefined outside the school. */
export const findRecord = (db: Database, schoolId: string, id: number): Promise<StandingRecord | undefined> =>
  sqlOne<StandingRecord>(db, schoolId, `select ${columns} from applicant where school_id = $1 and id = $2`, [schoolId, id]);

/** Every version of a record, newest first; empty when there is no such applicant. */
export const listRecordVersions = (db: Database, schoolId: string, id: number): Promise<StandingRecord[]> =>
  sql<StandingRecord>(
    db,
    schoolId,
    `select ${columns} from applicant where school_id = $1 and id = $2
     union all
     select ${columns.replace('id,', 'applicant_id,')} from applicant_history where school_id = $1 and applicant_id = $2
     order by version desc`,
    [schoolId, id],
  );

/** Replaces a record if it still is at `version`. Run it in a transaction together with what must follow from it. */
export async function saveRecord(
  db: Database,
  schoolId: string,
  id: number,
  version: number,
  record: ApplicantRecord,
  mark: ChangeMark,
): Promise<WriteOutcome> {
  const current = await sqlOne<{ version: number; externalId: string }>(
    db,
    schoolId,
    `select version, external_id as "externalId" from applicant where school_id = $1 and id = $2 for update`,
    [schoolId, id],
  );
  if (!current) return { outcome: 'missing' };
  if (current.version !== version) return { outcome: 'conflict', currentVersion: current.version };
  const [saved] = await saveRecords(db, schoolId, [{ ...record, externalId: current.externalId }], mark);
  return saved ? { outcome: 'saved', saved } : { outcome: 'unchanged', version };
}
