import type { Caseload } from '@matchwatch/contracts';
import {
  type ApplicantView,
  addDays,
  type Day,
  forecastMeetings,
  type MeetingsPerMonth,
  meetingsPerWeek,
  type RiskLevel,
  riskLevels,
} from '@matchwatch/domain';
import { type Policy, resolvePolicy } from '@matchwatch/risk-policy';
import { countLoads, type Database, type LoadCount, listCaseloadPeople } from '@matchwatch/store';
import { nextSeasonDay } from '../reviews/read-queue.js';

/** Something due within this many days is told as due. */
const dueDays = 7;

/** Meetings a month by level, as the policy says on a day. */
export function meetingsPerMonth(policy: Policy, today: Day): MeetingsPerMonth {
  const values = resolvePolicy(policy, today);
  return Object.fromEntries(riskLevels.map((level) => [level, values[`caseload.meetings.${level}`]])) as MeetingsPerMonth;
}

type Levels = Partial<Record<RiskLevel, number>>;

function levelsOf(counts: readonly LoadCount[]): Levels {
  const levels: Levels = {};
  for (const { riskLevel, applicants } of counts) if (riskLevel) levels[riskLevel] = (levels[riskLevel] ?? 0) + applicants;
  return levels;
}

const sum = (counts: readonly LoadCount[], of: 'applicants' | 'reviews' | 'due' | 'overdue' | 'notSeen'): number =>
  counts.reduce((total, count) => total + count[of], 0);

/** Who accompanies whom in a season, and what the levels ask of them until the next day of the season. */
export async function readCaseload(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  policy: Policy,
  season: number,
  today: Day,
): Promise<Caseload> {
  const dueBy = addDays(today, dueDays);
  const notSeenSince = addDays(today, -resolvePolicy(policy, today)['caseload.seen-within-days']);
  const counts = await countLoads(db, schoolId, view, season, { today, dueBy, notSeenSince });
  const people = await listCaseloadPeople(db, schoolId, today);
  const perMonth = meetingsPerMonth(policy, today);
  const advisors = [...new Set(counts.map(({ advisor }) => advisor))].map((advisor) => {
    const own = counts.filter((count) => count.advisor === advisor);
    const levels = levelsOf(own);
    const person = people.find(({ email }) => email === advisor);
    return {
      advisor,
      personId: person?.id ?? null,
      name: person?.name ?? null,
      target: person?.target ?? null,
      covers: person?.covers ?? [],
      applicants: sum(own, 'applicants'),
      atRisk: (levels['high-risk'] ?? 0) + (levels['at-risk'] ?? 0),
      reviews: sum(own, 'reviews'),
      due: sum(own, 'due'),
      overdue: sum(own, 'overdue'),
      notSeen: sum(own, 'notSeen'),
      meetingsPerWeek: meetingsPerWeek(levels, perMonth),
    };
  });
  const until = nextSeasonDay(policy, season, today);
  return {
    season,
    today,
    dueBy,
    notSeenSince,
    advisors: advisors.sort(
      (a, b) => Number(a.advisor === null) - Number(b.advisor === null) || b.atRisk - a.atRisk || b.applicants - a.applicants,
    ),
    until: until ?? null,
    forecast: until ? forecastMeetings(levelsOf(counts), perMonth, today, until.on) : [],
  };
}
