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

// Bounds the size of one statement; a document is a few kilobytes.
const batchSize = 2000;

const statement = writeRecords(
  `select document ->> 'externalId' as external_id, (document ->> 'season')::integer as season, document from jsonb_array_elements($2::jsonb) as document`,
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
    saved.push(...(await sql<SavedRecord>(db, statement, [schoolId, documents, ...markParameters(mark)])));
  }
  return saved;
}
