import type { ApplicantRecord, Day } from '@matchwatch/domain';
import { type Database, sql } from '../database.js';
import { writeRecords } from './write-records.js';

export const recordSources = ['screen', 'import', 'api', 'demo'] as const;

/** Who changed records, when, why and by which door. */
export interface ChangeMark {
  by: string;
  at: Date;
  /** The day the new facts became known; a backtest sees them from then on. */
  knownOn: Day;
  source: (typeof recordSources)[number];
  reason?: string | undefined;
  importId?: number | undefined;
}

export interface SavedRecord {
  id: number;
  externalId: string;
  version: number;
  season: number;
}

// Bounds the size of one statement: what a larger one keeps while it runs spills to disk.
const batchSize = 500;

const statement = writeRecords(
  `select said."externalId" as external_id, said.season, document
   from json_array_elements($2::json) as document cross join lateral json_to_record(document) as said ("externalId" text, season integer)`,
);

/** The parameters of `writeRecords` that tell the change. */
export const markParameters = (mark: ChangeMark): unknown[] => [
  mark.by,
  mark.at,
  mark.knownOn,
  mark.reason ?? null,
  mark.source,
  mark.importId ?? null,
];

/**
 * Writes the records that differ from what stands and leaves the rest untouched; answers with those written.
 * One `externalId` may appear only once. Run it in a transaction of the caller's: either all are saved or none.
 */
export async function saveRecords(
  db: Database,
  schoolId: string,
  records: readonly ApplicantRecord[],
  mark: ChangeMark,
): Promise<SavedRecord[]> {
  const saved: SavedRecord[] = [];
  for (let from = 0; from < records.length; from += batchSize) {
    const documents = JSON.stringify(records.slice(from, from + batchSize));
    saved.push(...(await sql<SavedRecord>(db, schoolId, statement, [schoolId, documents, ...markParameters(mark)])));
  }
  return saved;
}
