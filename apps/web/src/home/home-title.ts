import type { Home } from '@matchwatch/contracts';
import type { RiskLevel } from '@matchwatch/domain';

/** Whom the title of the home page counts: the most serious level anybody has. */
export interface HomeTitle {
  kind: 'first-run' | 'empty' | 'high-risk' | 'at-risk' | 'unknown' | 'calm';
  count: number;
  riskLevel?: RiskLevel[];
}

/** What matters most this week, as a number of people and the levels it counts. */
export function homeTitle(home: Home): HomeTitle {
  if (home.total === 0) return { kind: 'empty', count: 0 };
  if (home.dataAsOf === null) return { kind: 'first-run', count: home.total };
  const { highRisk, atRisk, notAssessable } = home.needs;
  if (highRisk > 0) return { kind: 'high-risk', count: highRisk, riskLevel: ['high-risk'] };
  if (atRisk > 0) return { kind: 'at-risk', count: atRisk, riskLevel: ['at-risk'] };
  if (notAssessable > 0) return { kind: 'unknown', count: notAssessable, riskLevel: ['not-assessable'] };
  return { kind: 'calm', count: 0 };
}
