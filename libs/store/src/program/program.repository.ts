import type { Day, Program, ProgramChoice, ProgramFactName, SpecialtyKey } from '@matchwatch/domain';
import type { ListPage, ListWindow } from '../applicant/applicant-list.repository.js';
import { type CaseworkOutcome, whyNothing } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { nameKey, type ProgramMark, writePrograms } from './write-programs.js';

/** A program of the table. */
export interface ProgramRow {
  id: number;
  version: number;
  program: Program;
  changedBy: string;
  changedAt: Date;
}

/** A program of a list. */
export interface ListedProgramRow extends ProgramRow {
  /** The oldest day of a fact. */
  checkedOn: Day | null;
  /** How often somebody spoke to it for an applicant. */
  advocacies: number;
}

/** What programs may be searched by. */
export interface ProgramCriteria {
  q?: string | undefined;
  id?: readonly number[] | undefined;
  specialty?: readonly SpecialtyKey[] | undefined;
  state?: readonly string[] | undefined;
  /** Facts that are known to be so. */
  yes?: readonly ProgramFactName[] | undefined;
  /** Some fact was checked before that day, or (with `false`) none was. */
  checkedBefore?: { day: Day; is: boolean } | undefined;
}

const sortColumns = { name: 'lower(p.name)', state: 'p.state', checkedOn: 'p.checked_on', id: 'p.id' } as const;
export type ProgramSort = keyof typeof sortColumns;

const columns = `p.id, p.version, p.document as program, p.changed_by as "changedBy", p.changed_at as "changedAt"`;

/** SQL: the advocacies of a program `p`: those that name it by its row, and those that name a program of no row by its name. */
export const advocaciesOfSql = `a.school_id = p.school_id and a.outcome <> 'withdrawn'
  and (a.program_id = p.id or (a.program_id is null and ${nameKey('a.program')} = p.name_key and coalesce(a.specialty, p.specialty) = p.specialty))`;

function conditionsOf(schoolId: string, { q, id, specialty, state, yes, checkedBefore }: ProgramCriteria, p: Parameters): string {
  const conditions = [`p.school_id = ${p.add(schoolId)}`];
  if (q) {
    const told = `concat_ws(' ', p.code, p.name, p.document ->> 'institution', p.document ->> 'city', p.state)`;
    for (const word of q.toLowerCase().split(/\s+/).slice(0, 8)) conditions.push(`strpos(lower(${told}), ${p.add(word)}) > 0`);
  }
  if (id) conditions.push(`p.id = any (${p.add(id)}::integer[])`);
  if (specialty) conditions.push(`p.specialty = any (${p.add(specialty)}::text[])`);
  if (state) conditions.push(`p.state = any (${p.add(state)}::text[])`);
  for (const fact of yes ?? []) conditions.push(`(p.document -> 'facts' -> ${p.add(fact)}::text ->> 'value') = 'true'`);
  if (checkedBefore)
    conditions.push(`coalesce(p.checked_on < ${p.add(checkedBefore.day)}::date, false) = ${p.add(checkedBefore.is)}::boolean`);
  return conditions.join(' and ');
}

/** A page of the table, with how many programs fit in all. */
export async function listPrograms(
  db: Database,
  schoolId: string,
  criteria: ProgramCriteria,
  { sort: [sort, direction], range: [from, to] }: ListWindow<ProgramSort>,
): Promise<ListPage<ListedProgramRow>> {
  const counting = new Parameters();
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    `select count(*) as total from program p where ${conditionsOf(schoolId, criteria, counting)}`,
    counting.values,
  );
  const p = new Parameters();
  const where = conditionsOf(schoolId, criteria, p);
  const rows = await sql<ListedProgramRow>(
    db,
    schoolId,
    `with page as (                                  -- counted beside the rows of the page alone
       select p.* from program p where ${where}
       order by ${sortColumns[sort]} ${direction} nulls last, p.id ${direction} limit ${p.add(to - from + 1)} offset ${p.add(from)}
     ), unlinked as materialized (                   -- advocacies that name a program of no row, counted once and not for each of the page
       select ${nameKey('a.program')} as key, a.specialty, count(*) as advocacies from advocacy a
       where a.school_id = (select school_id from page limit 1) and a.program_id is null and a.outcome <> 'withdrawn' group by 1, 2
     )
     select ${columns}, p.checked_on as "checkedOn",
            (select count(*) from advocacy a where a.school_id = p.school_id and a.program_id = p.id and a.outcome <> 'withdrawn')
            + coalesce((select sum(u.advocacies)::bigint from unlinked u
                        where u.key = p.name_key and coalesce(u.specialty, p.specialty) = p.specialty), 0) as advocacies
     from page p order by ${sortColumns[sort]} ${direction} nulls last, p.id ${direction}`,
    p.values,
  );
  return { rows, total: counted?.total ?? 0 };
}

/** A part of the table in the order of the codes, after one of them. */
export const streamPrograms = async (db: Database, schoolId: string, after: string, limit: number): Promise<Program[]> =>
  (
    await sql<{ document: Program }>(
      db,
      schoolId,
      'select document from program where school_id = $1 and code > $2 order by code limit $3',
      [schoolId, after, limit],
    )
  ).map(({ document }) => document);

/** One program, or undefined where the school has none of that id. */
export const findProgram = (db: Database, schoolId: string, id: number): Promise<ProgramRow | undefined> =>
  sqlOne(db, schoolId, `select ${columns} from program p where p.school_id = $1 and p.id = $2`, [schoolId, id]);

/**
 * The program behind each line of an applicant's list: by its code where the line has one, or else by its name (and specialty, where told),
 * when a single program has it. Undefined where there is none, or more than one.
 */
export async function findProgramsOfList(
  db: Database,
  schoolId: string,
  list: readonly Pick<ProgramChoice, 'program' | 'specialty' | 'code'>[],
): Promise<(ProgramRow | undefined)[]> {
  const asked = list.map(({ program, specialty, code }, at) => ({ at, program, specialty, code }));
  const rows = await sql<ProgramRow & { at: number }>(
    db,
    schoolId,
    `with asked as (                                 -- the lines of the list, numbered
       select a.* from jsonb_to_recordset($2::jsonb) as a (at integer, program text, specialty text, code text)
     ), found as (                                   -- the programs each of them may mean
       select a.at, p.id from asked a join program p on p.school_id = $1 and p.code = a.code
       union all
       select a.at, p.id from asked a
       join program p on p.school_id = $1 and p.name_key = ${nameKey('a.program')} and (a.specialty is null or p.specialty = a.specialty)
       where a.code is null
     ), single as (
       select at, min(id) as id from found group by at having count(*) = 1
     )
     select single.at, ${columns} from single join program p on p.school_id = $1 and p.id = single.id`,
    [schoolId, JSON.stringify(asked)],
  );
  const byLine = new Map(rows.map(({ at, ...row }) => [at, row]));
  return list.map((_line, at) => byLine.get(at));
}

/** Adds a program; answers with its id, or undefined where the code is taken. */
export async function addProgram(db: Database, schoolId: string, program: Program, mark: ProgramMark): Promise<number | undefined> {
  const taken = await sqlOne(db, schoolId, 'select from program where school_id = $1 and code = $2', [schoolId, program.code]);
  if (taken) return undefined;
  const [written] = await writePrograms(
    db,
    schoolId,
    'select $2::text as code, $3::json as document',
    [program.code, JSON.stringify(program)],
    mark,
  );
  // Somebody was faster: what they wrote must not be written over.
  if (written === undefined || written.version > 1) throw new ProgramCodeTaken(program.code);
  return written.id;
}

/** Thrown inside the transaction when somebody else just added a program of the code. */
export class ProgramCodeTaken extends Error {
  constructor(readonly code: string) {
    super(`A program ${code} was added meanwhile`);
  }
}

/** Writes a program over the version named. */
export async function saveProgram(
  db: Database,
  schoolId: string,
  { id, version }: { id: number; version: number },
  program: Program,
  mark: ProgramMark,
): Promise<CaseworkOutcome> {
  const standing = await sqlOne<{ version: number; code: string }>(
    db,
    schoolId,
    'select version, code from program where school_id = $1 and id = $2 for update',
    [schoolId, id],
  );
  if (standing?.version !== version) return whyNothing(standing, version);
  const [written] = await writePrograms(
    db,
    schoolId,
    'select $2::text as code, $3::json as document',
    [standing.code, JSON.stringify({ ...program, code: standing.code })],
    mark,
  );
  if (!written) throw new Error(`Program ${id} was written and is not there`);
  return { outcome: 'saved', version: written.version };
}

/** A version of a program with who made it. */
export interface ProgramVersionRow {
  version: number;
  by: string;
  at: Date;
  source: ProgramMark['source'];
  importId: number | null;
  program: Program;
}

/** Every version of a program, the latest first. */
export const listProgramVersions = (db: Database, schoolId: string, id: number): Promise<ProgramVersionRow[]> =>
  sql(
    db,
    schoolId,
    `select v.version, v.changed_by as by, v.changed_at as at, v.source, v.import_id as "importId", v.document as program
     from (
       select version, changed_by, changed_at, source, import_id, document from program where school_id = $1 and id = $2
       union all
       select version, changed_by, changed_at, source, import_id, document from program_history where school_id = $1 and program_id = $2
     ) as v
     order by v.version desc`,
    [schoolId, id],
  );
