import {
  addDays,
  type BookedExam,
  type CohortMove,
  type DueCount,
  type ExamCount,
  type Finding,
  mostListed,
  type ReportGap,
  type ReportList,
  type ReportPerson,
  type RuleCode,
  type RuleMoves,
  reportGaps,
  reportHorizons,
  restrictedRuleCodes,
  type WeeklyReport,
  type WeeklyReportSource,
} from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { directionAgainst, levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { isCohortRun } from '../run/cohort-run.js';
import { type ReportReading, reportCohort } from './report-cohort.js';

const mostReasons = 3;
const mostRuns = 14;
const [near, far] = reportHorizons;
const wellbeingRule: RuleCode = 'care.wellbeing';
const staleRule: RuleCode = 'data.stale';
const ruleOfGap = {
  unreviewed: 'care.unreviewed',
  'no-advisor': 'care.no-advisor',
  'no-meeting': 'care.no-meeting',
  'no-plan': 'care.no-plan',
  'overdue-task': 'care.overdue-task',
} as const satisfies Readonly<Record<ReportGap, RuleCode>>;

type Read = Omit<WeeklyReportSource, 'school' | 'season' | 'scope' | 'period' | 'asOf' | 'since' | 'milestones' | 'data'> & {
  data: Omit<WeeklyReportSource['data'], 'publishedAt'>;
};

/** Reads what a weekly report is made of, each number from the same state as every other when the transaction keeps to one snapshot. */
export async function readWeeklyReport(db: Database, reading: ReportReading): Promise<Read> {
  const moved = await readMoved(db, reading);
  const gaps = await readGaps(db, reading);
  const { reviews, due, changed } = await readStanding(db, reading);
  const tasks = await readTasks(db, reading);
  return {
    cohort: await readMoves(db, reading),
    changes: { new: moved.new, worse: moved.worse, better: moved.better, cleared: await readCleared(db, reading) },
    flags: await readFlagEvents(db, reading),
    rules: await readRules(db, reading),
    notAssessable: await readNotAssessable(db, reading),
    reviews,
    gaps: Object.fromEntries(reportGaps.map((gap) => [gap, gaps.get(ruleOfGap[gap]) ?? nobody])) as WeeklyReport['gaps'],
    tasks: {
      overdue: { tasks: tasks.overdue, applicants: due.overdue },
      within14: { tasks: tasks.within14, applicants: due.within14 },
      within28: { tasks: tasks.within28, applicants: due.within28 },
    },
    meetings: await readMeetings(db, reading),
    exams: await readExams(db, reading),
    caseload: await readCaseload(db, reading),
    runs: await readRuns(db, reading),
    data: { changed, stale: gaps.get(staleRule)?.applicants ?? 0 },
    wellbeing: gaps.get(wellbeingRule) ?? nobody,
  };
}

const nobody: ReportList = { applicants: 0, people: [] };

interface StoredPerson extends Omit<ReportPerson, 'reasons'> {
  reasons: readonly Finding[];
}

/** A person of a list without what rules say about a finding, and without what is restricted unless the list is about that. */
const toPerson = ({ reasons, ...person }: StoredPerson, shows?: string): ReportPerson => ({
  ...person,
  reasons: reasons
    .filter(({ code }) => code === shows || !restrictedRuleCodes.has(code))
    .slice(0, mostReasons)
    .map(({ code, level, evidence }) => ({ code, level, evidence })),
});

const personOf = (reasons: string) =>
  `json_build_object('applicantId', applicant_id, 'from', opening, 'to', risk_level, 'reasons', ${reasons}, 'missing', missing)`;
const bySeriousness = 'risk_rank desc, sort_name, applicant_id';

const readMoves = (db: Database, reading: ReportReading): Promise<CohortMove[]> => {
  const p = new Parameters();
  return sql(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}
     select applicant_type as "applicantType", primary_specialty as specialty, opening as "from", risk_level as "to", count(*) as applicants
     from cohort group by 1, 2, 3, 4`,
    p.values,
  );
};

type Direction = 'new' | 'worse' | 'better';

/** Whose level moved: those new or worse with what sets it now, those better with what is gone. */
async function readMoved(db: Database, reading: ReportReading): Promise<Record<Direction, ReportList>> {
  const p = new Parameters();
  const rows = await sql<{ direction: Direction; applicants: number; people: StoredPerson[] }>(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}, moved as (
       select s.*, ${directionAgainst('s.opening', p.add(levelsByRank))} as direction
       from cohort s where s.risk_level is not null and s.opening is distinct from s.risk_level
     ), placed as (
       select *, row_number() over (partition by direction order by ${bySeriousness}) as place from moved
     )
     select direction, count(*) as applicants,
            json_agg(${personOf(`case when direction = 'better' then ${closedFlags('placed')} else reasons end`)} order by place)
              filter (where place <= ${mostListed}) as people
     from placed group by direction`,
    p.values,
  );
  const of = (direction: Direction): ReportList => {
    const found = rows.find((row) => row.direction === direction);
    return found ? { applicants: found.applicants, people: found.people.map((person) => toPerson(person)) } : nobody;
  };
  return { new: of('new'), worse: of('worse'), better: of('better') };
}

/** SQL: the flags of somebody that fresh runs closed, the most serious first, as findings. */
const closedFlags = (person: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object('code', f.rule_code, 'level', f.level, 'evidence', f.evidence)
                            order by array_position(array['urgent', 'act', 'watch', 'note'], f.level), f.rule_code), '[]')
  from flag f where f.school_id = ${person}.school_id and f.applicant_id = ${person}.applicant_id and f.closed_run in (select id from fresh_run))`;

const notRestricted = (p: Parameters) => `f.rule_code <> all (${p.add([...restrictedRuleCodes])}::text[])`;

/** Of whom a flag was cleared that has not come back, with the causes that are gone. */
async function readCleared(db: Database, reading: ReportReading): Promise<ReportList> {
  const p = new Parameters();
  const row = await sqlOne<{ applicants: number; people: StoredPerson[] | null }>(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}, gone as (
       select f.applicant_id, jsonb_agg(jsonb_build_object('code', f.rule_code, 'level', f.level, 'evidence', f.evidence)
                                        order by array_position(array['urgent', 'act', 'watch', 'note'], f.level), f.rule_code) as closed
       from flag f join fresh_run on fresh_run.id = f.closed_run
       where f.school_id = ${p.add(reading.schoolId)} and ${notRestricted(p)}
         and not exists (select from flag again where again.school_id = f.school_id and again.applicant_id = f.applicant_id
                           and again.rule_code = f.rule_code and again.closed_run is null)
       group by f.applicant_id
     ), placed as (
       select cohort.*, gone.closed, row_number() over (order by ${bySeriousness.replace('applicant_id', 'cohort.applicant_id')}) as place
       from gone join cohort on cohort.applicant_id = gone.applicant_id
     )
     select count(*) as applicants, json_agg(${personOf('closed')} order by place) filter (where place <= ${mostListed}) as people from placed`,
    p.values,
  );
  return { applicants: row?.applicants ?? 0, people: (row?.people ?? []).map((person) => toPerson(person)) };
}

async function readFlagEvents(db: Database, reading: ReportReading): Promise<{ raised: number; lowered: number }> {
  const p = new Parameters();
  const counted = await sqlOne<{ raised: number; lowered: number }>(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}
     select count(*) filter (where f.kind = 'raised') as raised, count(*) filter (where f.kind = 'lowered') as lowered
     from fresh_run join flag_event f on f.school_id = ${p.add(reading.schoolId)} and f.run_id = fresh_run.id
     join cohort on cohort.applicant_id = f.applicant_id
     where f.kind in ('raised', 'lowered') and ${notRestricted(p)}`,
    p.values,
  );
  return counted ?? { raised: 0, lowered: 0 };
}

/** The flags of each rule that were open before, opened, closed, and are open; those that move most first. */
const readRules = (db: Database, reading: ReportReading): Promise<RuleMoves[]> => {
  const p = new Parameters();
  return sql(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}
     select f.rule_code as code, count(*) filter (where opened.id is null) as before, count(opened.id) as opened, count(closed.id) as closed,
            count(*) filter (where f.closed_run is null) as open
     from flag f
     join cohort on cohort.applicant_id = f.applicant_id
     left join fresh_run opened on opened.id = f.opened_run
     left join fresh_run closed on closed.id = f.closed_run
     where f.school_id = ${p.add(reading.schoolId)} and (f.closed_run is null or closed.id is not null) and ${notRestricted(p)}
     group by f.rule_code order by count(opened.id) + count(closed.id) desc, f.rule_code`,
    p.values,
  );
};

/** Open flags of the care gaps, of old data and, as far as it is open, of wellbeing: how many, and whose. */
async function readGaps(db: Database, reading: ReportReading): Promise<ReadonlyMap<string, ReportList>> {
  const p = new Parameters();
  const codes: RuleCode[] = [...Object.values(ruleOfGap), wellbeingRule, staleRule];
  const rows = await sql<{ code: string; applicants: number; people: StoredPerson[] | null }>(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}, placed as (
       select s.*, f.rule_code, f.level, f.evidence, row_number() over (partition by f.rule_code order by ${bySeriousness.replace('applicant_id', 's.applicant_id')}) as place
       from flag f join cohort s on s.applicant_id = f.applicant_id
       where f.school_id = ${p.add(reading.schoolId)} and f.closed_run is null and f.rule_code = any (${p.add(codes)}::text[])
         and (f.rule_code <> ${p.add(wellbeingRule)} or ${scopeCondition(reading.view.wellbeing, p)})
     )
     select rule_code as code, count(*) as applicants,
            json_agg(${personOf(`json_build_array(json_build_object('code', rule_code, 'level', level, 'evidence', evidence))`)} order by place)
              filter (where place <= ${mostListed} and rule_code <> ${p.add(staleRule)}) as people
     from placed group by rule_code`,
    p.values,
  );
  return new Map(
    rows.map(({ code, applicants, people }) => [code, { applicants, people: (people ?? []).map((person) => toPerson(person, code)) }]),
  );
}

async function readNotAssessable(db: Database, reading: ReportReading): Promise<WeeklyReportSource['notAssessable']> {
  const p = new Parameters();
  const row = await sqlOne<{ people: StoredPerson[] | null; missing: { path: string; applicants: number }[] | null }>(
    db,
    reading.schoolId,
    `${reportCohort(reading, p)}, unknown as materialized (
       select *, row_number() over (order by ${bySeriousness}) as place from cohort where risk_level = 'not-assessable'
     ), counted as (
       select path, count(*) as applicants from unknown cross join unnest(missing) as path group by path
     )
     select (select json_agg(${personOf(`'[]'::json`)} order by place) from unknown where place <= ${mostListed}) as people,
            (select json_agg(json_build_object('path', path, 'applicants', applicants) order by applicants desc, path) from counted) as missing`,
    p.values,
  );
  return { people: (row?.people ?? []).map((person) => toPerson(person)), missing: row?.missing ?? [] };
}

interface Standing {
  reviews: WeeklyReport['reviews'];
  due: Record<'overdue' | 'within14' | 'within28', number>;
  changed: number;
}

/** What the rows of lists say: who waits for a review, whose next due thing is when, whose record changed. */
async function readStanding(db: Database, reading: ReportReading): Promise<Standing> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const day = `${p.add(reading.asOf)}::date`;
  const row = await sqlOne<{ waiting: number; flags: number; changed: number } & Standing['due']>(
    db,
    reading.schoolId,
    `${cohort}
     select count(*) filter (where review_flags > 0) as waiting, coalesce(sum(review_flags), 0)::integer as flags,
            count(*) filter (where next_due_on < ${day}) as overdue,
            count(*) filter (where next_due_on between ${day} and ${day} + ${near}) as within14,
            count(*) filter (where next_due_on between ${day} and ${day} + ${far}) as within28,
            count(*) filter (where changed_on > coalesce(${p.add(reading.since)}::date, '-infinity')) as changed
     from cohort`,
    p.values,
  );
  if (!row) throw new Error('A count came back without a row');
  const { waiting, flags, changed, ...due } = row;
  return { reviews: { applicants: waiting, flags }, due, changed };
}

/** Open tasks by when they are due; those of a plan that nobody has agreed to are not, and a restricted one is not told of. */
async function readTasks(db: Database, reading: ReportReading): Promise<Record<'overdue' | 'within14' | 'within28', DueCount['tasks']>> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const day = `${p.add(reading.asOf)}::date`;
  const row = await sqlOne<Record<'overdue' | 'within14' | 'within28', number>>(
    db,
    reading.schoolId,
    `${cohort}
     select count(*) filter (where t.due_on < ${day}) as overdue, count(*) filter (where t.due_on between ${day} and ${day} + ${near}) as within14,
            count(*) filter (where t.due_on >= ${day}) as within28
     from task t join cohort on cohort.applicant_id = t.applicant_id
     left join plan on plan.school_id = t.school_id and plan.id = t.plan_id
     where t.school_id = ${p.add(reading.schoolId)} and t.state = 'open' and not t.restricted and plan.state is distinct from 'draft'
       and t.due_on <= ${day} + ${far}`,
    p.values,
  );
  return row ?? { overdue: 0, within14: 0, within28: 0 };
}

async function readMeetings(db: Database, reading: ReportReading): Promise<WeeklyReport['meetings']> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const day = `${p.add(reading.asOf)}::date`;
  const row = await sqlOne<WeeklyReport['meetings']>(
    db,
    reading.schoolId,
    `${cohort}
     select count(*) filter (where m.on_day <= ${day} + ${near}) as within14, count(*) as within28
     from meeting m join cohort on cohort.applicant_id = m.applicant_id
     where m.school_id = ${p.add(reading.schoolId)} and m.state = 'planned' and m.on_day between ${day} and ${day} + ${far}`,
    p.values,
  );
  return row ?? { within14: 0, within28: 0 };
}

/** Exams that are booked and not yet taken. */
async function readExams(db: Database, reading: ReportReading): Promise<WeeklyReportSource['exams']> {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  const [from, to] = [p.add(reading.asOf), p.add(addDays(reading.asOf, far))];
  const soon = p.add(addDays(reading.asOf, near));
  const row = await sqlOne<{ within14: ExamCount[]; within28: ExamCount[]; booked: BookedExam[] }>(
    db,
    reading.schoolId,
    `${cohort}, booked as materialized (
       select cohort.applicant_id, cohort.sort_name, exam ->> 'exam' as exam, exam ->> 'bookedFor' as on_day
       from cohort
       join applicant a on a.school_id = cohort.school_id and a.id = cohort.applicant_id
       cross join lateral json_array_elements(a.document -> 'exams') as exam
       -- Looking for the word in the text first spares most records from being taken apart.
       where a.document::text like '%"bookedFor"%' and exam ->> 'takenOn' is null
         and exam ->> 'bookedFor' between ${from}::text and ${to}::text
     ), counted as (
       select exam, count(*) filter (where on_day <= ${soon}::text) as near, count(*) as far from booked group by exam
     )
     select (select coalesce(json_agg(json_build_object('exam', exam, 'applicants', near) order by exam), '[]') from counted where near > 0) as within14,
            (select coalesce(json_agg(json_build_object('exam', exam, 'applicants', far) order by exam), '[]') from counted) as within28,
            (select coalesce(json_agg(json_build_object('applicantId', applicant_id, 'exam', exam, 'on', on_day) order by on_day, sort_name, applicant_id), '[]')
             from (select * from booked order by on_day, sort_name, applicant_id limit ${mostListed}) as first) as booked`,
    p.values,
  );
  return row ?? { within14: [], within28: [], booked: [] };
}

const readCaseload = (db: Database, reading: ReportReading): Promise<WeeklyReport['caseload'][number][]> => {
  const p = new Parameters();
  const cohort = reportCohort(reading, p);
  return sql(
    db,
    reading.schoolId,
    `${cohort}, load as (
       select advisor, count(*) as applicants, count(*) filter (where risk_level = 'high-risk') as high_risk,
              count(*) filter (where risk_level = 'at-risk') as at_risk, count(*) filter (where next_due_on < ${p.add(reading.asOf)}::date) as overdue
       from cohort group by advisor
     )
     select load.advisor, person.name, person.caseload_target as target, load.applicants, load.high_risk as "highRisk", load.at_risk as "atRisk", load.overdue
     from load left join person on person.school_id = ${p.add(reading.schoolId)} and person.email = load.advisor
     order by load.advisor is null, lower(coalesce(person.name, load.advisor)), load.advisor`,
    p.values,
  );
};

/** Runs of the whole cohort that ended within the time of the report, the newest first. */
const readRuns = (db: Database, { schoolId, season, sinceAt }: ReportReading): Promise<WeeklyReport['runs'][number][]> =>
  sql(
    db,
    schoolId,
    `select id, kind, as_of as "asOf", state, outcome, population, assessed, failed from run
     where school_id = $1 and season = $2 and ${isCohortRun} and state not in ('queued', 'assessing', 'closed')
       and coalesce(published_at, queued_at) > coalesce($3::timestamptz, '-infinity')
     order by id desc limit ${mostRuns}`,
    [schoolId, season, sinceAt],
  );
