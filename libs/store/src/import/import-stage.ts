import type { ApplicantRecord, Program } from '@matchwatch/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { sql, sqlOne } from '../database.js';
import type { ImportSubject } from './import.repository.js';

/** A connection pool, as `connect` opens it. */
export type Pool = DataSource;

/** A transaction on one of its connections. */
export type Transaction = EntityManager;

/** One row read from a file; `said` is null for a row that was refused. */
export interface StagedRow {
  file: string;
  row: number;
  externalId: string;
  said: unknown;
}

/** Everything an import says of one applicant (or program, by its code), beside what is on file. */
export interface StagedApplicant<T = ApplicantRecord> {
  externalId: string;
  version: number | null;
  record: T | null;
  rows: { file: string; row: number; said: unknown }[];
}

/** What an applicant would become. */
export interface StagedVerdict {
  externalId: string;
  verdict: 'new' | 'changed';
  baseVersion: number | null;
  record: ApplicantRecord | Program;
  changes: readonly string[];
}

export interface StagedRefusal {
  file: string;
  row: number;
  column: string | null;
  externalId: string | null;
  reason: string;
}

export interface NewImport {
  about: ImportSubject;
  state: 'previewed' | 'held' | 'failed';
  season: number | null;
  createdBy: string;
  knownOn: string;
  /** Each with its rows and how many of them filled each column. */
  files: readonly { file: string; rows: number; filled: Record<string, number> }[];
  unchanged: number;
  refused: number;
  heldBecause: string | null;
}

/** Where the rows of an import wait, outside memory, until its applicants can be put together. */
export interface ImportStage {
  add(rows: readonly StagedRow[]): Promise<void>;
  /** The applicants named, in pages, as of one moment; only after everything was added. */
  pages(size: number): AsyncGenerator<StagedApplicant[], void, undefined>;
  /** The programs named, as `pages` gives applicants. */
  programPages(size: number): AsyncGenerator<StagedApplicant<Program>[], void, undefined>;
  /** Keeps what became of a page. */
  keep(verdicts: readonly StagedVerdict[], refusals: readonly StagedRefusal[]): Promise<void>;
  /** How many applicants of each season are on file at that moment. */
  population(): Promise<Map<number, number>>;
  /** How full the columns of a file were when it was last applied, or undefined when it never was. */
  lastFill(file: string): Promise<{ rows: number; filled: Record<string, number> } | undefined>;
  /** Writes the import with all that was kept, and answers with its id. */
  finish(batch: NewImport): Promise<number>;
}

/** What of a refused row is told back may be anything; what no text of PostgreSQL holds is told by its mark. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[\u0000\ud800-\udfff]/gu, '\ufffd') : value;

/** Most refusals kept of one import; more are counted. */
export const maximumRefusals = 10_000;

/** Opens a stage on a connection of its own and closes it after the work; what was not finished leaves nothing behind. */
export async function withImportStage<T>(pool: Pool, schoolId: string, work: (stage: ImportStage) => Promise<T>): Promise<T> {
  const runner = pool.createQueryRunner();
  await runner.connect();
  try {
    await sql(runner.manager, schoolId, `drop table if exists intake_row, intake_verdict, intake_refusal`);
    await sql(runner.manager, schoolId, `create temporary table intake_row (file text, row_no integer, external_id text, said jsonb)`);
    await sql(
      runner.manager,
      schoolId,
      `create temporary table intake_verdict (external_id text, verdict text, base_version integer, document json, changed_paths text[])`,
    );
    await sql(
      runner.manager,
      schoolId,
      `create temporary table intake_refusal (no integer generated always as identity, file text, row_no integer, column_name text, external_id text, reason text)`,
    );
    return await work(new Stage(runner.manager, schoolId));
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await sql(runner.manager, schoolId, `drop table if exists intake_row, intake_verdict, intake_refusal`).catch(() => undefined);
    await runner.release();
  }
}

class Stage implements ImportStage {
  #refusals = 0;

  constructor(
    private readonly db: Transaction,
    private readonly schoolId: string,
  ) {}

  async add(rows: readonly StagedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await sql(
      this.db,
      this.schoolId,
      `insert into intake_row select r.file, r."row", r."externalId", r.said
       from jsonb_to_recordset($1::jsonb) as r (file text, "row" integer, "externalId" text, said jsonb)`,
      [JSON.stringify(rows, storable)],
    );
  }

  pages(size: number): AsyncGenerator<StagedApplicant[], void, undefined> {
    return this.#pages<ApplicantRecord>(size, 'left join applicant a on a.school_id = $1 and a.external_id = page.external_id');
  }

  programPages(size: number): AsyncGenerator<StagedApplicant<Program>[], void, undefined> {
    return this.#pages<Program>(size, 'left join program a on a.school_id = $1 and a.code = page.external_id');
  }

  async *#pages<T>(size: number, join: string): AsyncGenerator<StagedApplicant<T>[], void, undefined> {
    await sql(this.db, this.schoolId, 'create index on intake_row (external_id)');
    await sql(this.db, this.schoolId, 'analyze intake_row (external_id)');
    // One moment for all pages and the counts: what the verdicts are based on is what the versions name.
    await this.db.queryRunner?.startTransaction('REPEATABLE READ');
    let after = '';
    for (;;) {
      const page = await sql<StagedApplicant<T>>(
        this.db,
        this.schoolId,
        `with page as (                                 -- the next applicants the files name
           select distinct external_id from intake_row where external_id > $2 order by external_id limit $3
         )
         select page.external_id as "externalId", a.version, a.document as record, said.rows
         from page
         ${join}
         cross join lateral (
           select jsonb_agg(jsonb_build_object('file', r.file, 'row', r.row_no, 'said', r.said) order by r.file, r.row_no) as rows
           from intake_row r where r.external_id = page.external_id
         ) as said
         order by page.external_id`,
        [this.schoolId, after, size],
      );
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      after = last.externalId;
    }
  }

  async keep(verdicts: readonly StagedVerdict[], refusals: readonly StagedRefusal[]): Promise<void> {
    if (verdicts.length > 0)
      await sql(
        this.db,
        this.schoolId,
        `insert into intake_verdict select v."externalId", v.verdict, v."baseVersion", v.record, v.changes
         from json_to_recordset($1::json) as v ("externalId" text, verdict text, "baseVersion" integer, record json, changes text[])`,
        [JSON.stringify(verdicts)],
      );
    const kept = refusals.slice(0, Math.max(0, maximumRefusals - this.#refusals));
    this.#refusals += refusals.length;
    if (kept.length > 0)
      await sql(
        this.db,
        this.schoolId,
        `insert into intake_refusal (file, row_no, column_name, external_id, reason) select r.file, r."row", r."column", r."externalId", r.reason
         from jsonb_to_recordset($1::jsonb) as r (file text, "row" integer, "column" text, "externalId" text, reason text)`,
        [JSON.stringify(kept, storable)],
      );
  }

  async population(): Promise<Map<number, number>> {
    const seasons = await sql<{ season: number; applicants: number }>(
      this.db,
      this.schoolId,
      'select season, count(*) as applicants from applicant where school_id = $1 group by season',
      [this.schoolId],
    );
    return new Map(seasons.map(({ season, applicants }) => [season, applicants]));
  }

  lastFill(file: string): Promise<{ rows: number; filled: Record<string, number> } | undefined> {
    return sqlOne(
      this.db,
      this.schoolId,
      `select (f ->> 'rows')::integer as rows, coalesce(f -> 'filled', '{}') as filled
       from import_batch cross join lateral jsonb_array_elements(files) as f
       where school_id = $1 and state = 'applied' and f ->> 'file' = $2 order by id desc limit 1`,
      [this.schoolId, file],
    );
  }

  async finish(batch: NewImport): Promise<number> {
    const runner = this.db.queryRunner;
    if (runner?.isTransactionActive !== true) await runner?.startTransaction();
    const [written] = await sql<{ id: number }>(
      this.db,
      this.schoolId,
      `insert into import_batch (school_id, state, season, created_by, known_on, files, new_count, changed_count, unchanged_count, refused_count, held_because, about)
       select $1, $2, $3, $4, $5, $6, count(*) filter (where verdict = 'new'), count(*) filter (where verdict = 'changed'), $7, $8, $9, $10
       from intake_verdict
       returning id`,
      [
        this.schoolId,
        batch.state,
        batch.season,
        batch.createdBy,
        batch.knownOn,
        JSON.stringify(batch.files, storable),
        batch.unchanged,
        batch.refused,
        batch.heldBecause,
        batch.about,
      ],
    );
    if (written === undefined) throw new Error('The import was not written');
    await sql(
      this.db,
      this.schoolId,
      `insert into import_row (school_id, import_id, external_id, verdict, base_version, document, changed_paths)
       select $1, $2, external_id, verdict, base_version, document, changed_paths from intake_verdict`,
      [this.schoolId, written.id],
    );
    await sql(
      this.db,
      this.schoolId,
      `insert into import_refusal (school_id, import_id, no, file, row_no, column_name, external_id, reason)
       select $1, $2, row_number() over (order by no), file, row_no, column_name, external_id, reason from intake_refusal`,
      [this.schoolId, written.id],
    );
    await runner?.commitTransaction();
    return written.id;
  }
}
