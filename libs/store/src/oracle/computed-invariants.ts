import { type Database, sql } from '../database.js';
import { digestOf } from '../digest.js';
import { openFlagsWithReviews, reviewAggregates, reviewColumns } from '../review/review-sql.js';

/** An invariant that takes more than one statement to ask: what does not hold in a school, one text each. */
export interface ComputedInvariant {
  name: string;
  find(db: Database, schoolId: string): AsyncGenerator<string>;
}

// A document is some hundred kilobytes at most.
const editionsAtOnce = 20;

/** The document is kept as the text that the digest was taken of. */
async function* changedEditions(db: Database, schoolId: string): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const page = await sql<{ id: number; digest: string; document: string }>(
      db,
      schoolId,
      `select id, digest, document::text as document from report_edition where school_id = $1 and id > $2 order by id limit ${editionsAtOnce}`,
      [schoolId, after],
    );
    for (const { id, digest, document } of page)
      if (digestOf(document) !== digest) yield `edition ${id} of a report is not what was frozen: its digest is ${digest}`;
    const last = page.at(-1);
    if (!last || page.length < editionsAtOnce) return;
    after = last.id;
  }
}

const list = (of: string): string => reviewColumns.map((column) => `${of}.${column}`).join(', ');

/** Asked by the very SQL that publishing and deciding write those columns with. */
async function* wrongQueueRows(db: Database, schoolId: string): AsyncGenerator<string> {
  const rows = await sql<{ id: number }>(
    db,
    schoolId,
    `select s.applicant_id as id from applicant_summary s
     cross join lateral (select ${reviewAggregates()} from ${openFlagsWithReviews('s.school_id', 's.applicant_id')}) as waiting
     where s.school_id = $1 and (${list('s')}) is distinct from (${list('waiting')}) order by s.applicant_id`,
    [schoolId],
  );
  for (const { id } of rows) yield `the summary of applicant ${id} says otherwise of what waits for a review`;
}

/** What is asked besides `oracle.sql`. */
export const computedInvariants: readonly ComputedInvariant[] = [
  { name: 'an edition of a report is what was frozen', find: changedEditions },
  { name: 'summaries tell what waits for a review as flags and reviews do', find: wrongQueueRows },
];
