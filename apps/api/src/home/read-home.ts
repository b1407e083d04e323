import type { Config } from '@matchwatch/config';
import type { Home } from '@matchwatch/contracts';
import { addDays, type Day, dayIn, mondayOf, seasonEndsOn } from '@matchwatch/domain';
import { resolvePolicy } from '@matchwatch/risk-policy';
import {
  type ChallengeView,
  countChallenges,
  countCohort,
  type Database,
  findLastPublishedAt,
  findLastRun,
  findLiveRun,
  findReferenceDay,
  type LevelMoves,
  listApplicantRows,
  listHeldRuns,
  listLevelMoves,
  listSeasonsInView,
  listWeeklyLevels,
  listWhoNeedsAPerson,
  type School,
} from '@matchwatch/store';
import { notFound } from '../http/problem.js';
import { readSchoolPolicy } from '../policy/school-policy.js';
import { readRunAnswer } from '../runs/run-answer.js';
import { currentSeason } from './current-season.js';
import { readByItself } from './read-by-itself.js';
import { readHomeMail } from './read-home-mail.js';
import { type Asker, nothingOwed, readResponses } from './read-responses.js';
import { allLevels, tally } from './tally.js';

const weeksShown = 12;
const changedShown = 12;
const firstShown = 8;
const noMoves: LevelMoves = { counts: {}, first: [] };

/** The first page without what is of the installation and not of the school. */
type HomeOfSchool = Omit<Home, 'backup'>;

/** The first page of a season, as of one moment: each number belongs to the same state as every other. */
export async function readHome(
  snapshot: Database,
  config: Config,
  school: School,
  asker: Asker,
  now: Date,
  asked: number | undefined,
  challenges: ChallengeView,
): Promise<HomeOfSchool> {
  const { view } = asker;
  const today = dayIn(school.timeZone, now);
  const monday = mondayOf(today);
  const { policy } = await readSchoolPolicy(snapshot, school.id, today);
  const staleSince = addDays(today, -resolvePolicy(policy, today)['data.stale.days']);
  const seasons = await listSeasonsInView(snapshot, school.id, view);
  const season =
    asked ??
    currentSeason(
      seasons.map((each) => each.season),
      today,
    );
  if (season === undefined) return emptyHome(snapshot, config, school, now);
  if (!seasons.some((each) => each.season === season)) throw notFound('season');

  const { needs, ...counts } = tally(await countCohort(snapshot, school.id, view, season, staleSince));
  const since = await findReferenceDay(snapshot, school.id, season, monday);
  const moves = since ? await listLevelMoves(snapshot, school.id, view, season, since, changedShown) : noMoves;
  const needy = await listWhoNeedsAPerson(snapshot, school.id, view, season, firstShown);
  const shown = [...new Set([...moves.first.map(({ applicantId }) => applicantId), ...needy])];
  const rows = new Map((await listApplicantRows(snapshot, school.id, view, shown, today)).map((row) => [row.id, row]));
  const trend = await listWeeklyLevels(snapshot, school.id, view, season, addDays(monday, -7 * (weeksShown - 1)));
  const lastRun = await findLastRun(snapshot, school.id, season);
  const liveRun = await findLiveRun(snapshot, school.id, season);

  return {
    season,
    seasons,
    ...counts,
    trend: trend.map(({ on, levels }) => ({ on, levels: allLevels(levels) })),
    since: since ?? null,
    changes: { new: moves.counts.new ?? 0, worse: moves.counts.worse ?? 0, better: moves.counts.better ?? 0 },
    changed: moves.first.flatMap(({ applicantId, direction, from, to }) => {
      const applicant = rows.get(applicantId);
      return applicant ? [{ direction, from, to, applicant }] : [];
    }),
    responses: await readResponses(snapshot, school.id, asker, policy, season, today),
    needs: {
      ...needs,
      staleSince,
      challengesOverdue: await countChallenges(snapshot, school.id, challenges, { season, overdue: true }, today),
    },
    first: needy.flatMap((id) => rows.get(id) ?? []),
    lastRun: lastRun ? await readRunAnswer(snapshot, school.id, view, lastRun) : null,
    liveRun: liveRun ? await readRunAnswer(snapshot, school.id, view, liveRun) : null,
    heldRuns: await listHeldRuns(snapshot, school.id, season),
    ...(await readByItself(snapshot, config, school.id, now)),
    mail: await readHomeMail(snapshot, config, school.id, asker.person, now),
    dataAsOf: (await findLastPublishedAt(snapshot, school.id, season))?.toISOString() ?? null,
  };
}

/** The season whose Match comes next. */
function nextSeason(today: Day): number {
  const year = Number(today.slice(0, 4));
  return today < seasonEndsOn(year) ? year : year + 1;
}

/** A school without any applicant yet: the page teaches the next step. */
async function emptyHome(snapshot: Database, config: Config, school: School, now: Date): Promise<HomeOfSchool> {
  const today = dayIn(school.timeZone, now);
  const { needs, ...counts } = tally([]);
  return {
    season: nextSeason(today),
    seasons: [],
    ...counts,
    trend: [],
    since: null,
    changes: { new: 0, worse: 0, better: 0 },
    changed: [],
    responses: nothingOwed,
    needs: { ...needs, staleSince: today, challengesOverdue: 0 },
    first: [],
    lastRun: null,
    liveRun: null,
    heldRuns: [],
    ...(await readByItself(snapshot, config, school.id, now)),
    mail: null,
    dataAsOf: null,
  };
}
