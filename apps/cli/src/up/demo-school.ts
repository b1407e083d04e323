import { Readable } from 'node:stream';
import { csvHeader, csvProgramRows, writeCsvFiles } from '@matchwatch/contracts/csv';
import { demoAccounts, demoCohort, demoPrograms, neighbourAccounts, neighbourRecords, neighbourSchool } from '@matchwatch/demo';
import { type ApplicantRecord, addDays, type Day, mondayOf } from '@matchwatch/domain';
import { applyImport, previewImport } from '@matchwatch/intake';
import { type Doorbell, openDoorbell } from '@matchwatch/queue';
import { connect, createRun, type DataSource, findSchool, listSchools, type NewRun, savePerson, saveSchool } from '@matchwatch/store';
import { followRun } from '../connect/follow-run.js';
import { CommandFailed } from '../exit-code.js';
import { today } from '../options.js';
import { policyVersion, rulesDigest } from '../rules-in-force.js';
import { bringCalendar } from './demo-calendar.js';
import { bringCasework } from './demo-casework.js';
import { bringPeople } from './demo-people.js';
import { draftDemoPolicy } from './demo-policy.js';
import { freezeDemoReports } from './demo-reports.js';
import { reviewDemoFlags } from './demo-reviews.js';
import type { Say } from './say.js';

/** Who may sign in to the demonstration, the second school's last. */
export const demoSignIns = [...demoAccounts, ...neighbourAccounts];

const school = { id: 'demo', name: 'Larkspur School of Medicine' };
const seed = 2027;
const weeksOfHistory = 12;
const weeksOfReports = 6;
const by = 'registrar@example.edu';
/** How many applicants of the last, the current and the next season the reviewers find waiting. */
const waitingBySeason = [1, 12, 2] as const;

/** Whether a database is new, and whether it is the demonstration's. */
export async function schoolsOf(databaseUrl: string): Promise<'none' | 'demo' | 'own'> {
  const database = await connect({ url: databaseUrl, poolSize: 1, applicationName: 'matchwatch up' });
  try {
    if (await findSchool(database, school.id)) return 'demo';
    return (await listSchools(database)).length === 0 ? 'none' : 'own';
  } finally {
    await database.destroy();
  }
}

export interface DemoRequest {
  databaseUrl: string;
  redisUrl: string | undefined;
  timeZone: string;
  say: Say;
}

/**
 * Makes the fictional school as a school would have come to it: the registrar's files imported week after week, and a run after each,
 * so that trends, events and history are what the product itself made of them. A worker must be running.
 */
export async function loadDemo({ databaseUrl, redisUrl, timeZone, say }: DemoRequest): Promise<void> {
  const database = await connect({ url: databaseUrl, poolSize: 4, applicationName: 'matchwatch demo' });
  const doorbell = openDoorbell({ databaseUrl, redisUrl, onError: (error) => say(`Queue: ${error.message}`) });
  try {
    await saveSchool(database, { ...school, timeZone });
    const now = today(timeZone);
    const people = await bringPeople(database, school.id, now);
    const cohort = demoCohort({ asOf: now, seed });
    const monday = mondayOf(now);
    await bringPrograms(database, school.id, now);
    for (let week = weeksOfHistory; week >= 0; week--) {
      const day = addDays(monday, -7 * week);
      const records = cohort.recordsOn(day);
      await bringIn(database, school.id, records, day);
      // Before the last of the runs, so that it knows what the school has done.
      if (week === 0) await bringCasework(database, school.id, people, records, { asOf: now, season: cohort.seasons[1], seed });
      for (const season of cohort.seasons) await reviewDemoFlags(database, { schoolId: school.id, people, season, before: day });
      await reassess(database, doorbell, school.id, cohort.seasons, 'weekly', day);
      if (week < weeksOfReports) await freezeDemoReports(database, { schoolId: school.id, people, season: cohort.seasons[1], on: day });
      if (week % 4 === 0) say(`Demo cohort: ${weeksOfHistory - week} of ${weeksOfHistory} weeks lived through`);
    }
    if (now !== monday) {
      await bringIn(database, school.id, cohort.recordsOn(now), now);
      await reassess(database, doorbell, school.id, cohort.seasons, 'nightly', now);
    }
    for (const [at, season] of cohort.seasons.entries())
      await reviewDemoFlags(database, { schoolId: school.id, people, season, before: now, leave: waitingBySeason[at] ?? 1 });
    const author = people.find(({ role }) => role === 'lead-advisor');
    if (author) await bringCalendar(database, school.id, { by: author, season: cohort.seasons[1], on: now, at: new Date() });
    if (author) await draftDemoPolicy(database, doorbell, { schoolId: school.id, author, seasons: cohort.seasons, on: now });
    await loadNeighbour(database, doorbell, timeZone, now);
  } finally {
    await doorbell.close();
    await database.destroy();
  }
}

/** The second school, as it stands today. */
async function loadNeighbour(database: DataSource, doorbell: Doorbell, timeZone: string, now: Day): Promise<void> {
  const { id } = neighbourSchool;
  await saveSchool(database, { ...neighbourSchool, timeZone });
  for (const account of neighbourAccounts) await savePerson(database, id, account);
  const records = neighbourRecords(now);
  await bringIn(database, id, records, now);
  await reassess(database, doorbell, id, [...new Set(records.map(({ season }) => season))], 'weekly', now);
}

async function bringPrograms(database: DataSource, schoolId: string, now: Day): Promise<void> {
  const lines = demoPrograms({ asOf: now, seed }).map(csvProgramRows);
  await importFiles(database, schoolId, { 'program-table': [csvHeader('program-table'), ...lines].join('') }, now);
}

const bringIn = (database: DataSource, schoolId: string, records: readonly ApplicantRecord[], knownOn: Day): Promise<void> =>
  importFiles(database, schoolId, writeCsvFiles(records), knownOn);

async function importFiles(database: DataSource, schoolId: string, contents: Record<string, string>, knownOn: Day): Promise<void> {
  const files = Object.entries(contents).map(([file, text]) => ({ name: `${file}.csv`, stream: Readable.from([text]) }));
  const preview = await previewImport(database, { schoolId, by, knownOn, files });
  const [refused] = preview.refused;
  if (refused)
    throw new CommandFailed(`The demo cohort was refused: ${refused.file} row ${refused.row} ${refused.column ?? ''}: ${refused.reason}`);
  const applied = await applyImport(database, { schoolId, id: preview.id, by, at: new Date(), approve: true });
  if (applied.outcome !== 'done') throw new CommandFailed(`The demo cohort could not be imported: ${applied.outcome}`);
}

async function reassess(
  database: DataSource,
  doorbell: Doorbell,
  schoolId: string,
  seasons: readonly number[],
  kind: NewRun['kind'],
  asOf: Day,
): Promise<void> {
  const runs = await Promise.all(
    seasons.map((season) =>
      createRun(database, schoolId, { season, kind, slot: asOf, asOf, policyVersion, rulesDigest, requestedBy: 'schedule' }),
    ),
  );
  await doorbell.ringAll(
    'run.open',
    runs.map(({ id }) => ({ schoolId, runId: id })),
  );
  for (const { id } of runs) {
    const run = await followRun(database, schoolId, id);
    if (run.state !== 'published')
      throw new CommandFailed(`Run ${id} of the demo cohort is ${run.state}: ${run.reason ?? 'no reason given'}`);
  }
}
