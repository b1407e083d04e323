import { describe, expect, it } from 'vitest';
import { buildWeeklyReport, type CohortMove, type WeeklyReportSource } from './build-weekly-report.js';
import { reportFaults } from './report-faults.js';
import { isQuiet, type ReportList, type WeeklyReport } from './weekly-report.js';

const none: ReportList = { applicants: 0, people: [] };
const one = (applicantId: number): ReportList => ({
  applicants: 1,
  people: [{ applicantId, from: 'watch', to: 'at-risk', reasons: [], missing: [] }],
});
const stays = (applicants: number): CohortMove => ({ applicantType: 'us-md', specialty: null, from: 'watch', to: 'watch', applicants });
const source: WeeklyReportSource = {
  school: 'Hillcrest',
  season: 2027,
  scope: { view: null, person: null },
  period: '2026-11-23',
  asOf: '2026-11-24',
  since: '2026-11-16',
  cohort: [stays(20), { ...stays(1), to: 'at-risk' }, { ...stays(1), from: null, to: null }],
  changes: { new: none, worse: one(7), better: none, cleared: none },
  flags: { raised: 0, lowered: 0 },
  rules: [{ code: 'letters.few', before: 4, opened: 2, closed: 1, open: 5 }],
  notAssessable: { people: [], missing: [] },
  reviews: { applicants: 0, flags: 0 },
  gaps: { unreviewed: none, 'no-advisor': none, 'no-meeting': none, 'no-plan': none, 'overdue-task': none },
  tasks: { overdue: { tasks: 0, applicants: 0 }, within14: { tasks: 1, applicants: 1 }, within28: { tasks: 2, applicants: 1 } },
  meetings: { within14: 1, within28: 1 },
  exams: { within14: [], within28: [{ exam: 'step2ck', applicants: 2 }], booked: [] },
  milestones: [{ mark: 'rol', on: '2026-12-01' }],
  caseload: [{ advisor: null, name: null, target: null, applicants: 22, highRisk: 0, atRisk: 1, overdue: 0 }],
  runs: [],
  data: { publishedAt: '2026-11-24T10:00:00.000Z', changed: 0, stale: 0 },
};
const report = buildWeeklyReport(source);

describe('a weekly report', () => {
  it('adds up: what was there and what moved make what is there', () => {
    expect(reportFaults(report)).toEqual([]);
    expect(report.levels).toMatchObject({ opening: { watch: 21 }, closing: { watch: 20, 'at-risk': 1 }, unassessed: 1 });
    expect(report.total).toBe(22);
  });

  it('says of few in no breakdown how many they are', () => {
    expect(report.breakdown.type).toEqual([
      {
        key: 'us-md',
        total: 21,
        levels: { needs: null, watch: null, rest: 0 },
      },
    ]);
  });

  it('is quiet when nobody moved and no reason came or went', () => {
    expect(isQuiet(report)).toBe(false);
    const still = { ...source, cohort: [stays(22)], changes: { ...source.changes, worse: none } };
    expect(isQuiet(buildWeeklyReport({ ...still, rules: [] }))).toBe(true);
    expect(isQuiet(buildWeeklyReport(still))).toBe(false);
  });

  const spoiled: [string, Partial<WeeklyReport>, string][] = [
    [
      'a level too many',
      { levels: { ...report.levels, closing: { ...report.levels.closing, watch: 21 } } },
      'what reaches watch is 20 and not 21',
    ],
    ['a change that no flow shows', { changes: { ...report.changes, worse: none } }, 'worse is 0 and not 1'],
    [
      'flags that come from nowhere',
      { rules: [{ code: 'x', before: 4, opened: 2, closed: 1, open: 6 }] },
      'open flags of x is 5 and not 6',
    ],
    [
      'a list longer than its number',
      { gaps: { ...report.gaps, 'no-plan': { ...one(3), applicants: 0 } } },
      'the list of no-plan is 1 and not 0',
    ],
    ['more in two weeks than in four', { meetings: { within14: 2, within28: 1 } }, '2 in 14 days are more than 1 in 28'],
    ['somebody in no caseload', { caseload: [] }, 'the caseloads is 0 and not 22'],
    ['a week that begins on a Tuesday', { period: '2026-11-24' }, 'the period 2026-11-24 begins on no Monday'],
    [
      'few people told',
      {
        breakdown: {
          ...report.breakdown,
          type: report.breakdown.type.map((row) => ({ ...row, levels: { ...row.levels, watch: 20, needs: 1 } })),
        },
      },
      'the breakdown by type tells of few',
    ],
    [
      'few people told by what is left over',
      { breakdown: { ...report.breakdown, type: report.breakdown.type.map((row) => ({ ...row, levels: { ...row.levels, watch: 20 } })) } },
      'us-md by type tells by what it leaves what it holds back',
    ],
  ];
  it.each(spoiled)('with %s is refused', (_, spoiling, fault) => {
    expect(reportFaults({ ...report, ...spoiling })).toContain(fault);
  });
});
