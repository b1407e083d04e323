import {
  type Agreement,
  type Casework,
  type CaseworkFlag,
  type CaseworkReview,
  caseworkFlagCodes,
  type Day,
  noCasework,
  type RiskLevel,
} from '@matchwatch/domain';
import { referredOnSql } from '../referral/referral.repository.js';
import { asksForReviewSql } from '../review/review-sql.js';

const of = (table: string): string => `${table}.school_id = $1 and ${table}.applicant_id = a.id`;

/**
 * What the school has done about an applicant `a`, part by part: SQL that gives one JSON `value`, null where there is nothing. In a fixed
 * order, or answers would change with it. Each is a look by an index. Trap: joined as whole tables they are as fast or a hundred times slower,
 * by what the planner knows of tables that have just been filled; applicant by applicant there is nothing to choose.
 */
const parts = {
  flags: `
    select json_agg(json_build_array(flag.rule_code, flag.level, flag.opened_on, flag.risen_on,
             review.state, review.level, review.decided_on, review.until_on) order by flag.rule_code) as value
    from flag left join review on review.school_id = flag.school_id and review.flag_id = flag.id
    where ${of('flag')} and flag.closed_run is null
      and ((${asksForReviewSql()}) or flag.rule_code in (${caseworkFlagCodes.map((code) => `'${code}'`).join(', ')}))`,
  meetings: `
    select json_agg(json_build_array(m.on_day, m.met_with) order by m.on_day, m.met_with) as value
    from meeting m where ${of('m')} and m.state = 'held'`,
  plan: `
    select case when count(*) > 0 then json_build_array(max(p.agreed_on)) end as value
    from plan p where ${of('p')} and p.state = 'agreed'`,
  // A plan that nobody has agreed to asks nothing of anybody, and a restricted task is not told of.
  tasks: `
    select json_agg(t.due_on order by t.due_on) as value
    from task t where ${of('t')} and t.state = 'open' and not t.restricted
      and (select p.state from plan p where p.school_id = t.school_id and p.id = t.plan_id) is distinct from 'draft'`,
  checkIns: `
    select json_agg(json_build_array(i.on_day, ${referredOnSql('i')}) order by i.on_day, i.id) as value
    from check_in i where ${of('i')} and i.asks_help`,
  agreed: `
    select json_agg(json_build_array(agreed.change, agreed.on_day, agreed.due_on) order by agreed.on_day, agreed.origin, agreed.id, agreed.no) as value
    from (
      select g.change, p.agreed_on as on_day, g.due_on, 'plan' as origin, p.id, g.no
      from plan p join plan_goal g on g.school_id = p.school_id and g.plan_id = p.id
      where ${of('p')} and p.state = 'agreed'
      union all
      select v.goal, m.on_day, v.due_on, 'meeting', m.id, v.no
      from meeting m join meeting_intervention v on v.school_id = m.school_id and v.meeting_id = m.id and v.answer = 'agreed' and v.goal is not null
      where ${of('m')} and m.state = 'held'
    ) as agreed`,
} as const satisfies Readonly<Record<string, string>>;

const names = Object.keys(parts) as (keyof typeof parts)[];

/** SQL: what joins their casework to applicants `a`. */
export const caseworkJoins: string = names.map((name) => `cross join lateral (${parts[name]}) as ${name}_part`).join('\n');

/** SQL: the casework of an applicant as one JSON text, as short as it can be; null where the school has done nothing and no answer stands. */
export const caseworkColumn = `
  case when standing.applicant_id is not null${names.map((name) => ` or ${name}_part.value is not null`).join('')}
       then json_build_object('level', json_build_array(standing.risk_level, standing.level_since, standing.at_risk_since)${names
         .map((name) => `, '${name}', ${name}_part.value`)
         .join('')})::text end`;

type FlagTuple = readonly [
  code: string,
  level: CaseworkFlag['level'],
  openedOn: Day,
  risenOn: Day,
  state: CaseworkReview['state'] | null,
  reviewedLevel: CaseworkReview['level'],
  on: Day,
  until: Day | null,
];

/** The casework of an applicant as a chunk reads it and as it is stored with an answer. */
export interface StoredCasework {
  level: readonly [riskLevel: RiskLevel | null, since: Day | null, atRiskSince: Day | null];
  flags?: readonly FlagTuple[] | null;
  meetings?: readonly (readonly [on: Day, metWith: Casework['meetings'][number]['with']])[] | null;
  plan?: readonly [since: Day] | null;
  tasks?: readonly Day[] | null;
  checkIns?: readonly (readonly [on: Day, referredOn: Day | null])[] | null;
  agreed?: readonly (readonly [change: Agreement['change'], agreedOn: Day, dueOn: Day])[] | null;
}

/** The casework that a stored one tells of; nothing done where there is none. */
export function toCasework(stored: StoredCasework | null): Casework {
  if (stored === null) return noCasework;
  const [riskLevel, levelSince, atRiskSince] = stored.level;
  const flags = stored.flags ?? [];
  return {
    riskLevel,
    levelSince,
    atRiskSince,
    flags: flags.map(([code, level, openedOn, risenOn]) => ({ code, level, openedOn, risenOn })),
    reviews: flags.flatMap(([code, , , , state, level, on, until]) => (state === null ? [] : [{ code, state, level, on, until }])),
    meetings: stored.meetings?.map(([on, metWith]) => ({ on, with: metWith })) ?? [],
    plan: stored.plan ? { since: stored.plan[0] } : null,
    tasks: stored.tasks?.map((dueOn) => ({ dueOn })) ?? [],
    checkIns: stored.checkIns?.map(([on, referredOn]) => ({ on, referredOn })) ?? [],
    agreed: stored.agreed?.map(([change, agreedOn, dueOn]) => ({ change, agreedOn, dueOn })) ?? [],
  };
}
