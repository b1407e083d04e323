import { readFileSync } from 'node:fs';
import { type Database, sql } from '../database.js';
import { listSchools } from '../school/school.repository.js';
import { computedInvariants } from './computed-invariants.js';

/** Something that must hold of what is stored, and how often it does not. */
export interface InvariantReport {
  /** What must hold, in words. */
  name: string;
  violations: number;
  /** The first few that do not. */
  examples: string[];
}

/** An invariant that does not hold. */
export type BrokenInvariant = InvariantReport;

interface Invariant {
  name: string;
  statement: string;
}

// Beside the sources, so that it can be given to psql as well; the built file is as far from it.
const file = new URL('../../src/oracle/oracle.sql', import.meta.url);
const heading = /^-- invariant: (.+)$/m;

function readInvariants(): Invariant[] {
  const [, ...parts] = readFileSync(file, 'utf8').split(heading);
  const invariants: Invariant[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2)
    invariants.push({ name: (parts[at] ?? '').trim(), statement: (parts[at + 1] ?? '').trim().replace(/;$/, '') });
  return invariants;
}

const mostExamples = 5;

/**
 * Asks of each invariant of `oracle.sql`, and of those that are computed besides, what does not hold, over all schools. Each is one statement and so about one instant: it may be
 * asked while the product works. Foreign keys and checks are the database's own and not asked again.
 */
export async function runOracle(db: Database): Promise<InvariantReport[]> {
  const schools = await listSchools(db);
  const reports: InvariantReport[] = [];
  for (const { name, statement } of readInvariants()) {
    let violations = 0;
    const examples: string[] = [];
    for (const { id } of schools) {
      const [found] = await sql<{ total: number; examples: string[] | null }>(
        db,
        id,
        `select count(*) as total, (array_agg(what))[1:${mostExamples}] as examples from (${statement}) as violation (what)`,
      );
      violations += found?.total ?? 0;
      examples.push(...(found?.examples ?? []).map((what) => (schools.length > 1 ? `${id}: ${what}` : what)));
    }
    reports.push({ name, violations, examples: examples.slice(0, mostExamples) });
  }
  for (const { name, find } of computedInvariants) {
    const found: string[] = [];
    for (const { id } of schools) for await (const what of find(db, id)) found.push(schools.length > 1 ? `${id}: ${what}` : what);
    reports.push({ name, violations: found.length, examples: found.slice(0, mostExamples) });
  }
  return reports;
}
