import { createHash } from 'node:crypto';
import type { AuditEvent, AuditLine } from '@matchwatch/domain';
import type { ListPage } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';

/** Adds a line at the end of a school's chain. Run it last in the transaction of what it tells: until that ends, other lines wait. */
export async function appendAudit(db: Database, schoolId: string, line: AuditLine): Promise<void> {
  await sql(db, schoolId, 'select append_audit($1, $2)', [schoolId, JSON.stringify(line)]);
}

/** Adds a line unless the same person did the same to the same applicant within some minutes: a page that asks again is one look. */
export async function appendLook(db: Database, schoolId: string, line: AuditLine, minutes: number): Promise<void> {
  await sql(
    db,
    schoolId,
    `select append_audit($1, $2) where not exists (
       select from audit_line where school_id = $1 and applicant_id = $3 and person_id = $4 and event = $5
         and at > $6::timestamptz - make_interval(mins => $7) and at <= $6)`,
    [schoolId, JSON.stringify(line), line.applicantId, line.personId, line.event, line.at, minutes],
  );
}

/** A line with its place in the chain and the names behind its ids. */
export interface AuditRow {
  id: number;
  line: AuditLine;
  person: string | null;
  applicant: string | null;
  hash: string;
}

/** What the audit may be searched by. */
export interface AuditCriteria {
  event?: readonly AuditEvent[] | undefined;
  personId?: number | undefined;
  applicantId?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  timeZone: string;
}

function auditConditions(schoolId: string, { event, personId, applicantId, from, to, timeZone }: AuditCriteria, p: Parameters): string[] {
  const conditions = [`a.school_id = ${p.add(schoolId)}`];
  if (event) conditions.push(`a.event = any (${p.add(event)}::text[])`);
  if (personId !== undefined) conditions.push(`a.person_id = ${p.add(personId)}`);
  if (applicantId !== undefined) conditions.push(`a.applicant_id = ${p.add(applicantId)}`);
  const zone = from || to ? p.add(timeZone) : '';
  if (from) conditions.push(`a.at >= ${p.add(from)}::date::timestamp at time zone ${zone}`);
  if (to) conditions.push(`a.at < (${p.add(to)}::date + 1)::timestamp at time zone ${zone}`);
  return conditions;
}

/** How many lines of the audit fit. */
export async function countAudit(db: Database, schoolId: string, criteria: AuditCriteria): Promise<number> {
  const p = new Parameters();
  const where = auditConditions(schoolId, criteria, p).join(' and ');
  const counted = await sqlOne<{ total: number }>(db, schoolId, `select count(*) as total from audit_line a where ${where}`, p.values);
  return counted?.total ?? 0;
}

const listedColumns = `page.seq as id, page.line, page.hash, person.name as person,
            case when s.applicant_id is not null then concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) end as applicant`;
const listedJoins = `left join person on person.school_id = page.school_id and person.id = page.person_id
     left join applicant_summary s on s.school_id = page.school_id and s.applicant_id = page.applicant_id`;

/** A page of the audit, the newest first unless asked otherwise, with how many lines there are in all. */
export async function listAudit(
  db: Database,
  schoolId: string,
  criteria: AuditCriteria,
  [first, last]: readonly [number, number],
  oldestFirst = false,
): Promise<ListPage<AuditRow>> {
  const total = await countAudit(db, schoolId, criteria);
  const p = new Parameters();
  const where = auditConditions(schoolId, criteria, p).join(' and ');
  const direction = oldestFirst ? 'asc' : 'desc';
  const rows = await sql<AuditRow>(
    db,
    schoolId,
    `with page as (
       select * from audit_line a where ${where} order by seq ${direction} limit ${p.add(last - first + 1)} offset ${p.add(first)}
     )
     select ${listedColumns} from page ${listedJoins} order by page.seq ${direction}`,
    p.values,
  );
  return { rows, total };
}

const exportPage = 1_000;

/** The lines that fit up to a link of the chain, oldest first, a page at a time. */
export async function* streamAuditRows(
  db: Database,
  schoolId: string,
  criteria: AuditCriteria,
  upTo: number,
): AsyncGenerator<AuditRow, void, undefined> {
  for (let after = 0; ; ) {
    const p = new Parameters();
    const where = [...auditConditions(schoolId, criteria, p), `a.seq > ${p.add(after)}`, `a.seq <= ${p.add(upTo)}`].join(' and ');
    const page = await sql<AuditRow>(
      db,
      schoolId,
      `with page as (select * from audit_line a where ${where} order by seq limit ${exportPage})
       select ${listedColumns} from page ${listedJoins} order by page.seq`,
      p.values,
    );
    yield* page;
    const end = page.at(-1);
    if (!end || page.length < exportPage) return;
    after = end.id;
  }
}

/** Somebody who looked at an applicant: how often since a day, and when last. */
export interface Looker {
  personId: number;
  name: string;
  role: string;
  looks: number;
  lastAt: Date;
}

/** Who looked at an applicant, the latest first. */
export const listLookers = (
  db: Database,
  schoolId: string,
  applicantId: number,
  events: readonly AuditEvent[],
  limit: number,
): Promise<Looker[]> =>
  sql(
    db,
    schoolId,
    `select a.person_id as "personId", p.name, p.role, count(*) as looks, max(a.at) as "lastAt"
     from audit_line a join person p on p.school_id = a.school_id and p.id = a.person_id
     where a.school_id = $1 and a.applicant_id = $2 and a.event = any ($3::text[])
     group by a.person_id, p.name, p.role order by max(a.at) desc limit $4`,
    [schoolId, applicantId, events, limit],
  );

/** One link of the chain as it is stored: the text that was hashed, with the columns that repeat it. */
export interface ChainLink {
  seq: number;
  text: string;
  previousHash: string;
  hash: string;
  /** Whether the columns for searching say what the text says. */
  agrees: boolean;
}

const pageSize = 5_000;

/** Every link of a school's chain in order. */
export async function* streamAudit(db: Database, schoolId: string, after = 0): AsyncGenerator<ChainLink, void, undefined> {
  for (let last = after; ; ) {
    const page = await sql<ChainLink>(
      db,
      schoolId,
      `select seq, line::text as text, previous_hash as "previousHash", hash,
              (event, person_id, applicant_id, at) is not distinct from
              (line ->> 'event', (line ->> 'personId')::integer, (line ->> 'applicantId')::integer, (line ->> 'at')::timestamptz) as agrees
       from audit_line where school_id = $1 and seq > $2 order by seq limit ${pageSize}`,
      [schoolId, last],
    );
    yield* page;
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    last = end.seq;
  }
}

/** Where a chain ends: what somebody outside can keep, to know later that nothing before was changed. */
export interface AuditHead {
  seq: number;
  hash: string;
}

/** The end of a school's chain; seq 0 before the first line. */
export const findAuditHead = async (db: Database, schoolId: string): Promise<AuditHead> =>
  (await sqlOne<AuditHead>(db, schoolId, 'select seq, hash from audit_head where school_id = $1', [schoolId])) ?? { seq: 0, hash: '' };

/** The hash of a line: SHA-256 over the hash before it, its number and its text. */
export const auditHash = (previousHash: string, seq: number, text: string): string =>
  createHash('sha256').update(`${previousHash}\n${seq}\n${text}`).digest('hex');

/** What a look through a chain found: how far it holds and, if it does not hold, where and why. */
export interface ChainReport {
  head: AuditHead;
  broken: { seq: number; why: string } | undefined;
}

/** Computes a school's chain again from its first line; `known` are ends that were noted earlier and must still be in it. */
export async function verifyAudit(db: Database, schoolId: string, known: readonly AuditHead[] = []): Promise<ChainReport> {
  const noted = new Map(known.map(({ seq, hash }) => [seq, hash]));
  // Read first: lines that are added meanwhile come after it.
  const head = await findAuditHead(db, schoolId);
  let end: AuditHead = { seq: 0, hash: '' };
  for await (const { seq, text, previousHash, hash, agrees } of streamAudit(db, schoolId)) {
    const why =
      seq !== end.seq + 1
        ? `line ${end.seq + 1} is missing`
        : previousHash !== end.hash || auditHash(end.hash, seq, text) !== hash
          ? 'its text or its place was changed'
          : !agrees
            ? 'what it is searched by was changed'
            : noted.has(seq) && noted.get(seq) !== hash
              ? 'it is not the line that was noted'
              : undefined;
    if (why) return { head: end, broken: { seq, why } };
    end = { seq, hash };
    if (seq === head.seq && hash !== head.hash) return { head: end, broken: { seq, why: 'the end of the chain says otherwise' } };
  }
  const missing = Math.max(head.seq, ...noted.keys());
  return end.seq < missing
    ? { head: end, broken: { seq: end.seq + 1, why: 'lines are missing at the end' } }
    : { head: end, broken: undefined };
}
