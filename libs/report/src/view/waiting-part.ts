import type { ApplicantFilter } from '@matchwatch/contracts';
import { type ReportGap, reportGaps, type WeeklyReport } from '@matchwatch/domain';
import { listed } from './changed-part.js';
import { filterOf, filterOfList } from './links.js';
import type { ReportFigure, ReportPart } from './report-view.js';
import { gapWords } from './report-words.js';

/** What waits for the office: flags, meetings, plans, advisors, tasks. */
export function waitingPart(report: WeeklyReport): ReportPart {
  const { gaps, reviews, tasks, asOf } = report;
  const gapFigure = (gap: ReportGap): ReportFigure => ({
    key: `gaps.${gap}`,
    label: gapWords(gap).label,
    value: gaps[gap].applicants,
    filter: filterOf(report, { rule: `care.${gap}` } satisfies ApplicantFilter),
  });
  const figures: ReportFigure[] = [
    ...reportGaps.map(gapFigure),
    {
      key: 'reviews.applicants',
      label: 'Waiting for a review',
      value: reviews.applicants,
      path: report.scope.view === null ? `/queue?season=${report.season}` : undefined,
    },
    {
      key: 'tasks.overdue.applicants',
      label: 'With a task past its day',
      value: tasks.overdue.applicants,
      filter: filterOf(report, { dueBefore: asOf }),
    },
  ];
  return {
    key: 'waiting',
    heading: 'What waits for us',
    blocks: [
      { kind: 'figures', figures },
      ...(['no-meeting', 'no-advisor', 'no-plan', 'unreviewed'] as const).map((gap) => ({
        kind: 'people' as const,
        heading: gapWords(gap).heading,
        count: {
          key: `gaps.${gap}.listed`,
          value: gaps[gap].applicants,
          filter: filterOfList(report, gaps[gap], { rule: `care.${gap}` }),
        },
        people: listed(gaps[gap]),
        moves: false,
        none: gapWords(gap).none,
      })),
    ],
  };
}
