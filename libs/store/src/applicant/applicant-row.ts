import type { ApplicantType, Day, Finding, FindingLevel, ImgTier, RiskLevel, ScoreCategory, SpecialtyKey } from '@matchwatch/domain';
import { addDays } from '@matchwatch/domain';

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
}

/** The first day of the twelve weeks a trend shows. */
export const trendStart = (today: Day): Day => addDays(today, -84);

/** The columns of a row, from a summary row `s` and its `trend`. */
export const rowColumns = `
  s.applicant_id as id, s.external_id as "externalId",
  json_build_object('given', s.given_name, 'family', s.family_name, 'preferred', s.preferred_name) as name,
  s.season, s.applicant_type as "applicantType", s.risk_level as "riskLevel", s.reasons, s.missing,
  s.primary_specialty as "primarySpecialty", s.category, s.img_tier as "imgTier", s.step2_score as "step2Score", s.advisor,
  json_build_object('urgent', s.open_urgent, 'act', s.open_act, 'watch', s.open_watch, 'note', s.open_note) as "openFlags",
  s.level_since as "levelSince", s.last_meeting_on as "lastMeetingOn", s.next_due_on as "nextDueOn", s.changed_on as "changedOn", trend.levels as trend`;

/** The trend of each summary row `s`: changes before the start count as the level at the start, and the last of a day as that day's. */
export const trendOf = (start: string) => `
  cross join lateral (
    select coalesce(json_agg(json_build_object('on', day, 'level', new_level) order by day), '[]') as levels
    from (select distinct on (greatest(on_day, ${start}::date)) greatest(on_day, ${start}::date) as day, new_level
          from level_change where school_id = s.school_id and applicant_id = s.applicant_id
          order by greatest(on_day, ${start}::date), on_day desc, run_id desc) as daily
  ) as trend`;
