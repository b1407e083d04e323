import type { AdvisingEvidence } from '@matchwatch/contracts';
import {
  type AdvisingTable,
  applicantTypes,
  arrangedHelp,
  meetingKinds,
  meetingTopics,
  planStandings,
  smallestTold,
  suppress,
  timesMet,
  timesMetOf,
} from '@matchwatch/domain';
import type { AdvisedGroup, countArranged, countGraders, MeetingGroup } from '@matchwatch/store';

type Table = AdvisingEvidence['tables'][number];

export interface EvidenceCounts {
  advised: readonly AdvisedGroup[];
  meetings: readonly MeetingGroup[];
  arranged: Awaited<ReturnType<typeof countArranged>>;
  graders: Awaited<ReturnType<typeof countGraders>>;
}

const sum = (groups: readonly AdvisedGroup[]): number => groups.reduce((all, { applicants }) => all + applicants, 0);

/** Null for so few people that somebody may be known by it. */
const told = (people: number): number | null => (people > 0 && people < smallestTold ? null : people);

/** A table in which everybody stands in one cell, so that what is held back must not be found by taking away. */
function shared<C extends string>(
  table: AdvisingTable,
  columns: readonly C[],
  advised: readonly AdvisedGroup[],
  columnOf: (group: AdvisedGroup) => C,
): Table {
  const types = applicantTypes.filter((type) => advised.some((group) => group.type === type));
  const counts = types.map((type) =>
    columns.map((column) => sum(advised.filter((group) => group.type === type && columnOf(group) === column))),
  );
  const { cells, rowTotals } = suppress(counts);
  const rows = types.map((row, at) => ({ row, cells: [...(cells[at] ?? [])], total: rowTotals[at] ?? null }));
  if (types.length < 2) return { table, columns: [...columns], rows };
  // What columns come to is taken as known when cells are held back, so it can be told.
  const all = suppress([columns.map((_, at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0))]);
  return {
    table,
    columns: [...columns],
    rows: [{ row: 'all', cells: [...(all.cells[0] ?? [])], total: all.rowTotals[0] ?? null }, ...rows],
  };
}

/** How often, and with how many applicants; with too few of them neither is told. */
const often = (row: string, times: number, applicants: number): Table['rows'][number] => ({
  row,
  cells: told(applicants) === null ? [null, null] : [times, applicants],
  total: null,
});

function ofMeetings(table: AdvisingTable, by: MeetingGroup['by'], meetings: readonly MeetingGroup[], order?: readonly string[]): Table {
  const groups = meetings.filter((each) => each.by === by);
  const sorted = order ? order.flatMap((heading) => groups.find((each) => each.heading === heading) ?? []) : groups;
  return {
    table,
    columns: ['meetings', 'applicants'],
    rows: sorted.map(({ heading, meetings: times, applicants }) => often(heading, times, applicants)),
  };
}

/** The evidence on advising as it crosses HTTP: counts that tell of nobody. */
export function toEvidence(
  span: Pick<AdvisingEvidence, 'season' | 'from' | 'to'>,
  { advised, meetings, arranged, graders }: EvidenceCounts,
): AdvisingEvidence {
  return {
    ...span,
    smallest: smallestTold,
    applicants: sum(advised),
    meetings: advised.reduce((all, group) => all + group.meetings * group.applicants, 0),
    met: told(sum(advised.filter((group) => group.meetings > 0))),
    graders,
    tables: [
      shared('seen', timesMet, advised, (group) => timesMetOf(group.meetings)),
      shared('plans', planStandings, advised, ({ plan }) => plan),
      ofMeetings('staff', 'staff', meetings),
      ofMeetings('months', 'month', meetings),
      ofMeetings('kinds', 'kind', meetings, meetingKinds),
      ofMeetings('topics', 'topic', meetings, meetingTopics),
      {
        table: 'help',
        columns: ['times', 'applicants'],
        rows: arrangedHelp.flatMap((help) => {
          const found = arranged.find((each) => each.help === help);
          return found ? [often(help, found.times, found.applicants)] : [];
        }),
      },
    ],
  };
}
