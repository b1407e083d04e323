import {
  type ApplicantView,
  type AuditLine,
  addDays,
  buildWeeklyReport,
  type Day,
  dayIn,
  fullView,
  mondayOf,
  type ReportMilestone,
  reportFaults,
  reportHorizons,
  viewOf,
  type WeeklyReport,
} from '@matchwatch/domain';
import { listLinks } from '../access/links.repository.js';
import { appendAudit } from '../audit/audit.repository.js';
import { type Database, sqlOne } from '../database.js';
import { digestOf } from '../digest.js';
import type { Pool } from '../import/import-stage.js';
import { findPerson } from '../person/person.repository.js';
import { isCohortRun } from '../run/cohort-run.js';
import { findSchool } from '../school/school.repository.js';
import { readWeeklyReport } from './read-weekly-report.js';
import {
  addEdition,
  type Edition,
  type EditionScope,
  type EditionSlot,
  findEdition,
  findEditionBefore,
  findStandingEdition,
} from './report-edition.repository.js';

/** Which weekly report is to be frozen. */
export interface FreezeRequest {
  season: number;
  /** The whole school unless told. */
  scope?: Partial<EditionScope> | undefined;
  /** The Monday of the week it is for; that of `now` unless told. Another day of the week means its Monday. */
  period?: Day | undefined;
  /** The moment it speaks of: what a report says is always how things stand. */
  now: Date;
  /** Days of the season's calendar; those within the horizon are taken. */
  milestones: readonly ReportMilestone[];
  /** Who asked for it; null for the product itself. */
  madeBy: number | null;
  /** Makes a further edition of a period that has one, with this reason; the others stay as they are. */
  correction?: string | undefined;
  /** Written in the transaction that keeps the edition. */
  audit?: ((editionId: number) => AuditLine) | undefined;
}

/** What became of it: `standing` when the period has its edition already, `unpublished` where no run of the season was ever published. */
export type FreezeOutcome =
  | { outcome: 'frozen' | 'standing'; edition: Edition }
  | { outcome: 'unpublished' }
  | { outcome: 'missing'; what: 'school' | 'person' | 'view' };

/**
 * Freezes the weekly report of a season as things stand now, and keeps it as the edition of its period. Doing it twice for a period gives the
 * same edition; only a correction makes another. It reads what runs have published and people have done, in one snapshot, and assesses
 * nothing. Each edition goes on from the one before it, so that no change is told twice or never. Throws when its counts do not add up.
 */
export async function freezeWeeklyReport(db: Pool, schoolId: string, request: FreezeRequest): Promise<FreezeOutcome> {
  const school = await findSchool(db, schoolId);
  if (!school) return { outcome: 'missing', what: 'school' };
  const slot = slotOf(school.timeZone, request);
  const standing = await findStandingEdition(db, schoolId, slot);
  if (standing && request.correction === undefined) return { outcome: 'standing', edition: standing };
  const read = await db.transaction('REPEATABLE READ', (snapshot) => readReport(snapshot, schoolId, slot, request));
  if (read.outcome !== 'read') return read;
  const { document, runId, publishedAt } = read;
  const no = (standing?.no ?? 0) + 1;
  const made = { madeBy: request.madeBy, madeAt: request.now, reason: no === 1 ? null : (request.correction ?? null) };
  const kept = { ...slot, no, runId, publishedAt, document, digest: digestOf(JSON.stringify(document)), ...made };
  const id = await db.transaction(async (transaction) => {
    const added = await addEdition(transaction, schoolId, kept);
    if (added !== undefined && request.audit) await appendAudit(transaction, schoolId, request.audit(added));
    return added;
  });
  // Somebody else was as fast: theirs is the edition.
  const edition = id === undefined ? await findStandingEdition(db, schoolId, slot) : await findEdition(db, schoolId, id);
  if (!edition) throw new Error(`The edition of ${slot.period} was neither kept nor found`);
  return { outcome: id === undefined ? 'standing' : 'frozen', edition };
}

/** What the weekly report of a period would say now; nothing is kept. Undefined where there is nothing to say it from. */
export async function previewWeeklyReport(
  db: Pool,
  schoolId: string,
  request: Omit<FreezeRequest, 'correction' | 'audit' | 'madeBy'>,
): Promise<WeeklyReport | undefined> {
  const school = await findSchool(db, schoolId);
  if (!school) return undefined;
  const slot = slotOf(school.timeZone, request);
  const read = await db.transaction('REPEATABLE READ', (snapshot) => readReport(snapshot, schoolId, slot, request));
  return read.outcome === 'read' ? read.document : undefined;
}

const slotOf = (
  timeZone: string,
  { season, scope, period, now }: Pick<FreezeRequest, 'season' | 'scope' | 'period' | 'now'>,
): EditionSlot => ({
  kind: 'weekly',
  season,
  viewId: scope?.viewId ?? null,
  personId: scope?.personId ?? null,
  period: mondayOf(period ?? dayIn(timeZone, now)),
});

type Read = { outcome: 'read'; document: WeeklyReport; runId: number; publishedAt: string } | Exclude<FreezeOutcome, { edition: Edition }>;

async function readReport(
  db: Database,
  schoolId: string,
  slot: EditionSlot,
  { now, milestones }: Pick<FreezeRequest, 'now' | 'milestones'>,
): Promise<Read> {
  const school = await findSchool(db, schoolId);
  if (!school) return { outcome: 'missing', what: 'school' };
  const asOf = dayIn(school.timeZone, now);
  const reader = await readerOf(db, schoolId, slot, asOf, now);
  if (!reader) return { outcome: 'missing', what: 'person' };
  const view = slot.viewId === null ? null : await findView(db, schoolId, slot.viewId);
  if (view === undefined) return { outcome: 'missing', what: 'view' };
  const published = await findPublished(db, schoolId, slot.season);
  if (!published) return { outcome: 'unpublished' };
  const before = (await findEditionBefore(db, schoolId, slot)) ?? (await findWeekBefore(db, schoolId, slot.season, asOf));
  const { season, period } = slot;
  const read = await readWeeklyReport(db, {
    schoolId,
    season,
    view: reader.view,
    inView: slot.viewId,
    asOf,
    since: before?.asOf ?? null,
    sinceAt: before?.publishedAt ?? null,
  });
  const horizon = addDays(asOf, reportHorizons[1]);
  const document = buildWeeklyReport({
    ...read,
    school: school.name,
    season,
    scope: { view, person: reader.person },
    period,
    asOf,
    since: before?.asOf ?? null,
    milestones: milestones.filter(({ on }) => on >= asOf && on <= horizon).sort((a, b) => (a.on < b.on ? -1 : 1)),
    data: { ...read.data, publishedAt: published.at.toISOString() },
  });
  const faults = reportFaults(document);
  if (faults.length > 0) throw new Error(`The report of ${season} for ${period} does not add up: ${faults.join('; ')}`);
  return { outcome: 'read', document, runId: published.runId, publishedAt: published.atText };
}

/** Whose applicants they are: a person's own, or everybody. Undefined when that person is no more. */
async function readerOf(
  db: Database,
  schoolId: string,
  { personId }: EditionSlot,
  today: Day,
  now: Date,
): Promise<{ view: ApplicantView; person: WeeklyReport['scope']['person'] } | undefined> {
  if (personId === null) return { view: fullView, person: null };
  const person = await findPerson(db, schoolId, personId);
  if (person?.state !== 'active') return undefined;
  return { view: viewOf(person, await listLinks(db, schoolId, person, today, now)), person: { id: person.id, name: person.name } };
}

const findView = (db: Database, schoolId: string, id: number): Promise<{ id: number; name: string } | undefined> =>
  sqlOne(db, schoolId, 'select id, name from cohort_view where school_id = $1 and id = $2 and removed_at is null', [schoolId, id]);

/** The newest published run of a cohort, and when anything of it was last published. */
const findPublished = (db: Database, schoolId: string, season: number): Promise<{ runId: number; at: Date; atText: string } | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select run.id as "runId", last.at, last.at::text as "atText" from run
     cross join (select max(published_at) as at from run where school_id = $1 and season = $2) as last
     where run.school_id = $1 and run.season = $2 and run.${isCohortRun} and run.published_at is not null order by run.published_at desc limit 1`,
    [schoolId, season],
  );

const aWeek = 7;

/** What a first edition compares with: the last published run of the cohort a week or more ago, or else the first there was before that day. */
const findWeekBefore = (
  db: Database,
  schoolId: string,
  season: number,
  asOf: Day,
): Promise<{ asOf: Day; publishedAt: string } | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select as_of as "asOf", published_at::text as "publishedAt" from run
     where school_id = $1 and season = $2 and ${isCohortRun} and published_at is not null and as_of < $3::date
     order by as_of <= $3::date - ${aWeek} desc, case when as_of <= $3::date - ${aWeek} then as_of end desc, as_of, published_at desc limit 1`,
    [schoolId, season, asOf],
  );
