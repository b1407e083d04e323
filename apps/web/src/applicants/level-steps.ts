import { addDays, type Day, daysBetween, type RiskLevel } from '@matchwatch/domain';

/** Days a sparkline looks back: twelve weeks. */
export const sparklineDays = 84;

const heights: Record<RiskLevel, number> = { 'on-track': 0, watch: 1, 'at-risk': 2, 'high-risk': 3, 'not-assessable': 0 };

export interface LevelStep {
  /** 0 is twelve weeks ago, 1 is today. */
  from: number;
  to: number;
  /** 0 on track … 3 high risk. */
  height: number;
  known: boolean;
}

/** Level changes as steps over the last twelve weeks; time nobody could judge is marked as not known. */
export function levelSteps(trend: readonly { on: Day; level: RiskLevel }[], today: Day): LevelStep[] {
  const start = addDays(today, -sparklineDays);
  const at = (day: Day): number => Math.min(1, Math.max(0, daysBetween(start, day) / sparklineDays));
  return trend
    .map(({ on, level }, index) => {
      const next = trend[index + 1];
      return { from: at(on), to: next ? at(next.on) : 1, height: heights[level], known: level !== 'not-assessable' };
    })
    .filter(({ from, to }) => to > from);
}
