import { buildWeeklyReport, type CohortMove, type ReportPerson, type WeeklyReport, type WeeklyReportSource } from '@matchwatch/domain';

const person = (applicantId: number, from: ReportPerson['from'], to: ReportPerson['to'], code?: string): ReportPerson => ({
  applicantId,
  from,
  to,
  reasons: code === undefined ? [] : [{ code, level: 'act', evidence: { riskLevel: 'at-risk' } }],
  missing: to === 'not-assessable' ? ['exams'] : [],
});

const move = (
  applicantType: CohortMove['applicantType'],
  specialty: CohortMove['specialty'],
  from: CohortMove['from'],
  to: CohortMove['to'],
  applicants: number,
): CohortMove => ({ applicantType, specialty, from, to, applicants });

/** Where every number of a report is another one, so that a rendering cannot show the right one by chance. */
const cohort: CohortMove[] = [
  move('us-md', 'internal-medicine', 'on-track', 'on-track', 61),
  move('us-md', 'pediatrics', 'on-track', 'watch', 2),
  move('us-md', 'pediatrics', 'watch', 'watch', 34),
  move('us-do', 'internal-medicine', 'watch', 'at-risk', 1),
  move('us-do', 'internal-medicine', 'at-risk', 'at-risk', 17),
  move('non-us-img', 'internal-medicine', 'at-risk', 'high-risk', 1),
  move('non-us-img', 'internal-medicine', 'high-risk', 'high-risk', 13),
  move('non-us-img', null, 'high-risk', 'at-risk', 2),
  move('us-img', null, 'not-assessable', 'not-assessable', 3),
  move('us-img', 'pediatrics', null, 'not-assessable', 1),
];

/** What a sample report is made of. */
export const sampleSource: WeeklyReportSource = {
  school: 'Hillcrest',
  season: 2027,
  scope: { view: null, person: null },
  period: '2026-11-23',
  asOf: '2026-11-23',
  since: '2026-11-16',
  cohort,
  changes: {
    new: { applicants: 1, people: [person(41, null, 'not-assessable')] },
    worse: {
      applicants: 4,
      people: [
        person(11, 'at-risk', 'high-risk', 'care.no-advisor'),
        person(12, 'watch', 'at-risk', 'care.no-advisor'),
        person(13, 'on-track', 'watch'),
        person(14, 'on-track', 'watch'),
      ],
    },
    better: { applicants: 2, people: [person(21, 'high-risk', 'at-risk'), person(22, 'high-risk', 'at-risk')] },
    cleared: { applicants: 1, people: [person(21, 'high-risk', 'at-risk', 'care.no-advisor')] },
  },
  flags: { raised: 5, lowered: 6 },
  rules: [
    { code: 'exam.step2-failed', before: 70, opened: 9, closed: 4, open: 75 },
    { code: 'care.no-advisor', before: 19, opened: 3, closed: 2, open: 20 },
  ],
  notAssessable: {
    people: [1, 2, 3].map((at) => person(30 + at, 'not-assessable', 'not-assessable')).concat(person(41, null, 'not-assessable')),
    missing: [{ path: 'exams', applicants: 4 }],
  },
  reviews: { applicants: 43, flags: 57 },
  gaps: {
    unreviewed: { applicants: 1, people: [person(11, 'at-risk', 'high-risk')] },
    'no-advisor': { applicants: 0, people: [] },
    'no-meeting': { applicants: 2, people: [person(11, 'at-risk', 'high-risk'), person(12, 'watch', 'at-risk')] },
    'no-plan': { applicants: 1, people: [person(12, 'watch', 'at-risk')] },
    'overdue-task': { applicants: 1, people: [person(13, 'on-track', 'watch')] },
  },
  tasks: {
    overdue: { tasks: 29, applicants: 23 },
    within14: { tasks: 37, applicants: 31 },
    within28: { tasks: 59, applicants: 47 },
  },
  meetings: { within14: 8, within28: 16 },
  exams: {
    within14: [{ exam: 'step2ck', applicants: 1 }],
    within28: [{ exam: 'step2ck', applicants: 2 }],
    booked: [
      { applicantId: 13, exam: 'step2ck', on: '2026-12-01' },
      { applicantId: 14, exam: 'step2ck', on: '2026-12-15' },
    ],
  },
  milestones: [{ mark: 'rankOpens', on: '2026-12-10' }],
  caseload: [
    { advisor: 'helen@example.edu', name: 'Helen Marsh', target: 30, applicants: 96, highRisk: 9, atRisk: 14, overdue: 7 },
    { advisor: null, name: null, target: null, applicants: 39, highRisk: 5, atRisk: 6, overdue: 16 },
  ],
  runs: [
    { id: 88, kind: 'weekly', asOf: '2026-11-23', state: 'published', outcome: 'complete', population: 135, assessed: 135, failed: 0 },
  ],
  data: { publishedAt: '2026-11-23T10:05:00.000Z', changed: 53, stale: 15 },
  wellbeing: { applicants: 1, people: [person(12, 'watch', 'at-risk')] },
};

/** A report of a week in which something happened. */
export const sampleReport: WeeklyReport = buildWeeklyReport(sampleSource);

const still: WeeklyReportSource = {
  ...sampleSource,
  cohort: cohort.map((each) => ({ ...each, from: each.to })),
  changes: {
    new: { applicants: 0, people: [] },
    worse: { applicants: 0, people: [] },
    better: { applicants: 0, people: [] },
    cleared: { applicants: 0, people: [] },
  },
  flags: { raised: 0, lowered: 0 },
  rules: sampleSource.rules.map(({ code, open }) => ({ code, before: open, opened: 0, closed: 0, open })),
};

/** A report of a week in which nothing happened. */
export const quietReport: WeeklyReport = buildWeeklyReport(still);

/** Names of some of those a sample names. */
export const sampleNames: ReadonlyMap<number, string> = new Map([
  [11, 'Ada <b>Lovelace'],
  [12, '=cmd|Grace Hopper'],
  [13, 'Rosa Ng'],
  [21, 'Tomás Ruiz'],
]);
