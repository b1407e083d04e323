import { type RiskLevel, riskLevels, riskRank, type WeeklyReport } from '@matchwatch/domain';
import { dayText, numberText, riskLevelLabel } from '@matchwatch/words';
import { filterOf } from './links.js';
import type { ReportFigure, ReportPart } from './report-view.js';

/** Levels in the order they are read: the most serious first. */
export const levelsBySeriousness: readonly RiskLevel[] = [...riskLevels].sort((a, b) => riskRank[b] - riskRank[a]);

/** Where the cohort stands, against the report before, and who went where. */
export function nowPart(report: WeeklyReport): ReportPart {
  const { levels, since, flow, total } = report;
  const figures = levelsBySeriousness.map(
    (level): ReportFigure => ({
      key: `levels.closing.${level}`,
      label: riskLevelLabel(level),
      value: levels.closing[level],
      filter: filterOf(report, { riskLevel: [level] }),
      before: since === null ? undefined : { key: `levels.opening.${level}`, value: levels.opening[level] },
      level,
    }),
  );
  const everybody: ReportFigure = { key: 'total', label: 'Everybody', value: total, filter: filterOf(report, {}) };
  const unassessed: ReportFigure[] =
    levels.unassessed > 0 ? [{ key: 'levels.unassessed', label: 'Not assessed yet', value: levels.unassessed }] : [];
  const moved = flow.filter(({ from, to }) => from !== to).reduce((sum, { applicants }) => sum + applicants, 0);
  return {
    key: 'now',
    heading: 'Where the cohort stands',
    blocks: [
      { kind: 'figures', figures: [...figures, ...unassessed, everybody] },
      ...(since === null
        ? []
        : [
            {
              kind: 'flow' as const,
              label: `How many went from which level on ${dayText(since)} to which level now: ${numberText(moved)} moved`,
              flow,
              since,
            },
          ]),
    ],
  };
}
