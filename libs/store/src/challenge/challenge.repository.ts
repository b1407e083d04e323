import {
  academicFields,
  type ChallengeState,
  type ChallengeStep,
  type ChallengeSubject,
  challengeTransitions,
  type Day,
  restrictedRuleCodes,
  type Scope,
} from '@matchwatch/domain';
import { isWholeSchool, scopeCondition } from '../access/scope-condition.js';
import type { ListPage, ListWindow } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';

/** A challenge with the names behind its ids. */
export interface ChallengeRow {
  id: number;
  applicantId: number;
  applicant: string;
  subject: ChallengeSubject;
  contested: string;
  says: string;
  receivedOn: Day;
  dueOn: Day;
  state: ChallengeState;
  recordVersion: number;
  recordedBy: string;
  recordedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
  statement: string | null;
  correctedVersion: number | null;
  runId: number | null;
}

export interface NewChallenge {
  applicantId: number;
  subject: ChallengeSubject;
  contested: string;
  says: string;
  receivedOn: Day;
  dueOn: Day;
  recordVersion: number;
}

/** What a reader is shown of challenges, as scopes: each is shown to whom that is open which it is about. */
export interface ChallengeView {
  readonly find: Scope;
  readonly record: Scope;
  readonly risk: Scope;
  readonly wellbeing: Scope;
}

/** What the challenges may be searched by. */
export interface ChallengeCriteria {
  id?: readonly number[] | undefined;
  applicantId?: number | readonly number[] | undefined;
  season?: number | undefined;
  state?: readonly ChallengeState[] | undefined;
  /** Open, and the last day is before this one; or, with `false`, any other. */
  overdue?: boolean | undefined;
}

const sortColumns = { dueOn: 'c.due_on', receivedOn: 'c.received_on', id: 'c.id' } as const;
export type ChallengeSort = keyof typeof sortColumns;

const columns = `c.id, c.applicant_id as "applicantId", concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant,
  json_build_object('kind', c.kind, 'about', c.about) as subject, c.contested, c.says, c.received_on as "receivedOn", c.due_on as "dueOn",
  c.state, c.record_version as "recordVersion", recorder.name as "recordedBy", c.recorded_at as "recordedAt", decider.name as "decidedBy",
  c.decided_at as "decidedAt", c.reason, c.statement, c.corrected_version as "correctedVersion", c.run_id as "runId"`;

const joins = `
  join applicant_summary s on s.school_id = c.school_id and s.applicant_id = c.applicant_id
  join person recorder on recorder.school_id = c.school_id and recorder.id = c.recorded_by
  left join person decider on decider.school_id = c.school_id and decider.id = c.decided_by`;

/** The one translation of `actionOfChallenge` to SQL, over a challenge `c` and its summary row `s`. */
function viewCondition({ find, record, risk, wellbeing }: ChallengeView, p: Parameters): string {
  if ([find, record, risk, wellbeing].every(isWholeSchool)) return 'true';
  const academic = p.add([...academicFields]);
  const restricted = p.add([...restrictedRuleCodes]);
  return `case
    when c.kind = 'fact' and c.about = any (${academic}::text[]) then ${scopeCondition(find, p)}
    when c.kind = 'fact' then ${scopeCondition(record, p)}
    when c.about = any (${restricted}::text[]) then ${scopeCondition(wellbeing, p)}
    else ${scopeCondition(risk, p)} end`;
}

function conditionsOf(schoolId: string, view: ChallengeView, criteria: ChallengeCriteria, today: Day, p: Parameters): string {
  const { id, applicantId, season, state, overdue } = criteria;
  const conditions = [`c.school_id = ${p.add(schoolId)}`, viewCondition(view, p)];
  if (id) conditions.push(`c.id = any (${p.add(id)}::integer[])`);
  if (applicantId !== undefined) conditions.push(`c.applicant_id = any (${p.add([applicantId].flat())}::integer[])`);
  if (season !== undefined) conditions.push(`s.season = ${p.add(season)}`);
  if (state) conditions.push(`c.state = any (${p.add(state)}::text[])`);
  if (overdue !== undefined) conditions.push(`(c.state = 'open' and c.due_on < ${p.add(today)}::date) = ${p.add(overdue)}`);
  return conditions.join(' and ');
}

/** A page of the challenges open to a reader, with how many there are in all. */
export async function listChallenges(
  db: Database,
  schoolId: string,
  view: ChallengeView,
  criteria: ChallengeCriteria,
  { sort: [sort, direction], range: [from, to] }: ListWindow<ChallengeSort>,
  today: Day,
): Promise<ListPage<ChallengeRow>> {
  const total = await countChallenges(db, schoolId, view, criteria, today);
  const p = new Parameters();
  const where = conditionsOf(schoolId, view, criteria, today, p);
  const rows = await sql<ChallengeRow>(
    db,
    schoolId,
    `select ${columns} from challenge c ${joins} where ${where}
     order by ${sortColumns[sort]} ${direction}, c.id ${direction} limit ${p.add(to - from + 1)} offset ${p.add(from)}`,
    p.values,
  );
  return { rows, total };
}

/** How many challenges open to a reader fit. */
export async function countChallenges(
  db: Database,
  schoolId: string,
  view: ChallengeView,
  criteria: ChallengeCriteria,
  today: Day,
): Promise<number> {
  const p = new Parameters();
  const where = conditionsOf(schoolId, view, criteria, today, p);
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    `select count(*) as total from challenge c join applicant_summary s on s.school_id = c.school_id and s.applicant_id = c.applicant_id
     where ${where}`,
    p.values,
  );
  return counted?.total ?? 0;
}

/** How many challenges of each of some applicants are open to a reader and not answered yet; whoever has none is left out. */
export async function countOpenChallenges(
  db: Database,
  schoolId: string,
  view: ChallengeView,
  applicantIds: readonly number[],
): Promise<Map<number, number>> {
  const p = new Parameters();
  const where = conditionsOf(schoolId, view, { applicantId: applicantIds, state: ['open'] }, '2000-01-01', p);
  const rows = await sql<{ applicantId: number; count: number }>(
    db,
    schoolId,
    `select c.applicant_id as "applicantId", count(*)::integer as count
     from challenge c join applicant_summary s on s.school_id = c.school_id and s.applicant_id = c.applicant_id
     where ${where} group by 1`,
    p.values,
  );
  return new Map(rows.map(({ applicantId, count }) => [applicantId, count]));
}

/** Every challenge of some applicants, the newest first; what of them a reader may be shown is the caller's to decide. */
export const listChallengesOf = (db: Database, schoolId: string, applicantIds: readonly number[]): Promise<ChallengeRow[]> =>
  sql(
    db,
    schoolId,
    `select ${columns} from challenge c ${joins} where c.school_id = $1 and c.applicant_id = any ($2::integer[]) order by c.id desc`,
    [schoolId, applicantIds],
  );

/** A challenge, held until the transaction ends. */
export async function lockChallenge(db: Database, schoolId: string, id: number): Promise<ChallengeRow | undefined> {
  await sql(db, schoolId, 'select from challenge where school_id = $1 and id = $2 for update', [schoolId, id]);
  return findChallenge(db, schoolId, id);
}

export const findChallenge = (db: Database, schoolId: string, id: number): Promise<ChallengeRow | undefined> =>
  sqlOne(db, schoolId, `select ${columns} from challenge c ${joins} where c.school_id = $1 and c.id = $2`, [schoolId, id]);

/** Writes a challenge down and answers with its id. */
export async function recordChallenge(
  db: Database,
  schoolId: string,
  { applicantId, subject, contested, says, receivedOn, dueOn, recordVersion }: NewChallenge,
  by: { personId: number; at: Date },
): Promise<number> {
  const written = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into challenge (school_id, applicant_id, kind, about, contested, says, received_on, due_on, record_version, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [schoolId, applicantId, subject.kind, subject.about, contested, says, receivedOn, dueOn, recordVersion, by.personId, by.at],
  );
  if (!written) throw new Error('A challenge was written and has no id');
  return written.id;
}

/** What a step writes down. */
export interface ChallengeDecision {
  personId: number;
  at: Date;
  reason?: string | undefined;
  statement?: string | undefined;
  version?: number | undefined;
  runId?: number | undefined;
}

/** Takes a challenge a step further; false when there is none in a state that the step begins from. */
export async function stepChallenge(
  db: Database,
  schoolId: string,
  id: number,
  step: ChallengeStep,
  { personId, at, reason, statement, version, runId }: ChallengeDecision,
): Promise<boolean> {
  const { from, to } = challengeTransitions[step];
  const stepped = await sqlOne(
    db,
    schoolId,
    `update challenge set state = $3, reason = coalesce($4, reason), statement = coalesce($5, statement), corrected_version = $6, run_id = $7,
            decided_by = case when $8 then decided_by else $9 end, decided_at = case when $8 then decided_at else $10 end
     where school_id = $1 and id = $2 and state = any ($11::text[]) returning id`,
    [schoolId, id, to, reason ?? null, statement ?? null, version ?? null, runId ?? null, step === 'state', personId, at, from],
  );
  return stepped !== undefined;
}

/** The reassessment that followed a version of a record: of the edit or of the import that made it. */
export async function findRunOfVersion(db: Database, schoolId: string, applicantId: number, version: number): Promise<number | undefined> {
  const run = await sqlOne<{ runId: number | null }>(
    db,
    schoolId,
    `with made as (
       select import_id from applicant where school_id = $1 and id = $2 and version = $3
       union all
       select import_id from applicant_history where school_id = $1 and applicant_id = $2 and version = $3
     )
     select coalesce(
       (select b.run_id from made join import_batch b on b.school_id = $1 and b.id = made.import_id),
       (select max(run.id) from run where run.school_id = $1 and run.kind = 'reassess' and run.slot = $4)) as "runId"`,
    [schoolId, applicantId, version, editSlot(applicantId, version)],
  );
  return run?.runId ?? undefined;
}

/** What a reassessment after an edit is called. */
export const editSlot = (applicantId: number, version: number): string => `edit:${applicantId}:v${version}`;
