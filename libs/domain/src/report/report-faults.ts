import { smallestTold } from '../aggregate.js';
import { mondayOf } from '../day.js';
import { riskLevels } from '../level.js';
import { directionOf } from './build-weekly-report.js';
import {
  type BreakdownRow,
  breakdownColumns,
  breakdownLevels,
  mostListed,
  type ReportList,
  reportGaps,
  type WeeklyReport,
} from './weekly-report.js';

/** What does not hold of a weekly report that must: its counts add up, its lists are no longer than their numbers, and few people are told of nowhere. Empty when all is well. */
export function reportFaults(report: WeeklyReport): string[] {
  return [
    ...dayFaults(report),
    ...levelFaults(report),
    ...flagFaults(report),
    ...listFaults(report),
    ...aheadFaults(report),
    ...breakdownFaults('type', report.breakdown.type, report.levels.closing),
    ...breakdownFaults('specialty', report.breakdown.specialty, report.levels.closing),
  ];
}

const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);
const equal = (name: string, got: number, wanted: number): string[] => unless(got === wanted, `${name} is ${got} and not ${wanted}`);
const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

function dayFaults({ period, asOf, since }: WeeklyReport): string[] {
  return [
    ...unless(mondayOf(period) === period, `the period ${period} begins on no Monday`),
    ...unless(since === null || since <= asOf, `it compares ${asOf} with ${since}, which is later`),
  ];
}

function levelFaults({ total, levels: { opening, closing, unassessed }, flow, changes, notAssessable }: WeeklyReport): string[] {
  const along = (holds: (way: WeeklyReport['flow'][number]) => boolean) => sumOf(flow.filter(holds).map(({ applicants }) => applicants));
  return [
    ...riskLevels.flatMap((level) => [
      ...equal(
        `what leaves ${level}`,
        along(({ from }) => from === level),
        opening[level],
      ),
      ...equal(
        `what reaches ${level}`,
        along(({ to }) => to === level),
        closing[level],
      ),
    ]),
    ...equal('everybody', sumOf(riskLevels.map((level) => closing[level])) + unassessed, total),
    ...(['new', 'worse', 'better'] as const).flatMap((direction) =>
      equal(
        direction,
        changes[direction].applicants,
        along((way) => directionOf(way) === direction),
      ),
    ),
    ...equal('not assessable', notAssessable.applicants, closing['not-assessable']),
  ];
}

function flagFaults({ flags, rules }: WeeklyReport): string[] {
  const adds = (name: string, { before, opened, closed, open }: Pick<WeeklyReport['flags'], 'before' | 'opened' | 'closed' | 'open'>) =>
    equal(`open flags of ${name}`, before + opened - closed, open);
  return [
    ...adds('all rules', flags),
    ...rules.flatMap((rule) => adds(rule.code, rule)),
    ...(['before', 'opened', 'closed', 'open'] as const).flatMap((part) =>
      equal(`flags ${part}`, sumOf(rules.map((rule) => rule[part])), flags[part]),
    ),
  ];
}

function listFaults({ changes, notAssessable, gaps, total, wellbeing }: WeeklyReport): string[] {
  const lists: [string, ReportList][] = [
    ...(['new', 'worse', 'better', 'cleared'] as const).map((name): [string, ReportList] => [name, changes[name]]),
    ['not assessable', notAssessable],
    ...reportGaps.map((gap): [string, ReportList] => [gap, gaps[gap]]),
    ...(wellbeing ? [['wellbeing', wellbeing] as [string, ReportList]] : []),
  ];
  return lists.flatMap(([name, { applicants, people }]) => [
    ...unless(applicants <= total, `${name} are more than everybody`),
    ...equal(`the list of ${name}`, people.length, Math.min(applicants, mostListed)),
    ...unless(new Set(people.map(({ applicantId }) => applicantId)).size === people.length, `${name} names somebody twice`),
  ]);
}

function aheadFaults({ exams, tasks, meetings, milestones, asOf, caseload, total }: WeeklyReport): string[] {
  return [
    ...equal('exams in 14 days', exams.within14, sumOf(exams.byExam.map(({ within14 }) => within14))),
    ...equal('exams in 28 days', exams.within28, sumOf(exams.byExam.map(({ within28 }) => within28))),
    ...[...exams.byExam, tasks14And28(tasks), meetings].flatMap(({ within14, within28 }) =>
      unless(within14 <= within28, `${within14} in 14 days are more than ${within28} in 28`),
    ),
    ...unless(
      milestones.every(({ on }) => on >= asOf),
      'a milestone has gone by',
    ),
    ...equal('the caseloads', sumOf(caseload.map(({ applicants }) => applicants)), total),
  ];
}

const tasks14And28 = ({ within14, within28 }: WeeklyReport['tasks']) => ({ within14: within14.tasks, within28: within28.tasks });

function breakdownFaults(name: string, rows: readonly BreakdownRow<string>[], closing: WeeklyReport['levels']['closing']): string[] {
  const known = (cells: readonly (number | null)[]) => sumOf(cells.map((cell) => cell ?? 0));
  const held = (cells: readonly (number | null)[]) => cells.filter((cell) => cell === null).length;
  const all = rows.flatMap(({ total, levels }) => [total, ...breakdownColumns.map((column) => levels[column])]);
  return [
    ...unless(
      all.every((cell) => cell === null || cell === 0 || cell >= smallestTold),
      `the breakdown by ${name} tells of few`,
    ),
    ...breakdownColumns.flatMap((column) =>
      lineFaults(
        `${column} by ${name}`,
        rows.map(({ levels }) => levels[column]),
        sumOf(breakdownLevels[column].map((level) => closing[level])),
      ),
    ),
    ...rows.flatMap(({ key, total, levels }) =>
      total === null
        ? []
        : lineFaults(
            `${key} by ${name}`,
            breakdownColumns.map((column) => levels[column]),
            total,
          ),
    ),
  ];

  function lineFaults(line: string, cells: readonly (number | null)[], total: number): string[] {
    if (held(cells) === 0) return equal(line, known(cells), total);
    const hidden = total - known(cells);
    // A line of nobody else has nothing to hide behind: what is known of it is its total, which is told anyway.
    const alone = held(cells) === cells.filter((cell) => cell !== 0).length && known(cells) === 0;
    return unless(alone || (held(cells) > 1 && hidden >= smallestTold), `${line} tells by what it leaves what it holds back`);
  }
}
