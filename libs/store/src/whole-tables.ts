import { type Database, sql } from './database.js';

/**
 * For the rest of a transaction whose statements join whole tables or steps of their own: what the planner knows of those is a guess, and
 * pairing them row by row can take a hundred times as long as it thinks.
 */
export const forbidNestedLoops = async (transaction: Database, schoolId: string): Promise<void> => {
  await sql(transaction, schoolId, 'set local enable_nestloop = off');
};
