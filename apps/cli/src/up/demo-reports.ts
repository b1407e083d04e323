import type { Day } from '@matchwatch/domain';
import { defaultPolicy, listSeasonDays } from '@matchwatch/risk-rules';
import { type DataSource, freezeWeeklyReport, type Person } from '@matchwatch/store';
import { CommandFailed } from '../exit-code.js';

interface DemoReports {
  schoolId: string;
  people: readonly Person[];
  season: number;
  on: Day;
}

/** Freezes the weekly report of the fictional school as of a day, and one each for those who sign in and see only their own. */
export async function freezeDemoReports(database: DataSource, { schoolId, people, season, on }: DemoReports): Promise<void> {
  // In the morning, after the run of the night.
  const now = new Date(`${on}T11:00:00Z`);
  const milestones = listSeasonDays(defaultPolicy, season, on);
  const own = people.filter(({ role, email }) => role === 'lead-advisor' || email.startsWith('helen'));
  for (const personId of [null, ...own.map(({ id }) => id)]) {
    const { outcome } = await freezeWeeklyReport(database, schoolId, { season, scope: { personId }, now, milestones, madeBy: null });
    if (outcome === 'missing' || outcome === 'unpublished')
      throw new CommandFailed(`The demo’s report of ${on} could not be made: ${outcome}`);
  }
}
