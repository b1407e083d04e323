import { type Day, type RiskLevel, riskRank } from '@matchwatch/domain';
import type { Assessed } from '@matchwatch/risk-engine';
import type { ApplicantView } from './applicant-view.js';

/** What a rule about the school's response looks at: the applicant, what was found, and what the school has done. */
export type CareView = Assessed<ApplicantView>;

/** At risk or high risk. */
export const isAtRisk = (level: RiskLevel): boolean => riskRank[level] >= riskRank['at-risk'];

/** The later of two days; undefined when neither is known. */
export const laterOf = (a: Day | undefined, b: Day | undefined): Day | undefined => (a === undefined || (b !== undefined && b > a) ? b : a);
