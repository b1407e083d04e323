import { applicantsOf, type Day, type ReportKind, type WeeklyReport } from '@matchwatch/domain';
import type { ListPage } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';

/** Whose edition it is: the whole school's where both are null. */
export interface EditionScope {
  viewId: number | null;
  /** The person whose applicants it is about, and who alone reads it. */
  personId: number | null;
}

/** The one word for a scope: `school`, `view:3`, `person:7` or `view:3.person:7`. */
export const scopeKey = ({ viewId, personId }: EditionScope): string => {
  const parts = [...(viewId === null ? [] : [`view:${viewId}`]), ...(personId === null ? [] : [`person:${personId}`])];
  return parts.length === 0 ? 'school' : parts.join('.');
};

/** An edition as the archive shows it: its numbers, no list. */
export interface EditionRow extends EditionScope {
  id: number;
  /** As they were called when it was frozen. */
  view: WeeklyReport['scope']['view'];
  person: WeeklyReport['scope']['person'];
  kind: ReportKind;
  season: number;
  period: Day;
  /** 1 for the first; a correction has the next number. */
  no: number;
  asOf: Day;
  since: Day | null;
  runId: number;
  digest: string;
  reason: string | null;
  madeBy: string | null;
  madeAt: Date;
  /** Whether no later correction of it is there. */
  stands: boolean;
  total: number;
  levels: WeeklyReport['levels'];
  changes: Record<keyof WeeklyReport['changes'], number>;
}

/** An edition with its document. */
export interface Edition extends EditionRow {
  document: WeeklyReport;
}

const counts = (['new', 'worse', 'better', 'cleared'] as const)
  .map((change) => `'${change}', (e.document #>> '{changes,${change},applicants}')::integer`)
  .join(', ');
const columns = `
  e.id, e.kind, e.season, e.view_id as "viewId", e.person_id as "personId", e.document #> '{scope,view}' as view, e.document #> '{scope,person}' as person, e.period, e.no, e.as_of as "asOf", (e.document ->> 'since')::date as since,
  e.run_id as "runId", e.digest, e.reason, maker.name as "madeBy", e.made_at as "madeAt",
  not exists (select from report_edition later where later.school_id = e.school_id and later.kind = e.kind and later.season = e.season
                and later.scope = e.scope and later.period = e.period and later.no > e.no) as stands,
  (e.document ->> 'total')::integer as total, e.document -> 'levels' as levels, json_build_object(${counts}) as changes`;
const joins = 'left join person maker on maker.school_id = e.school_id and maker.id = e.made_by';

/** Whose editions somebody may read: their own, and those of the whole school where all of it is open to them. */
export interface EditionReader {
  personId: number;
  wholeSchool: boolean;
}

const isOpenTo = ({ personId, wholeSchool }: EditionReader, p: Parameters): string =>
  `(e.person_id = ${p.add(personId)}${wholeSchool ? ' or e.person_id is null' : ''})`;

/** A page of the editions open to a reader, the newest period first. */
export async function listEditions(
  db: Database,
  schoolId: string,
  reader: EditionReader,
  { season }: { season?: number | undefined },
  [from, to]: readonly [number, number],
): Promise<ListPage<EditionRow>> {
  const p = new Parameters();
  const conditions = [`e.school_id = ${p.add(schoolId)}`, isOpenTo(reader, p)];
  if (season !== undefined) conditions.push(`e.season = ${p.add(season)}`);
  const where = conditions.join(' and ');
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    `select count(*) as total from report_edition e where ${where}`,
    p.values.slice(),
  );
  const rows = await sql<EditionRow>(
    db,
    schoolId,
    `select ${columns} from report_edition e ${joins} where ${where}
     order by e.period desc, e.season desc, e.no desc, e.id desc limit ${p.add(to - from + 1)} offset ${p.add(from)}`,
    p.values,
  );
  return { rows, total: counted?.total ?? 0 };
}

/** An edition, if it is open to a reader; whoever renders for nobody in particular leaves the reader out. */
export function findEdition(db: Database, schoolId: string, id: number, reader?: EditionReader): Promise<Edition | undefined> {
  const p = new Parameters();
  const conditions = [`e.school_id = ${p.add(schoolId)}`, `e.id = ${p.add(id)}`, ...(reader ? [isOpenTo(reader, p)] : [])];
  return sqlOne(db, schoolId, `select ${columns}, e.document from report_edition e ${joins} where ${conditions.join(' and ')}`, p.values);
}

/** What makes an edition the one of its period. */
export interface EditionSlot extends EditionScope {
  kind: ReportKind;
  season: number;
  period: Day;
}

/** The edition that stands for a period: the first, or its last correction. */
export const findStandingEdition = (db: Database, schoolId: string, slot: EditionSlot): Promise<Edition | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select ${columns}, e.document from report_edition e ${joins}
     where e.school_id = $1 and e.kind = $2 and e.season = $3 and e.scope = $4 and e.period = $5 order by e.no desc limit 1`,
    [schoolId, slot.kind, slot.season, scopeKey(slot), slot.period],
  );

/** The edition of an earlier period that a new one goes on from. */
export const findEditionBefore = (
  db: Database,
  schoolId: string,
  slot: EditionSlot,
): Promise<{ asOf: Day; publishedAt: string } | undefined> =>
  sqlOne(
    db,
    schoolId,
    `select as_of as "asOf", published_at::text as "publishedAt" from report_edition
     where school_id = $1 and kind = $2 and season = $3 and scope = $4 and period < $5 order by period desc, no desc limit 1`,
    [schoolId, slot.kind, slot.season, scopeKey(slot), slot.period],
  );

/** An edition to be kept. */
export interface NewEdition extends EditionSlot {
  no: number;
  runId: number;
  /** An instant of the database, as it wrote it. */
  publishedAt: string;
  document: WeeklyReport;
  digest: string;
  reason: string | null;
  madeBy: number | null;
  madeAt: Date;
}

/** Keeps an edition unless one with its number is there; answers with its id when it was kept. */
export async function addEdition(db: Database, schoolId: string, edition: NewEdition): Promise<number | undefined> {
  const { document } = edition;
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into report_edition (school_id, kind, season, scope, view_id, person_id, period, no, as_of, run_id, published_at, document, digest, reason, made_by, made_at, applicant_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::timestamptz, $12, $13, $14, $15, $16, $17)
     on conflict (school_id, kind, season, scope, period, no) do nothing returning id`,
    [
      schoolId,
      edition.kind,
      edition.season,
      scopeKey(edition),
      edition.viewId,
      edition.personId,
      edition.period,
      edition.no,
      document.asOf,
      edition.runId,
      edition.publishedAt,
      JSON.stringify(document),
      edition.digest,
      edition.reason,
      edition.madeBy,
      edition.madeAt,
      applicantsOf(document),
    ],
  );
  return added?.id;
}
