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

/** SQL: the chunk as `c`, and the rows of another table that are about applicants of it. */
const chunk = `run_chunk c join`;
const ofChunk = (table: string): string => `
  ${table}.school_id = c.school_id and ${table}.applicant_id between c.first_id and c.last_id and (c.ids is null or ${table}.applicant_id = any (c.ids))`;
const thisChunk = 'c.school_id = $1 and c.run_id = $2 and c.no = $3';

/**
 * What the school has done about the applicants of a chunk, part by part: SQL that gives one JSON `value` an applicant. Each looks through
 * its table once for the whole chunk; the chunk is the school, run and number of the read. In a fixed order, or answers would change with it.
 */
const parts = {
  flags: `
    select flag.applicant_id, json_agg(json_build_array(flag.rule_code, flag.level, flag.opened_on, flag.risen_on,
             review.state, review.level, review.decided_on, review.until_on) order by flag.rule_code) as value
    from ${chunk} flag on ${ofChunk('flag')} and flag.closed_run is null
      and ((${asksForReviewSql()}) or flag.rule_code in (${caseworkFlagCodes.map((code) => `'${code}'`).join(', ')}))
    left join review on review.school_id = flag.school_id and review.flag_id = flag.id
    where ${thisChunk} group by flag.applicant_id`,
  meetings: `
    select m.applicant_id, json_agg(json_build_array(m.on_day, m.met_with) order by m.on_day, m.met_with) as value
    from ${chunk} meeting m on ${ofChunk('m')} and m.state = 'held'
    where ${thisChunk} group by m.applicant_id`,
  plan: `
    select p.applicant_id, json_build_array(max(p.agreed_on)) as value
    from ${chunk} plan p on ${ofChunk('p')} and p.state = 'agreed'
    where ${thisChunk} group by p.applicant_id`,
  // A plan that nobody has agreed to asks nothing of anybody, and a restricted task is not told of.
  tasks: `
    select t.applicant_id, json_agg(t.due_on order by t.due_on) as value
    from ${chunk} task t on ${ofChunk('t')} and t.state = 'open' and not t.restricted
    left join plan of_plan on of_plan.school_id = t.school_id and of_plan.id = t.plan_id
    where ${thisChunk} and of_plan.state is distinct from 'draft' group by t.applicant_id`,
  checkIns: `
    select i.applicant_id, json_agg(json_build_array(i.on_day, ${referredOnSql('i')}) order by i.on_day, i.id) as value
    from ${chunk} check_in i on ${ofChunk('i')} and i.asks_help
    where ${thisChunk} group by i.applicant_id`,
  agreed: `
    select agreed.applicant_id, json_agg(json_build_array(agreed.change, agreed.on_day, agreed.due_on) order by agreed.on_day, agreed.origin, agreed.id, agreed.no) as value
    from (
      select p.applicant_id, g.change, p.agreed_on as on_day, g.due_on, 'plan' as origin, p.id, g.no
      from ${chunk} plan p on ${ofChunk('p')} and p.state = 'agreed'
      join plan_goal g on g.school_id = p.school_id and g.plan_id = p.id
      where ${thisChunk}
      union all
      select m.applicant_id, v.goal, m.on_day, v.due_on, 'meeting', m.id, v.no
      from ${chunk} meeting m on ${ofChunk('m')} and m.state = 'held'
      join meeting_intervention v on v.school_id = m.school_id and v.meeting_id = m.id and v.answer = 'agreed' and v.goal is not null
      where ${thisChunk}
    ) as agreed group by agreed.applicant_id`,
} as const satisfies Readonly<Record<string, string>>;

const names = Object.keys(parts) as (keyof typeof parts)[];

/** SQL: what joins the casework of a chunk to its applicants `a`. */
export const caseworkJoins: string = names
  .map((name) => `left join (${parts[name]}) as ${name}_part on ${name}_part.applicant_id = a.id`)
  .join('\n');

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
