import type { AdvocacyContact, AdvocacyOutcome, AdvocacyWay, AdvocateRole, Day, Scope, SpecialtyKey } from '@matchwatch/domain';
import { isInScopeSql } from '../access/scope-condition.js';
import { type CaseworkOutcome, type Mark, whyNothing } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { advocaciesOfSql } from '../program/program.repository.js';

/** Who spoke for an applicant, to which program, when, and what came of it. */
export interface AdvocacyRow {
  id: number;
  applicantId: number;
  program: string;
  programId: number | null;
  specialty: SpecialtyKey | null;
  advocate: string;
  role: AdvocateRole;
  contact: AdvocacyContact;
  contactName: string | null;
  way: AdvocacyWay;
  on: Day;
  said: string | null;
  outcome: AdvocacyOutcome;
  outcomeOn: Day | null;
  outcomeNote: string | null;
  version: number;
  notedBy: string;
}

/** What is written down at first. */
export type NewAdvocacy = Omit<AdvocacyRow, 'id' | 'applicantId' | 'outcome' | 'outcomeOn' | 'outcomeNote' | 'version' | 'notedBy'>;

const columns = `
  a.id, a.applicant_id as "applicantId", a.program, a.program_id as "programId", a.specialty, a.advocate, a.role, a.contact,
  a.contact_name as "contactName", a.way, a.on_day as "on", a.said, a.outcome, a.outcome_on as "outcomeOn", a.outcome_note as "outcomeNote", a.version,
  (select p.name from person p where p.school_id = a.school_id and p.id = a.noted_by) as "notedBy"`;

/** Writes down who spoke for an applicant; answers with its id, or undefined where the program named by its row is not there. */
export async function addAdvocacy(
  db: Database,
  schoolId: string,
  applicantId: number,
  { programId, program, specialty, advocate, role, contact, contactName, way, on, said }: NewAdvocacy,
  { by, at }: Mark,
): Promise<number | undefined> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into advocacy (school_id, applicant_id, program_id, program, specialty, advocate, role, contact, contact_name, way, on_day, said,
                           noted_by, created_at, changed_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14
     where $3::integer is null or exists (select from program where school_id = $1 and id = $3)
     returning id`,
    [schoolId, applicantId, programId, program, specialty, advocate, role, contact, contactName, way, on, said, by, at],
  );
  return added?.id;
}

/** Says what came of it, over the version named. */
export async function changeAdvocacy(
  db: Database,
  schoolId: string,
  { applicantId, id, version }: { applicantId: number; id: number; version: number },
  { outcome, outcomeOn, outcomeNote }: Pick<AdvocacyRow, 'outcome' | 'outcomeOn' | 'outcomeNote'>,
  { at }: Mark,
): Promise<CaseworkOutcome> {
  const changed = await sqlOne<{ version: number }>(
    db,
    schoolId,
    `update advocacy set outcome = $5, outcome_on = $6, outcome_note = $7, version = version + 1, changed_at = $8
     where school_id = $1 and applicant_id = $2 and id = $3 and version = $4 returning version`,
    [schoolId, applicantId, id, version, outcome, outcomeOn, outcomeNote, at],
  );
  if (changed) return { outcome: 'saved', version: changed.version };
  return whyNothing(await findAdvocacy(db, schoolId, applicantId, id), version);
}

/** One of an applicant's; undefined when there is none. */
export const findAdvocacy = (db: Database, schoolId: string, applicantId: number, id: number): Promise<AdvocacyRow | undefined> =>
  sqlOne(db, schoolId, `select ${columns} from advocacy a where a.school_id = $1 and a.applicant_id = $2 and a.id = $3`, [
    schoolId,
    applicantId,
    id,
  ]);

/** Who spoke for an applicant, the latest first. */
export const listAdvocaciesOf = (db: Database, schoolId: string, applicantId: number): Promise<AdvocacyRow[]> =>
  sql(db, schoolId, `select ${columns} from advocacy a where a.school_id = $1 and a.applicant_id = $2 order by a.on_day desc, a.id desc`, [
    schoolId,
    applicantId,
  ]);

/** An advocacy with whom it was for. */
export interface ProgramAdvocacyRow extends AdvocacyRow {
  applicant: string;
  season: number;
}

/** What a school has said to a program for whom, as far as a scope goes, the latest first; and for how many others. */
export async function listAdvocaciesAt(
  db: Database,
  schoolId: string,
  programId: number,
  scope: Scope,
): Promise<{ rows: ProgramAdvocacyRow[]; others: number }> {
  const p = new Parameters();
  const at = `from advocacy a
     join program p on p.school_id = a.school_id and p.id = ${p.add(programId)}
     join applicant_summary s on s.school_id = a.school_id and s.applicant_id = a.applicant_id
     where a.school_id = ${p.add(schoolId)} and ${advocaciesOfSql}`;
  const seen = isInScopeSql(scope, p);
  const rows = await sql<ProgramAdvocacyRow & { seen: boolean }>(
    db,
    schoolId,
    `select ${columns}, concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) as applicant, s.season, (${seen}) as seen
     ${at} order by a.on_day desc, a.id desc limit 1000`,
    p.values,
  );
  const shown = rows.flatMap(({ seen, ...row }) => (seen ? [row] : []));
  return { rows: shown, others: rows.length - shown.length };
}
