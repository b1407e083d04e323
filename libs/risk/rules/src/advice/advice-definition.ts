import type { AdviceCode, EvidenceByCode, FindingLevel, RuleCode, TemplateId } from '@matchwatch/domain';
import type { SeasonCalendar, SeasonLine } from '@matchwatch/risk-policy';
import type { ApplicantView } from '../view/applicant-view.js';

/** What a due day counts from: the finding, the exam that the finding is about, a day of the organisers' calendar, or a line of every season. */
export type DueFrom = 'finding' | 'exam' | keyof SeasonCalendar | SeasonLine;

/** Whether a finding asks for this advice. */
export type Asks<C extends RuleCode> = (evidence: EvidenceByCode[C], applicant: ApplicantView, level: FindingLevel) => boolean;

/** The rules whose findings ask for a piece of advice: always, or under a condition on what was found. */
export type AnsweredRules = { readonly [C in RuleCode]?: 'always' | Asks<C> };

/** One piece of advice; who sees to it and after how many days is policy, `advice.<code>.owner` and `advice.<code>.days`. */
export interface AdviceDefinition {
  readonly dueFrom: DueFrom;
  readonly answers: AnsweredRules;
  /** Templates that help with it. */
  readonly templates?: readonly TemplateId[];
}

/** The definitions of some advice. */
export type AdviceDefinitions<Codes extends AdviceCode> = { readonly [C in Codes]: AdviceDefinition };
