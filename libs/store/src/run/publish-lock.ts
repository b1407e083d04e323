import { type Database, sql } from '../database.js';

const key = `hashtextextended('publish ' || $1, 0)`;

/** Waits until nobody publishes in the school, and until nobody decides about its flags, and keeps both out for this transaction. */
export const lockPublishing = (db: Database, schoolId: string) => sql(db, schoolId, `select pg_advisory_xact_lock(${key})`, [schoolId]);

/**
 * Waits for a publication under way and holds the next one back for this transaction, which must be short: what a person decides about flags
 * and what a run says of them meet in the rows of lists, and each would otherwise count without the other.
 */
export const holdPublishingBack = (db: Database, schoolId: string) =>
  sql(db, schoolId, `select pg_advisory_xact_lock_shared(${key})`, [schoolId]);
