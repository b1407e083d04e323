import type { ScheduleKind } from '@matchwatch/domain';
import type { WorkerSettings } from '../tokens.js';
import { sendWeeklyReports } from './send-weekly-reports.js';
import type { ScheduledWork } from './slot-work.js';
import { startCohortRuns } from './start-cohort-runs.js';

/** What a slot of each kind starts. */
export const scheduledWork: Readonly<Record<ScheduleKind, ScheduledWork>> = {
  nightly: startCohortRuns('nightly'),
  weekly: startCohortRuns('weekly'),
  report: sendWeeklyReports,
};

/** The times that are configured for each kind. */
export const configuredCrons = ({ nightlyCron, weeklyCron, reportCron }: WorkerSettings): Record<ScheduleKind, string> => ({
  nightly: nightlyCron,
  weekly: weeklyCron,
  report: reportCron,
});
