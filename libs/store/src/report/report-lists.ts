import {
  type Finding,
  mostListed,
  type ReportGap,
  type ReportList,
  type ReportPerson,
  type RuleCode,
  reportGaps,
  restrictedRuleCodes,
  type WeeklyReport,
  type WeeklyReportSource,
} from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { directionAgainst, levelsByRank } from '../applicant/applicant-criteria.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { notRestricted, type ReportReading, reportCohort } from './report-cohort.js';

const mostReasons = 3;
const wellbeingRule: RuleCode = 'care.wellbeing';
const staleRule: RuleCode = 'data.stale';
const ruleOfGap = {
  unreviewed: 'care.unreviewed',
  'no-advisor': 'care.no-advisor',
  'no-meeting': 'care.no-meeting',
  'no-plan': 'care.no-plan',
  'overdue-task': 'care.overdue-task',
} as const satisfies Readonly<Record<ReportGap, RuleCode>>;

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

type Direction = 'new' | 'worse' | 'better';

/** Whose level moved: those new or worse with what sets it now, those better with what is gone. */
export async function readMoved(db: Database, reading: ReportReading): Promise<Record<Direction, ReportList>> {
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

/** Of whom a flag was cleared that has not come back, with the causes that are gone. */
export async function readCleared(db: Database, reading: ReportReading): Promise<ReportList> {
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

interface Gaps {
  gaps: WeeklyReport['gaps'];
  wellbeing: ReportList;
  /** Of how many the data is old. */
  stale: number;
}

/** Open flags of the care gaps, of old data and, as far as it is open, of wellbeing: how many, and whose. */
export async function readGaps(db: Database, reading: ReportReading): Promise<Gaps> {
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
  const of = (code: RuleCode): ReportList => {
    const found = rows.find((row) => row.code === code);
    return found ? { applicants: found.applicants, people: (found.people ?? []).map((person) => toPerson(person, code)) } : nobody;
  };
  return {
    gaps: Object.fromEntries(reportGaps.map((gap) => [gap, of(ruleOfGap[gap])])) as WeeklyReport['gaps'],
    wellbeing: of(wellbeingRule),
    stale: of(staleRule).applicants,
  };
}

export async function readNotAssessable(db: Database, reading: ReportReading): Promise<WeeklyReportSource['notAssessable']> {
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
