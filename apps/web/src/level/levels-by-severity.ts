import { type RiskLevel, riskLevels } from '@matchwatch/domain';

const assessed = riskLevels.filter((level) => level !== 'not-assessable').reverse();

/** Levels as pages show them: the most serious first, those nobody can judge yet at the end. */
export const levelsBySeverity: readonly RiskLevel[] = [...assessed, 'not-assessable'];
