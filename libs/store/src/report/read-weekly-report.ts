import type { WeeklyReportSource } from '@matchwatch/domain';
import type { Database } from '../database.js';
import { readExams, readMeetings, readTasks } from './report-ahead.js';
import type { ReportReading } from './report-cohort.js';
import { readCaseload, readFlagEvents, readMoves, readRules, readRuns, readStanding } from './report-counts.js';
import { readCleared, readGaps, readMoved, readNotAssessable } from './report-lists.js';

type Read = Omit<WeeklyReportSource, 'school' | 'season' | 'scope' | 'period' | 'asOf' | 'since' | 'milestones' | 'data'> & {
  data: Omit<WeeklyReportSource['data'], 'publishedAt'>;
};

/** Reads what a weekly report is made of, each number from the same state as every other when the transaction keeps to one snapshot. */
export async function readWeeklyReport(db: Database, reading: ReportReading): Promise<Read> {
  const moved = await readMoved(db, reading);
  const { gaps, wellbeing, stale } = await readGaps(db, reading);
  const { reviews, due, changed } = await readStanding(db, reading);
  const tasks = await readTasks(db, reading);
  return {
    cohort: await readMoves(db, reading),
    changes: { new: moved.new, worse: moved.worse, better: moved.better, cleared: await readCleared(db, reading) },
    flags: await readFlagEvents(db, reading),
    rules: await readRules(db, reading),
    notAssessable: await readNotAssessable(db, reading),
    reviews,
    gaps,
    tasks: {
      overdue: { tasks: tasks.overdue, applicants: due.overdue },
      within14: { tasks: tasks.within14, applicants: due.within14 },
      within28: { tasks: tasks.within28, applicants: due.within28 },
    },
    meetings: await readMeetings(db, reading),
    exams: await readExams(db, reading),
    caseload: await readCaseload(db, reading),
    runs: await readRuns(db, reading),
    data: { changed, stale },
    wellbeing,
  };
}
