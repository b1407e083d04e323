import type { ApplicantRecord, ApplicantType, Casework, Day, FindingLevel, FlagEventKind, RiskLevel, ShadowMove } from '@matchwatch/domain';
import { caseworkColumn, caseworkJoins, type StoredCasework, toCasework } from '../casework/chunk-casework.js';
import { type Database, sql, sqlOne } from '../database.js';

/** One applicant of a chunk: the record, and the digest of the answer that stands for it. */
export interface ChunkMember {
  id: number;
  version: number;
  knownOn: Day;
  /** Parsed each time it is asked for. */
  readonly record: ApplicantRecord;
  standingDigest: string | null;
  standingLevel: RiskLevel | null;
  /** What the school has done, as it is to be stored with the answer: JSON text, null where it is nothing. */
  storedCasework: string | null;
  /** The same, parsed each time it is asked for. */
  readonly casework: Casework;
}

/** An answer to be stored with its run; `content` is its canonical JSON, `casework` what it was told of the school's own work. */
export interface NewAnswer {
  applicantId: number;
  recordVersion: number;
  digest: string;
  riskLevel: RiskLevel;
  content: string;
  /** The days of `daysThatMatter`. */
  due: Readonly<Record<string, Day>>;
  casework: string | null;
}

export interface ChunkResult {
  answers: readonly NewAnswer[];
  problems: readonly { applicantId: number; message: string }[];
  assessed: number;
  unchanged: number;
  notAssessable: number;
  /** Of these, whom the standing answer could assess. */
  newlyNotAssessable: number;
  /** Of what the chunk was told. */
  inputHash: string;
}

/** The chunk's one read. Nobody when it is done already or its run no longer assesses. */
export async function readChunk(db: Database, schoolId: string, runId: number, no: number): Promise<ChunkMember[]> {
  const rows = await sql<Omit<ChunkMember, 'record' | 'casework'> & { document: string }>(
    db,
    schoolId,
    `select a.id, a.version, a.known_on as "knownOn", a.document::text as document, standing.digest as "standingDigest",
            standing.risk_level as "standingLevel",
            ${caseworkColumn} as "storedCasework"
     from run_chunk chunk
     join run on run.school_id = chunk.school_id and run.id = chunk.run_id
     join applicant a on a.school_id = chunk.school_id and a.season = run.season and a.id between chunk.first_id and chunk.last_id
     left join lateral (                               -- looked up one by one, whatever the planner thinks of the table
       select * from standing_answer where school_id = a.school_id and applicant_id = a.id offset 0
     ) as standing on true
     ${caseworkJoins}
     where chunk.school_id = $1 and chunk.run_id = $2 and chunk.no = $3 and chunk.state = 'open' and run.state = 'assessing'
       and (chunk.ids is null or a.id = any (chunk.ids))`,
    [schoolId, runId, no],
  );
  // A whole chunk of parsed records that wait for their turn is what costs memory and its collection.
  return rows.map(({ document, ...member }) => ({
    ...member,
    get record() {
      return JSON.parse(document) as ApplicantRecord;
    },
    get casework() {
      return toCasework(member.storedCasework === null ? null : (JSON.parse(member.storedCasework) as StoredCasework));
    },
  }));
}

/** Answers as one JSON text, so that PostgreSQL parses them once and the driver escapes nothing. */
const asJson = (answers: readonly NewAnswer[]): string =>
  `[${answers.map((a) => `[${a.applicantId},${a.recordVersion},"${a.digest}","${a.riskLevel}",${a.content},${JSON.stringify(a.due)},${a.casework}]`).join(',')}]`;

/** What a draft would do to one finding of an applicant. */
export interface ShadowFinding {
  code: string;
  kind: FlagEventKind;
  from: FindingLevel | null;
  to: FindingLevel | null;
}

/** An applicant whose level or findings a draft would change. */
export interface NewShadowChange {
  applicantId: number;
  from: RiskLevel;
  to: RiskLevel;
  /** Null when the level stays. */
  move: ShadowMove | null;
  findings: readonly ShadowFinding[];
}

/** How many applicants of a type and an advisor stand at a level, and where they would stand. */
export type ShadowTally = readonly [type: ApplicantType, advisor: string | null, from: RiskLevel, to: RiskLevel, applicants: number];

export interface ShadowChunkResult extends Omit<ChunkResult, 'answers'> {
  changes: readonly NewShadowChange[];
  /** Everybody assessed, changed or not. */
  tally: readonly ShadowTally[];
}

/**
 * The chunk's one write: answers, problems and "done", in one statement, which is one transaction. Doing it again adds nothing.
 * True when no chunk of the run is left to do.
 */
export const finishChunk = (db: Database, schoolId: string, runId: number, no: number, result: ChunkResult): Promise<boolean> =>
  finish(db, [schoolId, runId, no], storeAnswers, asJson(result.answers), result);

/** The one write of a chunk of a shadow run: what would change, in tables of its own that nothing is published from. */
export const finishShadowChunk = (db: Database, schoolId: string, runId: number, no: number, result: ShadowChunkResult): Promise<boolean> =>
  finish(db, [schoolId, runId, no], storeShadow, JSON.stringify({ changes: result.changes, tally: result.tally }), result);

/** SQL of what a chunk stores beside its own end; `$4` is its content. */
interface ChunkStore {
  withEnd: string;
  rows: string;
}

const storeAnswers: ChunkStore = {
  withEnd: '',
  rows: `answer as (
       insert into run_answer (school_id, run_id, applicant_id, record_version, digest, risk_level, answer, due, casework)
       select $1, $2, (a -> 0)::integer, (a -> 1)::integer, a ->> 2, a ->> 3, a -> 4, nullif(a -> 5, '{}'), nullif(a -> 6, 'null')
       from jsonb_array_elements($4::jsonb) as a
       where exists (select from done)
     )`,
};

const storeShadow: ChunkStore = {
  withEnd: `, shadow_tally = $4::jsonb -> 'tally'`,
  rows: `change as (
       insert into shadow_change (school_id, run_id, applicant_id, old_level, new_level, move, findings)
       select $1, $2, (c -> 'applicantId')::integer, c ->> 'from', c ->> 'to', c ->> 'move', c -> 'findings'
       from jsonb_array_elements($4::jsonb -> 'changes') as c
       where exists (select from done)
     )`,
};

async function finish(
  db: Database,
  [schoolId, runId, no]: readonly [schoolId: string, runId: number, no: number],
  { withEnd, rows }: ChunkStore,
  content: string,
  { problems, assessed, unchanged, notAssessable, newlyNotAssessable, inputHash }: Omit<ChunkResult, 'answers'>,
): Promise<boolean> {
  const row = await sqlOne<{ last: boolean }>(
    db,
    schoolId,
    `with done as (                                   -- only the first to finish the chunk goes on
       update run_chunk set state = 'done', done_at = clock_timestamp(), input_hash = $11${withEnd}
       where school_id = $1 and run_id = $2 and no = $3 and state = 'open'
       returning no
     ), ${rows}, problem as (
       insert into run_problem (school_id, run_id, chunk_no, applicant_id, message)
       select $1, $2, $3, (p ->> 'applicantId')::integer, p ->> 'message'
       from jsonb_array_elements($5::jsonb) as p
       where exists (select from done)
     ), progress as (
       update run set chunks_done = chunks_done + 1, assessed = assessed + $6, unchanged = unchanged + $7, not_assessable = not_assessable + $8,
                      failed = failed + $9, newly_not_assessable = newly_not_assessable + $10, rung_at = clock_timestamp()
       where school_id = $1 and id = $2 and state = 'assessing' and exists (select from done)
       returning chunks_done = chunks_total as last
     )
     select last from progress`,
    [
      schoolId,
      runId,
      no,
      content,
      JSON.stringify(problems),
      assessed,
      unchanged,
      notAssessable,
      problems.length,
      newlyNotAssessable,
      inputHash,
    ],
  );
  return row?.last ?? allChunksDone(db, schoolId, runId);
}

/** Gives a chunk up: its whole range counts as failed, with the reason. True when no chunk of the run is left to do. */
export async function abandonChunk(db: Database, schoolId: string, runId: number, no: number, reason: string): Promise<boolean> {
  const row = await sqlOne<{ last: boolean }>(
    db,
    schoolId,
    `with lost as (
       update run_chunk set state = 'failed', reason = $4, done_at = clock_timestamp()
       where school_id = $1 and run_id = $2 and no = $3 and state = 'open'
       returning population, first_id, last_id
     ), problem as (
       insert into run_problem (school_id, run_id, chunk_no, message)
       select $1, $2, $3, format('applicants %s to %s were not assessed: %s', first_id, last_id, $4::text) from lost
     ), progress as (
       update run set chunks_done = chunks_done + 1, failed = failed + (select population from lost), rung_at = clock_timestamp()
       where school_id = $1 and id = $2 and state = 'assessing' and exists (select from lost)
       returning chunks_done = chunks_total as last
     )
     select last from progress`,
    [schoolId, runId, no, reason],
  );
  return row?.last ?? allChunksDone(db, schoolId, runId);
}

async function allChunksDone(db: Database, schoolId: string, runId: number): Promise<boolean> {
  const run = await sqlOne<{ done: boolean }>(
    db,
    schoolId,
    `select chunks_done = chunks_total as done from run where school_id = $1 and id = $2 and state = 'assessing'`,
    [schoolId, runId],
  );
  return run?.done ?? false;
}
