import type { AttemptOutcome, Day, DeliveryDecision, DeliveryState, MailedReport, MailFault, Omission } from '@matchwatch/domain';
import type { ListPage } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';

/** One try as the ledger shows it; instants are ISO 8601. */
export interface AttemptRow {
  no: number;
  startedAt: string;
  contentAt: string | null;
  endedAt: string | null;
  messageId: string | null;
  outcome: AttemptOutcome | null;
  fault: MailFault | null;
  replyCode: number | null;
  reply: string | null;
}

/** A delivery as the ledger shows it, with every try and every decision. */
export interface DeliveryRow {
  id: number;
  report: MailedReport;
  period: Day;
  season: number | null;
  viewName: string | null;
  editionId: number | null;
  personId: number;
  name: string;
  email: string;
  state: DeliveryState;
  reason: Omission | MailFault | null;
  promisedAt: Date;
  dueAt: Date;
  createdAt: Date;
  endedAt: Date | null;
  attempts: AttemptRow[];
  decisions: { decision: DeliveryDecision; reason: string; by: string; at: string }[];
}

/** What the ledger may be searched by. */
export interface DeliveryCriteria {
  id?: number | undefined;
  report?: MailedReport | undefined;
  period?: Day | undefined;
  season?: number | undefined;
  state?: readonly DeliveryState[] | undefined;
  personId?: number | undefined;
}

function conditionsOf(schoolId: string, { id, report, period, season, state, personId }: DeliveryCriteria, p: Parameters): string {
  const conditions = [`d.school_id = ${p.add(schoolId)}`];
  if (id !== undefined) conditions.push(`d.id = ${p.add(id)}`);
  if (report) conditions.push(`d.report = ${p.add(report)}`);
  if (period) conditions.push(`d.period = ${p.add(period)}::date`);
  if (season !== undefined) conditions.push(`d.season = ${p.add(season)}`);
  if (state) conditions.push(`d.state = any (${p.add(state)}::text[])`);
  if (personId !== undefined) conditions.push(`d.person_id = ${p.add(personId)}`);
  return conditions.join(' and ');
}

const columns = `page.id, page.report, page.period, page.season, v.name as "viewName", page.edition_id as "editionId",
  page.person_id as "personId", person.name, person.email, page.state, page.reason, page.promised_at as "promisedAt", page.due_at as "dueAt",
  page.created_at as "createdAt", page.ended_at as "endedAt",
  coalesce((select json_agg(json_build_object('no', a.no, 'startedAt', a.started_at, 'contentAt', a.content_at, 'endedAt', a.ended_at,
                                              'messageId', a.message_id, 'outcome', a.outcome, 'fault', a.fault, 'replyCode', a.reply_code,
                                              'reply', a.reply) order by a.no)
            from delivery_attempt a where a.school_id = page.school_id and a.delivery_id = page.id), '[]') as attempts,
  coalesce((select json_agg(json_build_object('decision', c.decision, 'reason', c.reason, 'by', decider.name, 'at', c.at) order by c.id)
            from delivery_decision c join person decider on decider.school_id = c.school_id and decider.id = c.by_id
            where c.school_id = page.school_id and c.delivery_id = page.id), '[]') as decisions`;

/** What asks for a person first, then by the newest period. */
const order = `array_position(array['uncertain', 'failed', 'sending', 'due', 'sent', 'skipped'], state)`;

/** A page of the ledger: the newest period first, within it what asks for somebody first. */
export async function listDeliveries(
  db: Database,
  schoolId: string,
  criteria: DeliveryCriteria,
  [first, last]: readonly [number, number],
): Promise<ListPage<DeliveryRow>> {
  const counting = new Parameters();
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    `select count(*) as total from delivery d where ${conditionsOf(schoolId, criteria, counting)}`,
    counting.values,
  );
  const p = new Parameters();
  const rows = await sql<DeliveryRow>(
    db,
    schoolId,
    `with page as (
       select * from delivery d where ${conditionsOf(schoolId, criteria, p)}
       order by period desc, report, ${order}, id limit ${p.add(last - first + 1)} offset ${p.add(first)}
     )
     select ${columns} from page
     join person on person.school_id = page.school_id and person.id = page.person_id
     left join cohort_view v on v.school_id = page.school_id and v.id = page.view_id
     order by page.period desc, page.report, ${order.replace('state', 'page.state')}, page.id`,
    p.values,
  );
  return { rows, total: counted?.total ?? 0 };
}

/** One delivery with all that happened to it. */
export const findDelivery = async (db: Database, schoolId: string, id: number): Promise<DeliveryRow | undefined> =>
  (await listDeliveries(db, schoolId, { id }, [0, 0])).rows[0];

/** The mail of one report and period: how many recipients stand where. */
export interface DeliveryTally {
  report: MailedReport;
  period: Day;
  season: number | null;
  promisedAt: Date;
  counts: Partial<Record<DeliveryState, number>>;
  /** Reasons of what was skipped. */
  omitted: Partial<Record<Omission, number>>;
}

/** The latest periods of each report with how their mail stands, the newest first. */
export const listDeliveryTallies = (
  db: Database,
  schoolId: string,
  report: MailedReport | null,
  periods: number,
): Promise<DeliveryTally[]> =>
  sql(
    db,
    schoolId,
    `select report, period, season, max(promised_at) as "promisedAt",
            json_object_agg(state, n) as counts,
            coalesce((select json_object_agg(o.reason, o.n) from (
              select s.reason, count(*) as n from delivery s
              where s.school_id = $1 and s.report = standing.report and s.period = standing.period and s.season is not distinct from standing.season
                and s.state = 'skipped' group by s.reason) o), '{}') as omitted
     from (
       select d.report, d.period, d.season, d.state, max(d.promised_at) as promised_at, count(*) as n
       from delivery d where d.school_id = $1 and ($2::text is null or d.report = $2) group by d.report, d.period, d.season, d.state
     ) standing
     group by report, period, season order by period desc, report, season limit $3`,
    [schoolId, report, periods],
  );

/** What of a school's mail asks for a person. */
export interface DeliveryTrouble {
  /** Not out by the hour it was promised for. */
  late: number;
  failed: number;
  uncertain: number;
}

/** How many deliveries did not go out as they should: late at an instant, or ended so since another. */
export async function countDeliveryTrouble(db: Database, schoolId: string, now: Date, since: Date): Promise<DeliveryTrouble> {
  const counted = await sqlOne<DeliveryTrouble>(
    db,
    schoolId,
    `select count(*) filter (where state in ('due', 'sending') and promised_at < $2) as late,
            count(*) filter (where state = 'failed' and ended_at >= $3) as failed,
            count(*) filter (where state = 'uncertain' and ended_at >= $3) as uncertain
     from delivery where school_id = $1 and state in ('due', 'sending', 'failed', 'uncertain')`,
    [schoolId, now, since],
  );
  return counted ?? { late: 0, failed: 0, uncertain: 0 };
}
