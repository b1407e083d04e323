import type { ApplicantFilter } from '@matchwatch/contracts';
import { addDays, reportHorizons, type WeeklyReport } from '@matchwatch/domain';
import { dayText, examLabel, seasonMarkLabel } from '@matchwatch/words';
import { filterOf } from './links.js';
import type { ReportBlock, ReportCell, ReportPart } from './report-view.js';

const [near, far] = reportHorizons;

/** What comes in the next two and four weeks: days of the season, exams, tasks, meetings. */
export function aheadPart(report: WeeklyReport): ReportPart {
  const { asOf, exams, tasks, meetings, milestones } = report;
  const until = (days: number): ApplicantFilter => ({ dueFrom: asOf, dueBy: addDays(asOf, days) });
  const row = (
    key: string,
    label: string,
    counts: { within14: number; within28: number },
    filters?: readonly [ApplicantFilter, ApplicantFilter],
  ): ReportCell[] => [
    label,
    { key: `${key}.within14`, value: counts.within14, filter: filters && filterOf(report, filters[0]) },
    { key: `${key}.within28`, value: counts.within28, filter: filters && filterOf(report, filters[1]) },
  ];
  const ofExam = (exam: string, lastOn: string): ApplicantFilter | undefined => {
    const ids = [...new Set(exams.booked.filter((each) => each.exam === exam && each.on <= lastOn).map(({ applicantId }) => applicantId))];
    return exams.booked.length === exams.within28 && ids.length > 0 ? { season: report.season, id: ids } : undefined;
  };
  const rows: ReportCell[][] = [
    ...exams.byExam.map((each): ReportCell[] => [
      examLabel(each.exam),
      { key: `exams.${each.exam}.within14`, value: each.within14, filter: ofExam(each.exam, addDays(asOf, near)) },
      { key: `exams.${each.exam}.within28`, value: each.within28, filter: ofExam(each.exam, addDays(asOf, far)) },
    ]),
    row(
      'tasks.due',
      'Applicants with a task due',
      {
        within14: tasks.within14.applicants,
        within28: tasks.within28.applicants,
      },
      [until(near), until(far)],
    ),
    row('meetings', 'Meetings planned', meetings),
  ];
  const season: ReportBlock[] =
    milestones.length === 0
      ? [{ kind: 'text', text: `No day of the season falls within the next ${far} days.`, tone: 'calm' }]
      : [
          {
            kind: 'table',
            caption: 'Days of the season',
            columns: ['What', 'When'],
            rows: milestones.map(({ mark, on }) => [seasonMarkLabel(mark), dayText(on)]),
          },
        ];
  return {
    key: 'ahead',
    heading: `The next ${near} and ${far} days`,
    blocks: [
      { kind: 'table', caption: 'Exams, tasks and meetings', columns: ['What', `${near} days`, `${far} days`], rows },
      ...season,
      ...(exams.booked.length > 0
        ? [
            {
              kind: 'people' as const,
              heading: 'Exams booked',
              count: {
                key: 'exams.within28',
                value: exams.within28,
              },
              people: exams.booked.map(({ applicantId, exam, on }) => ({
                applicantId,
                from: null,
                to: null,
                lines: [`${examLabel(exam)} on ${dayText(on)}`],
              })),
              moves: false,
              none: '',
            },
          ]
        : []),
    ],
  };
}
