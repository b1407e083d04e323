import { type ApplicantView, type Day, restrictedRuleCodes } from '@matchwatch/domain';
import { isWholeSchool, scopeCondition } from '../access/scope-condition.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import {
  type ApplicantCriteria,
  conditionsOf,
  type Facet,
  facetConditions,
  otherConditions,
  viewConditions,
} from './applicant-criteria.js';
import { type ApplicantRow, rowParts, shownRow, trendStart } from './applicant-row.js';

/** What the list may be ordered by, each with its column; ties go by name. */
const sortColumns = {
  level: 's.risk_rank',
  name: 's.sort_name',
  externalId: 's.external_id',
  specialty: 's.primary_specialty',
  category: 's.category_rank',
  step2Score: 's.step2_score',
  advisor: 's.advisor',
  levelSince: 's.level_since',
  lastMeetingOn: 's.last_meeting_on',
  nextDueOn: 's.next_due_on',
  changedOn: 's.changed_on',
} as const;
export type ApplicantSort = keyof typeof sortColumns;

/** A window of a list: what to order by and which rows, counted from 0, both ends included. */
export interface ListWindow<Sort extends string> {
  sort: readonly [Sort, 'ASC' | 'DESC'];
  range: readonly [number, number];
}

export interface ListPage<Row> {
  rows: Row[];
  total: number;
}

const nullable: ReadonlySet<ApplicantSort> = new Set<ApplicantSort>([
  'specialty',
  'step2Score',
  'advisor',
  'levelSince',
  'lastMeetingOn',
  'nextDueOn',
]);

/** What tells of risk tells it by the order, too: who must not know it is last. */
const riskSorts: ReadonlySet<ApplicantSort> = new Set<ApplicantSort>(['level', 'category', 'levelSince', 'lastMeetingOn', 'nextDueOn']);

function ordering([sort, direction]: ListWindow<ApplicantSort>['sort'], view: ApplicantView, p: Parameters): string {
  const tie = sort === 'name' ? `s.applicant_id ${direction}` : 's.sort_name, s.applicant_id';
  if (!riskSorts.has(sort) || isWholeSchool(view.risk)) {
    return `${sortColumns[sort]} ${direction}${nullable.has(sort) ? ' nulls last' : ''}, ${tie}`;
  }
  return `case when ${scopeCondition(view.risk, p)} then ${sortColumns[sort]} end ${direction} nulls last, ${tie}`;
}

/** How many applicants in a view fit. */
export async function countApplicants(db: Database, schoolId: string, view: ApplicantView, criteria: ApplicantCriteria): Promise<number> {
  const p = new Parameters();
  const conditions = conditionsOf(schoolId, view, criteria, p);
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    `select count(*) as total from applicant_summary s where ${conditions}`,
    p.values,
  );
  return counted?.total ?? 0;
}

/** A page of the applicants in a view with how many there are in all; empty fields come last whichever way it is ordered. */
export async function listApplicants(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  criteria: ApplicantCriteria,
  { sort, range: [from, to] }: ListWindow<ApplicantSort>,
  today: Day,
): Promise<ListPage<ApplicantRow>> {
  const p = new Parameters();
  const conditions = conditionsOf(schoolId, view, criteria, p);
  const total = sqlOne<{ total: number }>(
    db,
    schoolId,
    `select count(*) as total from applicant_summary s where ${conditions}`,
    p.values.slice(),
  );
  const order = ordering(sort, view, p);
  const { columns, joins } = rowParts(view, trendStart(today), p);
  const rows = sql<ShownBy>(
    db,
    schoolId,
    `with page as (
       select * from applicant_summary s where ${conditions} order by ${order} limit ${p.add(to - from + 1)} offset ${p.add(from)}
     )
     select ${columns} from page s ${joins} order by ${order}`,
    p.values,
  );
  const [counted, found] = await Promise.all([total, rows]);
  return { rows: found.map(shownRow), total: counted?.total ?? 0 };
}

/** The ids of the applicants in a view in an order, at most `limit` of them. */
export async function listApplicantIds(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  criteria: ApplicantCriteria,
  sort: ListWindow<ApplicantSort>['sort'],
  limit: number,
): Promise<number[]> {
  const p = new Parameters();
  const conditions = conditionsOf(schoolId, view, criteria, p);
  const order = ordering(sort, view, p);
  const rows = await sql<{ id: number }>(
    db,
    schoolId,
    `select s.applicant_id as id from applicant_summary s where ${conditions} order by ${order} limit ${p.add(limit)}`,
    p.values,
  );
  return rows.map(({ id }) => id);
}

type ShownBy = ApplicantRow & { wellbeingOpen: boolean };

/** The rows of some applicants in a view, in the order of the ids given. */
export async function listApplicantRows(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  ids: readonly number[],
  today: Day,
): Promise<ApplicantRow[]> {
  if (ids.length === 0) return [];
  const p = new Parameters();
  const wanted = p.add(ids);
  const { columns, joins } = rowParts(view, trendStart(today), p);
  const rows = await sql<ShownBy>(
    db,
    schoolId,
    `select ${columns} from applicant_summary s ${joins}
     where s.school_id = ${p.add(schoolId)} and s.applicant_id = any (${wanted}::integer[]) and ${scopeCondition(view.find, p)}
     order by array_position(${wanted}::integer[], s.applicant_id)`,
    p.values,
  );
  return rows.map(shownRow);
}

/** How many applicants there would be under each value of each facet, with all other criteria applied. */
export type FacetCounts = Record<Facet, Record<string, number>>;

const facetColumns = {
  riskLevel: 'risk_level',
  applicantType: 'applicant_type',
  specialty: 'primary_specialty',
  category: 'category',
  imgTier: 'img_tier',
} as const satisfies Partial<Record<Facet, string>>;

/** Counts behind the filters over the applicants in a view, in one pass over the cohort; risk counts where it is open. */
export async function countFacets(db: Database, schoolId: string, view: ApplicantView, criteria: ApplicantCriteria): Promise<FacetCounts> {
  const p = new Parameters();
  const others = [
    ...otherConditions(schoolId, criteria, p),
    // A facet that is itself about risk is masked below and counts none of those who are closed; for the others the whole filter holds.
    ...viewConditions(schoolId, view, criteria, p),
  ].join(' and ');
  const { rule, ...byColumn } = facetConditions(criteria, p);
  const without = (facet?: Facet) =>
    Object.entries(byColumn)
      .filter(([name]) => name !== facet)
      .map(([, condition]) => condition);
  const counted = Object.entries(facetColumns).map(([facet, column]) => {
    const rest = without(facet as Facet);
    return `select '${facet}' as facet, ${column} as value, sum(applicants) as applicants from combination s
            where ${[`${column} is not null`, ...rest].join(' and ')} group by ${column}`;
  });
  const allRisk = isWholeSchool(view.risk);
  const risk = scopeCondition(view.risk, p);
  const open = (column: string) => (allRisk ? column : `case when ${risk} then ${column} end`);
  const hidden = isWholeSchool(view.wellbeing)
    ? ''
    : ` and (f.rule_code <> all (${p.add([...restrictedRuleCodes])}::text[]) or ${scopeCondition(view.wellbeing, p)})`;
  const rows = await sql<{ facet: Facet; value: string; applicants: number }>(
    db,
    schoolId,
    `with combination as (                            -- the cohort folded to its few combinations of values
       select ${open('risk_level')} as risk_level, ${open('risk_rank')} as risk_rank, applicant_type, primary_specialty,
              ${open('category')} as category, ${open('img_tier')} as img_tier, count(*) as applicants
       from applicant_summary s where ${[others, ...(rule ? [rule] : [])].join(' and ')}
       group by 1, 2, 3, 4, 5, 6
     )
     select facet, value, applicants::integer from (${counted.join(' union all ')}) as by_column
     union all
     select 'rule', f.rule_code, count(*)::integer
     from applicant_summary s join flag f on f.school_id = s.school_id and f.applicant_id = s.applicant_id and f.closed_run is null${hidden}
     where ${[others, ...(allRisk ? [] : [risk]), ...without()].join(' and ')}
     group by f.rule_code`,
    p.values,
  );
  const counts: FacetCounts = { riskLevel: {}, applicantType: {}, specialty: {}, category: {}, imgTier: {}, rule: {} };
  for (const { facet, value, applicants } of rows) counts[facet][value] = applicants;
  return counts;
}
