import type { Day, Evidence, FindingLevel, Scope, SpecialtyKey, UrgencyWeights } from '@matchwatch/domain';
import { findingRank } from '@matchwatch/domain';
import { scopeCondition } from '../access/scope-condition.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { openFlagsWithReviews, reviewAggregates, reviewColumns, waitingSinceSql, waitsSql } from './review-sql.js';

/** What the review queue may be narrowed by. */
export interface QueueCriteria {
  season: number;
  /** Assigned to the person, or assigned to nobody while the person advises the applicant. */
  mine?: boolean | undefined;
  /** Assigned to nobody, and nobody advises the applicant. */
  unassigned?: boolean | undefined;
  escalatedToMe?: boolean | undefined;
  specialty?: readonly SpecialtyKey[] | undefined;
  /** Lowest level of a waiting flag. */
  level?: FindingLevel | undefined;
  advisor?: string | undefined;
}

/** Who asks, of which day, and what puts the queue in order. */
export interface QueueReading {
  person: { id: number; email: string };
  /** Whose flags the person may review. */
  scope: Scope;
  today: Day;
  weights: UrgencyWeights;
  /** The next day of the season that matters to everybody; counts where the flags' own advice names none that is to come. */
  seasonDay: Day | null;
}

/** An applicant in the queue with what makes it urgent. */
export interface QueuedApplicant {
  applicantId: number;
  revision: number;
  flags: number;
  level: FindingLevel;
  dueOn: Day | null;
  /** Whether the flags' own advice names that day; else it is the season's. */
  dated: boolean;
  since: Day;
  urgency: number;
}

const own = ['school_id', 'applicant_id', 'season', 'sort_name', 'advisor', 'primary_specialty', 'review_revision'] as const;

/** SQL: a summary row's place in the queue on a day: as it stands, or counted anew where something that was put off asks again. */
function waiting(schoolId: string, { season }: QueueCriteria, { scope, today }: QueueReading, p: Parameters): string {
  const [school, seasonAt, day] = [p.add(schoolId), p.add(season), `${p.add(today)}::date`];
  const inScope = scopeCondition(scope, p);
  const columns = own.map((column) => `s.${column}`).join(', ');
  return `
    select ${columns}, ${reviewColumns.map((column) => `s.${column}`).join(', ')}
    from applicant_summary s
    where s.school_id = ${school} and s.season = ${seasonAt} and s.review_flags > 0 and (s.review_wakes_on is null or s.review_wakes_on > ${day}) and ${inScope}
    union all
    select ${columns}, ${reviewColumns.map((column) => `woken.${column}`).join(', ')}
    from applicant_summary s
    cross join lateral (select ${reviewAggregates(day)} from ${openFlagsWithReviews('s.school_id', 's.applicant_id')}) as woken
    where s.school_id = ${school} and s.season = ${seasonAt} and s.review_wakes_on <= ${day} and woken.review_flags > 0 and ${inScope}`;
}

const mineSql = (person: QueueReading['person'], p: Parameters): string =>
  `(${p.add(person.id)}::integer = any (w.review_people) or (w.review_nobody and w.advisor = ${p.add(person.email)}))`;
const unassignedSql = '(w.review_nobody and w.advisor is null)';
const escalatedSql = (person: QueueReading['person'], p: Parameters): string => `${p.add(person.id)}::integer = any (w.review_escalated)`;

function conditions(
  { mine, unassigned, escalatedToMe, specialty, level, advisor }: QueueCriteria,
  { person }: QueueReading,
  p: Parameters,
): string {
  const all = [
    ...(mine ? [mineSql(person, p)] : []),
    ...(unassigned ? [unassignedSql] : []),
    ...(escalatedToMe ? [escalatedSql(person, p)] : []),
    ...(specialty ? [`w.primary_specialty = any (${p.add(specialty)}::text[])`] : []),
    ...(level ? [`w.review_rank >= ${p.add(findingRank[level])}`] : []),
    ...(advisor === undefined ? [] : [`w.advisor = lower(${p.add(advisor)})`]),
  ];
  return all.length === 0 ? 'true' : all.join(' and ');
}

/** SQL: the day that matters to a row `w` of what waits: what is due for its flags, or the season's where that has gone by or is not told. */
const dayThatMatters = (day: string, seasonDay: string): string =>
  `(case when w.review_due_on >= ${day} then w.review_due_on else ${seasonDay} end)`;

/** SQL of `urgencyOf`, over a row `w` of what waits. */
export function urgencySql(
  { urgent, near, nearDays, age, ageDays }: UrgencyWeights,
  today: Day,
  seasonDay: Day | null,
  p: Parameters,
): string {
  const float = (value: number) => `${p.add(value)}::float8`;
  const day = `${p.add(today)}::date`;
  const [nearest, longest] = [float(nearDays), float(ageDays)];
  const dueOn = dayThatMatters(day, `${p.add(seasonDay)}::date`);
  const ahead = `coalesce(least(greatest((${dueOn} - ${day})::float8, 0), ${nearest}), ${nearest})`;
  const waited = `least(greatest((${day} - w.review_since)::float8, 0), ${longest})`;
  const part = (most: number, share: string) => `(1 + (${float(most)} - 1) * (${share}))`;
  const byLevel = `(case when w.review_rank >= ${p.add(findingRank.urgent)} then ${float(urgent)} else 1 end)`;
  return `${byLevel} * ${part(near, `1 - ${ahead} / ${nearest}`)} * ${part(age, `${waited} / ${longest}`)}`;
}

/** A page of the applicants who have flags that wait for a review, the most urgent first, and how many they are. */
export async function listReviewQueue(
  db: Database,
  schoolId: string,
  criteria: QueueCriteria,
  reading: QueueReading,
  [from, to]: readonly [number, number],
): Promise<{ rows: QueuedApplicant[]; total: number }> {
  const p = new Parameters();
  const waits = waiting(schoolId, criteria, reading, p);
  const where = conditions(criteria, reading, p);
  const counting = p.values.slice();
  const day = `${p.add(reading.today)}::date`;
  const urgency = urgencySql(reading.weights, reading.today, reading.seasonDay, p);
  const rows = await sql<QueuedApplicant & { total: number }>(
    db,
    schoolId,
    `with waiting as (${waits})
     select w.applicant_id as "applicantId", w.review_revision as revision, w.review_flags as flags,
            case when w.review_rank >= ${p.add(findingRank.urgent)} then 'urgent' else 'act' end as level,
            ${dayThatMatters(day, `${p.add(reading.seasonDay)}::date`)} as "dueOn", coalesce(w.review_due_on >= ${day}, false) as dated, w.review_since as since, ${urgency} as urgency, count(*) over () as total
     from waiting w where ${where}
     order by urgency desc, w.sort_name, w.applicant_id limit ${p.add(to - from + 1)} offset ${p.add(from)}`,
    p.values,
  );
  if (rows[0]) return { rows, total: rows[0].total };
  // A page behind the last tells nothing of how many there are.
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    `with waiting as (${waits}) select count(*) as total from waiting w where ${where}`,
    counting,
  );
  return { rows, total: counted?.total ?? 0 };
}

/** How many applicants each view of the queue shows, whatever it is narrowed to. */
export interface QueueCounts {
  all: number;
  urgent: number;
  mine: number;
  unassigned: number;
  escalatedToMe: number;
  /** Flags that wait, in all. */
  flags: number;
}

/** Counts of the queue of a season, in one pass. */
export async function countReviewQueue(db: Database, schoolId: string, season: number, reading: QueueReading): Promise<QueueCounts> {
  const p = new Parameters();
  const waits = waiting(schoolId, { season }, reading, p);
  const counts = await sqlOne<QueueCounts>(
    db,
    schoolId,
    `with waiting as (${waits})
     select count(*) as all, count(*) filter (where w.review_rank >= ${p.add(findingRank.urgent)}) as urgent,
            count(*) filter (where ${mineSql(reading.person, p)}) as mine, count(*) filter (where ${unassignedSql}) as unassigned,
            count(*) filter (where ${escalatedSql(reading.person, p)}) as "escalatedToMe", coalesce(sum(w.review_flags), 0)::bigint as flags
     from waiting w`,
    p.values,
  );
  return counts ?? { all: 0, urgent: 0, mine: 0, unassigned: 0, escalatedToMe: 0, flags: 0 };
}

/** A flag that waits, as the queue shows it. */
export interface WaitingFlag {
  id: number;
  applicantId: number;
  code: string;
  level: FindingLevel;
  evidence: Evidence;
  openedOn: Day;
  levelSince: Day;
  risenOn: Day;
  dueOn: Day | null;
  since: Day;
}

/** The waiting flags of some applicants on a day: the most serious first, then those that wait longest. */
export const listWaitingFlags = (db: Database, schoolId: string, applicantIds: readonly number[], today: Day): Promise<WaitingFlag[]> =>
  sql(
    db,
    schoolId,
    `select flag.id, flag.applicant_id as "applicantId", flag.rule_code as code, flag.level, flag.evidence, flag.opened_on as "openedOn",
            flag.level_since as "levelSince", flag.risen_on as "risenOn", flag.due_on as "dueOn", ${waitingSinceSql('$3::date')} as since
     from flag left join review on review.school_id = flag.school_id and review.flag_id = flag.id
     where flag.school_id = $1 and flag.applicant_id = any ($2::integer[]) and flag.closed_run is null and ${waitsSql('$3::date')}
     order by flag.level = 'urgent' desc, since, flag.id`,
    [schoolId, applicantIds, today],
  );
