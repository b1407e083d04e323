import type { ApplicantFilter } from '@matchwatch/contracts';
import type { ReportList, WeeklyReport } from '@matchwatch/domain';

/** Most ids that the filter of a list takes. */
const mostIds = 200;

/**
 * The filter of the applicants that a number counts. Within a saved view there is none: lists know of no filter within a filter, and one
 * that shows more people than were counted would be wrong.
 */
export const filterOf = ({ season, scope }: WeeklyReport, filter: ApplicantFilter): ApplicantFilter | undefined =>
  scope.view === null ? { season, ...filter } : undefined;

/** The very applicants of a list, as long as it holds them all; else the filter that comes nearest. */
export const filterOfList = (
  report: WeeklyReport,
  { applicants, people }: ReportList,
  otherwise?: ApplicantFilter,
): ApplicantFilter | undefined => {
  if (applicants > 0 && people.length === applicants && applicants <= mostIds)
    return { season: report.season, id: people.map(({ applicantId }) => applicantId) };
  return otherwise && filterOf(report, otherwise);
};
