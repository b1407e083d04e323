import type { Evidence } from '../answer.js';
import type { Day } from '../day.js';
import type { FindingLevel, RiskLevel } from '../level.js';
import type { ApplicantType, ExamName } from '../record.js';
import type { RunKind, RunOutcome, RunState } from '../run.js';
import type { SpecialtyKey } from '../specialty.js';

/** The reports there are. */
export const reportKinds = ['weekly'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Most people that one list of a report holds; the rest are counted. */
export const mostListed = 100;

/** How many days ahead a report looks: what is near, and what comes after. */
export const reportHorizons = [14, 28] as const;

/** How many applicants stand at each level. */
export type LevelCounts = Readonly<Record<RiskLevel, number>>;

/** How many applicants went from one level to another, or stayed; null is no level yet. */
export interface LevelFlow {
  readonly from: RiskLevel | null;
  readonly to: RiskLevel | null;
  readonly applicants: number;
}

/** A reason as data: the finding without what its rule says about it. */
export interface ReportReason {
  readonly code: string;
  readonly level: FindingLevel;
  readonly evidence: Evidence;
}

/** Somebody in a list of a report; the name is looked up for whoever reads, never frozen. */
export interface ReportPerson {
  readonly applicantId: number;
  readonly from: RiskLevel | null;
  readonly to: RiskLevel | null;
  readonly reasons: readonly ReportReason[];
  /** Paths of facts that are missing, of somebody who cannot be assessed. */
  readonly missing: readonly string[];
}

/** A number of applicants and the first of them, most serious first. */
export interface ReportList {
  readonly applicants: number;
  readonly people: readonly ReportPerson[];
}

/** What the office owes, by the care gap that says so. */
export const reportGaps = ['unreviewed', 'no-advisor', 'no-meeting', 'no-plan', 'overdue-task'] as const;
export type ReportGap = (typeof reportGaps)[number];

/** The flags of one rule over the time of a report: `before + opened − closed = open`. */
export interface RuleMoves {
  readonly code: string;
  readonly before: number;
  readonly opened: number;
  readonly closed: number;
  readonly open: number;
}

/** Things due, and the applicants whose next due thing it is. */
export interface DueCount {
  readonly tasks: number;
  readonly applicants: number;
}

/** An exam somebody has booked. */
export interface BookedExam {
  readonly applicantId: number;
  readonly exam: ExamName;
  readonly on: Day;
}

/** A day of the season, named by the mark of its calendar. */
export interface ReportMilestone {
  readonly mark: string;
  readonly on: Day;
}

/** The applicants of one advisor; null for those who have none. */
export interface AdvisorLoad {
  readonly advisor: string | null;
  readonly name: string | null;
  readonly target: number | null;
  readonly applicants: number;
  readonly highRisk: number;
  readonly atRisk: number;
  readonly overdue: number;
}

/** Levels as breakdowns tell them: few of a small group are at any one level. */
export const breakdownLevels = {
  needs: ['high-risk', 'at-risk'],
  watch: ['watch'],
  rest: ['on-track', 'not-assessable'],
} as const satisfies Readonly<Record<string, readonly RiskLevel[]>>;
export type BreakdownColumn = keyof typeof breakdownLevels;
export const breakdownColumns = Object.keys(breakdownLevels) as readonly BreakdownColumn[];

/** One row of a breakdown; null is a number that is held back, since few people are behind it or behind what it would tell. */
export interface BreakdownRow<Key extends string> {
  /** `other` are the groups that are too small to be told of one by one; null is not decided yet. */
  readonly key: Key | 'other' | null;
  readonly total: number | null;
  readonly levels: Readonly<Record<BreakdownColumn, number | null>>;
}

/** A run of the cohort within the time of a report. */
export interface ReportRun {
  readonly id: number;
  readonly kind: RunKind;
  readonly asOf: Day;
  readonly state: RunState;
  readonly outcome: RunOutcome | null;
  readonly population: number;
  readonly assessed: number;
  readonly failed: number;
}

/** Whose report it is: the whole school, those in a saved view, those of one person, or of both. */
export interface ReportScope {
  readonly view: { readonly id: number; readonly name: string } | null;
  readonly person: { readonly id: number; readonly name: string } | null;
}

/** The weekly cohort report, frozen at the time it speaks of: numbers, ids and evidence, no sentence and no applicant's name. */
export interface WeeklyReport {
  readonly kind: 'weekly';
  /** Raised when the shape changes, so that old editions can be told from new ones. */
  readonly format: 1;
  readonly school: string;
  readonly season: number;
  readonly scope: ReportScope;
  /** The Monday of the week it is for. */
  readonly period: Day;
  /** The day it speaks of. */
  readonly asOf: Day;
  /** The day it compares with; null for a first report with nothing before it. */
  readonly since: Day | null;
  readonly total: number;
  readonly levels: { readonly opening: LevelCounts; readonly closing: LevelCounts; readonly unassessed: number };
  readonly flow: readonly LevelFlow[];
  readonly changes: {
    readonly new: ReportList;
    readonly worse: ReportList;
    readonly better: ReportList;
    /** Applicants of whom at least one flag was cleared, each with the causes that are gone. */
    readonly cleared: ReportList;
  };
  readonly flags: Omit<RuleMoves, 'code'> & { readonly raised: number; readonly lowered: number };
  readonly rules: readonly RuleMoves[];
  readonly notAssessable: ReportList & { readonly missing: readonly { readonly path: string; readonly applicants: number }[] };
  readonly reviews: { readonly applicants: number; readonly flags: number };
  readonly gaps: Readonly<Record<ReportGap, ReportList>>;
  readonly tasks: { readonly overdue: DueCount; readonly within14: DueCount; readonly within28: DueCount };
  readonly meetings: { readonly within14: number; readonly within28: number };
  readonly exams: {
    readonly within14: number;
    readonly within28: number;
    readonly byExam: readonly { readonly exam: ExamName; readonly within14: number; readonly within28: number }[];
    readonly booked: readonly BookedExam[];
  };
  readonly milestones: readonly ReportMilestone[];
  readonly caseload: readonly AdvisorLoad[];
  readonly breakdown: {
    readonly type: readonly BreakdownRow<ApplicantType>[];
    readonly specialty: readonly BreakdownRow<SpecialtyKey>[];
  };
  readonly runs: readonly ReportRun[];
  readonly data: {
    /** When what the report shows was last published, ISO 8601. */
    readonly publishedAt: string;
    /** Records that changed since the day it compares with. */
    readonly changed: number;
    /** Records that have not changed for long. */
    readonly stale: number;
  };
  /** Check-ins that nobody has followed up; absent for whoever must not know of them. */
  readonly wellbeing?: ReportList | undefined;
}

/** A report as somebody without the right to wellbeing may have it. */
export const withoutWellbeing = ({ wellbeing: _restricted, ...report }: WeeklyReport): WeeklyReport => report;

/** Whether nothing happened: nobody's level moved, no flag opened, rose, fell or was cleared. */
export const isQuiet = ({ changes, flags }: WeeklyReport): boolean =>
  changes.new.applicants + changes.worse.applicants + changes.better.applicants + changes.cleared.applicants === 0 &&
  flags.opened + flags.closed + flags.raised + flags.lowered === 0;

/** Every applicant a report names by id. */
export function applicantsOf(report: WeeklyReport): number[] {
  const { changes, notAssessable, gaps, exams, wellbeing } = report;
  const lists = [...Object.values(changes), notAssessable, ...Object.values(gaps), ...(wellbeing ? [wellbeing] : [])];
  const listed = lists.flatMap(({ people }) => people.map(({ applicantId }) => applicantId));
  return [...new Set([...listed, ...exams.booked.map(({ applicantId }) => applicantId)])];
}

/** A report whose lists hold only those of its applicants who are open to a reader; the numbers stay as they were. */
export function narrowReport(report: WeeklyReport, isOpen: (applicantId: number) => boolean): WeeklyReport {
  const narrow = <List extends ReportList>(list: List): List => ({
    ...list,
    people: list.people.filter(({ applicantId }) => isOpen(applicantId)),
  });
  const { changes, notAssessable, gaps, exams, wellbeing } = report;
  return {
    ...report,
    changes: { new: narrow(changes.new), worse: narrow(changes.worse), better: narrow(changes.better), cleared: narrow(changes.cleared) },
    notAssessable: narrow(notAssessable),
    gaps: Object.fromEntries(reportGaps.map((gap) => [gap, narrow(gaps[gap])])) as WeeklyReport['gaps'],
    exams: { ...exams, booked: exams.booked.filter(({ applicantId }) => isOpen(applicantId)) },
    ...(wellbeing ? { wellbeing: narrow(wellbeing) } : {}),
  };
}
