import type { Day } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { type ApplicantCriteria, type Facet, facetConditions, otherConditions } from './applicant-criteria.js';
import { type ApplicantRow, rowColumns, trendOf, trendStart } from './applicant-row.js';

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

function ordering([sort, direction]: ListWindow<ApplicantSort>['sort']): string {
  const tie = sort === 'name' ? `s.applicant_id ${direction}` : 's.sort_name, s.applicant_id';
  return `${sortColumns[sort]} ${direction}${nullable.has(sort) ? ' nulls last' : ''}, ${tie}`;
}

const conditionsOf = (schoolId: string, criteria: ApplicantCriteria, p: Parameters): string =>
  [...otherConditions(schoolId, criteria, p), ...Object.values(facetConditions(criteria, p))].join(' and ');

/** A page of applicants with how many there are in all; empty fields come last whichever way it is ordered. */
export async function listApplicants(
  db: Database,
  schoolId: string,
  criteria: ApplicantCriteria,
  { sort, range: [from, to] }: ListWindow<ApplicantSort>,
  today: Day,
): Promise<ListPage<ApplicantRow>> {
  const p = new Parameters();
  const conditions = conditionsOf(schoolId, criteria, p);
  const total = sqlOne<{ total: number }>(db, `select count(*) as total from applicant_summary s where ${conditions}`, p.values.slice());
  const order = ordering(sort);
  const rows = sql<ApplicantRow>(
    db,
    `with page as (
       select * from applicant_summary s where ${conditions} order by ${order} limit ${p.add(to - from + 1)} offset ${p.add(from)}
     )
     select ${rowColumns} from page s ${trendOf(p.add(trendStart(today)))} order by ${order}`,
    p.values,
  );
  const [counted, found] = await Promise.all([total, rows]);
  return { rows: found, total: counted?.total ?? 0 };
}

/** The rows of some applicants, in the order of the ids given. */
export async function listApplicantRows(db: Database, schoolId: string, ids: readonly number[], today: Day): Promise<ApplicantRow[]> {
  if (ids.length === 0) return [];
  return sql<ApplicantRow>(
    db,
    `select ${rowColumns} from applicant_summary s ${trendOf('$3')}
     where s.school_id = $1 and s.applicant_id = any ($2::integer[])
     order by array_position($2::integer[], s.applicant_id)`,
    [schoolId, ids, trendStart(today)],
  );
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

/** Counts behind the filters, in one pass over the cohort. */
export async function countFacets(db: Database, schoolId: string, criteria: ApplicantCriteria): Promise<FacetCounts> {
  const p = new Parameters();
  const others = otherConditions(schoolId, criteria, p).join(' and ');
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
  const rows = await sql<{ facet: Facet; value: string; applicants: number }>(
    db,
    `with combination as (                            -- the cohort folded to its few combinations of values
       select risk_level, risk_rank, applicant_type, primary_specialty, category, img_tier, count(*) as applicants
       from applicant_summary s where ${[others, ...(rule ? [rule] : [])].join(' and ')}
       group by risk_level, risk_rank, applicant_type, primary_specialty, category, img_tier
     )
     select facet, value, applicants::integer from (${counted.join(' union all ')}) as by_column
     union all
     select 'rule', f.rule_code, count(*)::integer
     from applicant_summary s join flag f on f.school_id = s.school_id and f.applicant_id = s.applicant_id and f.closed_run is null
     where ${[others, ...without()].join(' and ')}
     group by f.rule_code`,
    p.values,
  );
  const counts: FacetCounts = { riskLevel: {}, applicantType: {}, specialty: {}, category: {}, imgTier: {}, rule: {} };
  for (const { facet, value, applicants } of rows) counts[facet][value] = applicants;
  return counts;
}
