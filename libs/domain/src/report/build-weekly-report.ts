import { smallestTold } from '../aggregate.js';
import { type RiskLevel, riskLevels, riskRank } from '../level.js';
import { type ApplicantType, applicantTypes, type ExamName } from '../record.js';
import type { SpecialtyKey } from '../specialty.js';
import { suppress } from './suppress.js';
import {
  type BookedExam,
  type BreakdownRow,
  breakdownColumns,
  breakdownLevels,
  type LevelCounts,
  type LevelFlow,
  type ReportList,
  type WeeklyReport,
} from './weekly-report.js';

/** How many applicants share a type, a specialty, and the levels they came from and stand at. */
export interface CohortMove {
  readonly applicantType: ApplicantType;
  readonly specialty: SpecialtyKey | null;
  readonly from: RiskLevel | null;
  readonly to: RiskLevel | null;
  readonly applicants: number;
}

/** What a weekly report is made of: what was read, before it is added up. */
export interface WeeklyReportSource
  extends Omit<WeeklyReport, 'kind' | 'format' | 'total' | 'levels' | 'flow' | 'flags' | 'notAssessable' | 'breakdown' | 'exams'> {
  readonly cohort: readonly CohortMove[];
  readonly flags: { readonly raised: number; readonly lowered: number };
  readonly notAssessable: { readonly people: ReportList['people']; readonly missing: WeeklyReport['notAssessable']['missing'] };
  readonly exams: {
    readonly within14: readonly ExamCount[];
    readonly within28: readonly ExamCount[];
    readonly booked: readonly BookedExam[];
  };
}

/** How many applicants have booked an exam. */
export interface ExamCount {
  readonly exam: ExamName;
  readonly applicants: number;
}

/** Which way a level went: worse and better by rank, new without one before; undefined where it stayed or is not there. */
export function directionOf({ from, to }: Pick<LevelFlow, 'from' | 'to'>): 'new' | 'worse' | 'better' | undefined {
  if (to === null || from === to) return undefined;
  if (from === null) return 'new';
  return riskRank[to] > riskRank[from] ? 'worse' : 'better';
}

/** Puts a weekly report together: adds up what was read and holds back in its breakdowns what would tell of few. */
export function buildWeeklyReport({ cohort, flags, notAssessable, exams, rules, ...source }: WeeklyReportSource): WeeklyReport {
  const opening = countLevels(cohort, ({ from }) => from);
  const closing = countLevels(cohort, ({ to }) => to);
  const sumOf = (of: 'before' | 'opened' | 'closed' | 'open') => rules.reduce((sum, rule) => sum + rule[of], 0);
  return {
    ...source,
    kind: 'weekly',
    format: 1,
    total: sum(cohort),
    levels: { opening, closing, unassessed: sum(cohort.filter(({ to }) => to === null)) },
    flow: flowOf(cohort),
    flags: { before: sumOf('before'), opened: sumOf('opened'), closed: sumOf('closed'), open: sumOf('open'), ...flags },
    rules,
    notAssessable: { applicants: closing['not-assessable'], ...notAssessable },
    exams: examsOf(exams),
    breakdown: {
      type: breakdownOf(cohort, ({ applicantType }) => applicantType, applicantTypes),
      specialty: breakdownOf(cohort, ({ specialty }) => specialty, bySize(cohort)),
    },
  };
}

const sum = (moves: readonly { readonly applicants: number }[]): number => moves.reduce((total, { applicants }) => total + applicants, 0);

function countLevels(moves: readonly CohortMove[], levelOf: (move: CohortMove) => RiskLevel | null): LevelCounts {
  const counts = Object.fromEntries(riskLevels.map((level) => [level, 0])) as Record<RiskLevel, number>;
  for (const move of moves) {
    const level = levelOf(move);
    if (level !== null) counts[level] += move.applicants;
  }
  return counts;
}

/** Every way from a level to a level that somebody went, most serious first. */
function flowOf(cohort: readonly CohortMove[]): LevelFlow[] {
  const ways = new Map<string, LevelFlow>();
  for (const { from, to, applicants } of cohort) {
    if (to === null && from === null) continue;
    const key = `${from} ${to}`;
    ways.set(key, { from, to, applicants: (ways.get(key)?.applicants ?? 0) + applicants });
  }
  const rank = (level: RiskLevel | null) => (level === null ? -1 : riskRank[level]);
  return [...ways.values()].sort((a, b) => rank(b.to) - rank(a.to) || rank(b.from) - rank(a.from));
}

function examsOf({ within14, within28, booked }: WeeklyReportSource['exams']): WeeklyReport['exams'] {
  const near = new Map(within14.map(({ exam, applicants }) => [exam, applicants]));
  const byExam = within28.map(({ exam, applicants }) => ({ exam, within14: near.get(exam) ?? 0, within28: applicants }));
  return { within14: sum(within14), within28: sum(within28), byExam, booked };
}

/** Specialties by how many aim for them, undecided last. */
function bySize(cohort: readonly CohortMove[]): (SpecialtyKey | null)[] {
  const sizes = new Map<SpecialtyKey | null, number>();
  for (const { specialty, applicants } of cohort) sizes.set(specialty, (sizes.get(specialty) ?? 0) + applicants);
  const named = [...sizes]
    .filter(([key]) => key !== null)
    .sort(([a, many], [b, others]) => others - many || (String(a) < String(b) ? -1 : 1));
  return [...named.map(([key]) => key), ...(sizes.has(null) ? [null] : [])];
}

/** A breakdown by some groups: those too small to be told of one by one are told of together. */
function breakdownOf<Key extends string>(
  cohort: readonly CohortMove[],
  keyOf: (move: CohortMove) => Key | null,
  keys: readonly (Key | null)[],
): BreakdownRow<Key>[] {
  const groups = keys.map((key) => ({
    key,
    levels: countLevels(
      cohort.filter((move) => keyOf(move) === key),
      ({ to }) => to,
    ),
  }));
  const sizeOf = (levels: LevelCounts) => riskLevels.reduce((total, level) => total + levels[level], 0);
  const large = groups.filter(({ levels }) => sizeOf(levels) >= smallestTold);
  const small = groups.filter(({ levels }) => sizeOf(levels) > 0 && sizeOf(levels) < smallestTold);
  const folded =
    small.length > 1
      ? [
          {
            key: 'other' as const,
            levels: Object.fromEntries(
              riskLevels.map((level) => [level, small.reduce((total, { levels }) => total + levels[level], 0)]),
            ) as unknown as LevelCounts,
          },
        ]
      : small;
  const rows = [...large, ...folded];
  const counts = rows.map(({ levels }) =>
    breakdownColumns.map((column) => breakdownLevels[column].reduce((total, level) => total + levels[level], 0)),
  );
  const { cells, rowTotals } = suppress(counts);
  return rows.map(({ key }, row) => ({
    key,
    total: rowTotals[row] ?? null,
    levels: Object.fromEntries(breakdownColumns.map((column, at) => [column, cells[row]?.[at] ?? null])) as BreakdownRow<Key>['levels'],
  }));
}
