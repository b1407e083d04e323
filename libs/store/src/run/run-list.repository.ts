import type { Day, HeldBy, RiskLevel, RunKind, RunOutcome, RunState } from '@matchwatch/domain';
import type { ListPage, ListWindow } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { isCohortRun } from './cohort-run.js';

/** One run as lists show it. */
export interface RunRow {
  id: number;
  season: number;
  kind: RunKind;
  slot: string;
  state: RunState;
  outcome: RunOutcome | null;
  asOf: Day;
  policy: string;
  /** Null where it is the default. */
  policyVersionId: number | null;
  rulesDigest: string;
  requestedBy: string;
  reason: string | null;
  /** The limits that held it, with their numbers; empty for a run that none held. */
  held: HeldBy[];
  /** The run whose failures it tries again. */
  retryOf: number | null;
  /** The last run that tried its failures again. */
  retry: { id: number; state: RunState; outcome: RunOutcome | null } | null;
  /** Of what it was told: equal for two runs that had the same ids, record versions and casework. */
  inputHash: string | null;
  queuedAt: Date;
  startedAt: Date | null;
  closedAt: Date | null;
  publishedAt: Date | null;
  chunks: { total: number; done: number };
  counts: Record<
    | 'population'
    | 'assessed'
    | 'unchanged'
    | 'notAssessable'
    | 'newlyNotAssessable'
    | 'failed'
    | 'opened'
    | 'raised'
    | 'lowered'
    | 'closed',
    number
  >;
  levels: Partial<Record<RiskLevel, number>>;
}

/** SQL: the columns of a `RunRow`. */
export const runColumns = `
  id, season, kind, slot, state, outcome, as_of as "asOf", policy_version as policy,
  policy_version_id as "policyVersionId", rules_digest as "rulesDigest", requested_by as "requestedBy", reason, held,
  retry_of as "retryOf", input_hash as "inputHash",
  (select json_build_object('id', again.id, 'state', again.state, 'outcome', again.outcome) from run again
   where again.school_id = run.school_id and again.retry_of = run.id order by again.id desc limit 1) as retry,
  queued_at as "queuedAt", started_at as "startedAt", closed_at as "closedAt", published_at as "publishedAt",
  json_build_object('total', chunks_total, 'done', chunks_done) as chunks,
  json_build_object('population', population, 'assessed', assessed, 'unchanged', unchanged, 'notAssessable', not_assessable,
                    'newlyNotAssessable', newly_not_assessable, 'failed', failed,
                    'opened', opened, 'raised', raised, 'lowered', lowered, 'closed', closed) as counts,
  levels`;

/** What the list of runs may be narrowed by; lists mean "any of". */
export interface RunCriteria {
  id?: readonly number[] | undefined;
  season?: number | undefined;
  kind?: readonly RunKind[] | undefined;
  state?: readonly RunState[] | undefined;
}

const sortColumns = { id: 'id', asOf: 'as_of', queuedAt: 'queued_at' } as const;
export type RunSort = keyof typeof sortColumns;

/** A page of runs with how many there are in all. */
export async function listRuns(
  db: Database,
  schoolId: string,
  criteria: RunCriteria,
  { sort, range: [from, to] }: ListWindow<RunSort>,
): Promise<ListPage<RunRow>> {
  const p = new Parameters();
  const conditions = [`school_id = ${p.add(schoolId)}`];
  if (criteria.id) conditions.push(`id = any (${p.add(criteria.id)}::integer[])`);
  if (criteria.season !== undefined) conditions.push(`season = ${p.add(criteria.season)}`);
  if (criteria.kind) conditions.push(`kind = any (${p.add(criteria.kind)}::text[])`);
  if (criteria.state) conditions.push(`state = any (${p.add(criteria.state)}::text[])`);
  const where = conditions.join(' and ');
  const total = sqlOne<{ total: number }>(db, schoolId, `select count(*) as total from run where ${where}`, p.values.slice());
  const [field, direction] = sort;
  const rows = sql<RunRow>(
    db,
    schoolId,
    `select ${runColumns} from run where ${where} order by ${sortColumns[field]} ${direction}, id ${direction} limit ${p.add(to - from + 1)} offset ${p.add(from)}`,
    p.values,
  );
  const [counted, found] = await Promise.all([total, rows]);
  return { rows: found, total: counted?.total ?? 0 };
}

/** A run of the school, or undefined. */
export const findRun = (db: Database, schoolId: string, id: number): Promise<RunRow | undefined> =>
  sqlOne(db, schoolId, `select ${runColumns} from run where school_id = $1 and id = $2`, [schoolId, id]);

/** Whether the school has a run of that id. */
export const isRun = async (db: Database, schoolId: string, id: number): Promise<boolean> =>
  (await sqlOne(db, schoolId, 'select from run where school_id = $1 and id = $2', [schoolId, id])) !== undefined;

const ofCohort = `from run where school_id = $1 and season = $2 and ${isCohortRun}`;
const live = `state in ('queued', 'assessing', 'closed')`;

/** The newest run of a whole cohort that moves by itself no more, whatever became of it. */
export const findLastRun = (db: Database, schoolId: string, season: number): Promise<RunRow | undefined> =>
  sqlOne(db, schoolId, `select ${runColumns} ${ofCohort} and not ${live} order by id desc limit 1`, [schoolId, season]);

/** Runs of a season that wait for a person, newest first. */
export const listHeldRuns = (db: Database, schoolId: string, season: number): Promise<Pick<RunRow, 'id' | 'asOf' | 'held'>[]> =>
  sql(db, schoolId, `select id, as_of as "asOf", held ${ofCohort} and state = 'held' order by id desc limit 20`, [schoolId, season]);

/** The newest run of a whole cohort that still moves. */
export const findLiveRun = (db: Database, schoolId: string, season: number): Promise<RunRow | undefined> =>
  sqlOne(db, schoolId, `select ${runColumns} ${ofCohort} and ${live} order by id desc limit 1`, [schoolId, season]);

/**
 * The slot of a manual run asked for now: the as-of day and how many of that day are over. While one still moves the
 * slot is the same, so that asking twice gives one run.
 */
export async function manualSlot(db: Database, schoolId: string, season: number, asOf: Day): Promise<string> {
  const over = await sqlOne<{ runs: number }>(
    db,
    schoolId,
    `select count(*) as runs ${ofCohort} and kind = 'manual' and as_of = $3 and slot like as_of::text || '.%' and not ${live}`,
    [schoolId, season, asOf],
  );
  return `${asOf}.${(over?.runs ?? 0) + 1}`;
}
