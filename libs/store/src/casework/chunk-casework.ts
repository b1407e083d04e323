import {
  type Casework,
  type CaseworkFlag,
  type CaseworkReview,
  caseworkFlagCodes,
  type Day,
  noCasework,
  type RiskLevel,
} from '@matchwatch/domain';
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
}

/** The casework that a stored one tells of; nothing done where there is none. */
export function toCasework(stored: StoredCasework | null): Casework {
  if (stored === null) return noCasework;
  const { level, flags } = stored;
  const [riskLevel, levelSince, atRiskSince] = level;
  return {
    ...noCasework,
    riskLevel,
    levelSince,
    atRiskSince,
    flags: flags?.map(([code, flagLevel, openedOn, risenOn]) => ({ code, level: flagLevel, openedOn, risenOn })) ?? noCasework.flags,
    reviews:
      flags?.flatMap(([code, , , , state, reviewedLevel, on, until]) =>
        state === null ? [] : [{ code, state, level: reviewedLevel, on, until }],
      ) ?? noCasework.reviews,
  };
}
