import type {
  ApplicantType,
  ApplicantView,
  Day,
  Finding,
  FindingLevel,
  ImgTier,
  RiskLevel,
  ScoreCategory,
  SpecialtyKey,
} from '@matchwatch/domain';
import { addDays, restrictedRuleCodes } from '@matchwatch/domain';
import { isInScopeSql, isWholeSchool } from '../access/scope-condition.js';
import type { Parameters } from '../parameters.js';

/** One applicant as lists show them. */
export interface ApplicantRow {
  id: number;
  externalId: string;
  name: { given: string; family: string; preferred: string | null };
  season: number;
  applicantType: ApplicantType;
  riskLevel: RiskLevel | null;
  reasons: Finding[];
  missing: string[];
  primarySpecialty: SpecialtyKey | null;
  category: ScoreCategory | null;
  imgTier: ImgTier | null;
  step2Score: number | null;
  advisor: string | null;
  openFlags: Record<FindingLevel, number>;
  levelSince: Day | null;
  lastMeetingOn: Day | null;
  nextDueOn: Day | null;
  changedOn: Day;
  /** Level changes of the last twelve weeks, oldest first, beginning with the level at their start. */
  trend: { on: Day; level: RiskLevel }[];
  /** False where the reader must not know the risk: level, reasons and all that follows from them are left empty. */
  riskOpen: boolean;
}

/** The first day of the twelve weeks a trend shows. */
export const trendStart = (today: Day): Day => addDays(today, -84);

/** The columns of a row for a reader, from a summary row `s` and the laterals of `rowParts`. */
const rowColumns = `
  s.applicant_id as id, s.external_id as "externalId",
  json_build_object('given', s.given_name, 'family', s.family_name, 'preferred', s.preferred_name) as name,
  s.season, s.applicant_type as "applicantType", s.risk_level as "riskLevel", s.reasons, s.missing,
  s.primary_specialty as "primarySpecialty", s.category, s.img_tier as "imgTier", s.step2_score as "step2Score", s.advisor,
  s.level_since as "levelSince", s.last_meeting_on as "lastMeetingOn", s.next_due_on as "nextDueOn", s.changed_on as "changedOn", trend.levels as trend`;

const openFlags = (hidden: boolean) =>
  `json_build_object(${(['urgent', 'act', 'watch', 'note'] as const)
    .map((level) => `'${level}', s.open_${level}${hidden ? ` - hidden.${level}` : ''}`)
    .join(', ')}) as "openFlags"`;

/** What a statement over summary rows `s` selects and joins so that its rows, through `shownRow`, are a reader's rows. */
export function rowParts(view: ApplicantView, start: Day, p: Parameters): { columns: string; joins: string } {
  const all = isWholeSchool(view.wellbeing);
  const wellbeing = isInScopeSql(view.wellbeing, p);
  const joins = all
    ? ''
    : `cross join lateral (                           -- open flags whose very existence is withheld
         select ${(['urgent', 'act', 'watch', 'note'] as const).map((level) => `count(*) filter (where h.level = '${level}') as ${level}`).join(', ')}
         from flag h where h.school_id = s.school_id and h.applicant_id = s.applicant_id and h.closed_run is null
           and h.rule_code = any (${p.add([...restrictedRuleCodes])}::text[]) and not ${wellbeing}
       ) as hidden`;
  return {
    columns: `${rowColumns}, ${openFlags(!all)}, ${isInScopeSql(view.risk, p)} as "riskOpen", ${wellbeing} as "wellbeingOpen"`,
    joins: `${trendOf(p.add(start))} ${joins}`,
  };
}

/** A row as the database gave it, without what its reader must not know. */
export function shownRow({ wellbeingOpen, ...row }: ApplicantRow & { wellbeingOpen: boolean }): ApplicantRow {
  if (!row.riskOpen) {
    return {
      ...row,
      riskLevel: null,
      reasons: [],
      missing: [],
      category: null,
      imgTier: null,
      openFlags: { urgent: 0, act: 0, watch: 0, note: 0 },
      levelSince: null,
      lastMeetingOn: null,
      nextDueOn: null,
      trend: [],
    };
  }
  return wellbeingOpen ? row : { ...row, reasons: row.reasons.filter(({ code }) => !restrictedRuleCodes.has(code)) };
}

/** The trend of each summary row `s`: changes before the start count as the level at the start, and the last of a day as that day's. */
const trendOf = (start: string) => `
  cross join lateral (
    select coalesce(json_agg(json_build_object('on', day, 'level', new_level) order by day), '[]') as levels
    from (select distinct on (greatest(on_day, ${start}::date)) greatest(on_day, ${start}::date) as day, new_level
          from level_change where school_id = s.school_id and applicant_id = s.applicant_id
          order by greatest(on_day, ${start}::date), on_day desc, run_id desc) as daily
  ) as trend`;
