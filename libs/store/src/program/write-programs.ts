import { type Database, sql } from '../database.js';

/** Who changes programs, when, and by what. */
export interface ProgramMark {
  by: string;
  at: Date;
  source: 'screen' | 'import' | 'demo';
  importId?: number | undefined;
}

/** SQL: a name without its spelling, by which programs are found where no code is told. */
export const nameKey = (name: string): string => `regexp_replace(lower(${name}), '[^a-z0-9]+', '', 'g')`;

/**
 * Writes program documents, one a code, in this transaction, each version before it to the history; answers with ids and versions. `incoming`
 * selects (code, document), $1 is the school; what says the same as what stands is written, too, so leave it out.
 */
export async function writePrograms(
  db: Database,
  schoolId: string,
  incoming: string,
  parameters: readonly unknown[],
  { by, at, source, importId }: ProgramMark,
): Promise<{ id: number; code: string; version: number }[]> {
  const p = [schoolId, ...parameters];
  const [mBy, mAt, mSource, mImport] = [1, 2, 3, 4].map((at) => `$${p.length + at}`);
  return sql(
    db,
    schoolId,
    `with incoming as (                              -- the documents given, one a program
       ${incoming}
     ), standing as (                                -- what they replace; locked against other writers
       select p.* from program p join incoming i on i.code = p.code where p.school_id = $1 order by p.id for update of p
     ), archived as (                                -- the version that was, with who made it
       insert into program_history (school_id, program_id, version, document, changed_by, changed_at, source, import_id)
       select school_id, id, version, document, changed_by, changed_at, source, import_id from standing
     )
     insert into program (school_id, code, name, name_key, specialty, state, checked_on, document, version, changed_by, changed_at, source, import_id)
     select $1, i.code, i.document ->> 'name', ${nameKey(`i.document ->> 'name'`)}, i.document ->> 'specialty', i.document ->> 'state',
            (select min((fact.value ->> 'checkedOn')::date) from json_each(i.document -> 'facts') as fact),
            i.document, 1, ${mBy}::text, ${mAt}::timestamptz, ${mSource}::text, ${mImport}::integer
     from incoming i
     where (select count(*) from standing) >= 0      -- trap: makes standing read (and lock) before this writes
     on conflict (school_id, code) do update
       set name = excluded.name, name_key = excluded.name_key, specialty = excluded.specialty, state = excluded.state,
           checked_on = excluded.checked_on, document = excluded.document, version = program.version + 1, changed_by = excluded.changed_by,
           changed_at = excluded.changed_at, source = excluded.source, import_id = excluded.import_id
     returning id, code, version`,
    [...p, by, at, source, importId ?? null],
  );
}
