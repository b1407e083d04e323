import type { ApplicantView, CohortViewKind, Day, MembershipStep, Role } from '@matchwatch/domain';
import { isWholeSchool, scopeCondition } from '../access/scope-condition.js';
import { type ApplicantCriteria, pastConditions } from '../applicant/applicant-criteria.js';
import type { ApplicantSort, ListPage } from '../applicant/applicant-list.repository.js';
import type { CaseworkOutcome } from '../casework/write-outcome.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { refreshMembership } from './refresh-memberships.js';

/** What a saved view consists of; of a group the filter says nothing but the group, once that has an id. */
export interface CohortViewContent {
  kind: CohortViewKind;
  name: string;
  filter: ApplicantCriteria;
  sort: readonly [ApplicantSort, 'ASC' | 'DESC'];
  hidden: readonly string[];
  sharedWith: readonly Role[];
}

export interface CohortViewRow extends CohortViewContent {
  id: number;
  owner: { id: number; name: string };
  version: number;
  createdOn: Day;
  changedAt: Date;
}

/** Who asks for views: their own and those shared with their role are there for them. */
export interface ViewReader {
  id: number;
  role: Role;
}

const columns = `v.id, v.kind, v.name, v.sort_by as "sortBy", v.sort_direction as "sortDirection", v.hidden_columns as hidden,
  case when v.kind = 'group' then jsonb_build_object('inGroup', v.id) else v.filter end as filter,
  json_build_object('id', v.owner_id, 'name', owner.name) as owner, v.shared_with as "sharedWith", v.version,
  v.created_on as "createdOn", v.changed_at as "changedAt"`;
const joins = 'join person owner on owner.school_id = v.school_id and owner.id = v.owner_id';

type StoredRow = Omit<CohortViewRow, 'sort'> & { sortBy: ApplicantSort; sortDirection: 'ASC' | 'DESC' };
const toRow = ({ sortBy, sortDirection, ...row }: StoredRow): CohortViewRow => ({ ...row, sort: [sortBy, sortDirection] });

const isOpenTo = ({ id, role }: ViewReader, p: Parameters): string =>
  `v.removed_at is null and (v.owner_id = ${p.add(id)} or ${p.add(role)} = any (v.shared_with))`;

/** The saved views open to a reader, by name. */
export async function listCohortViews(db: Database, schoolId: string, reader: ViewReader): Promise<CohortViewRow[]> {
  const p = new Parameters();
  const rows = await sql<StoredRow>(
    db,
    schoolId,
    `select ${columns} from cohort_view v ${joins} where v.school_id = ${p.add(schoolId)} and ${isOpenTo(reader, p)} order by lower(v.name), v.id`,
    p.values,
  );
  return rows.map(toRow);
}

/** A saved view, if it is open to a reader. */
export async function findCohortView(db: Database, schoolId: string, reader: ViewReader, id: number): Promise<CohortViewRow | undefined> {
  const p = new Parameters();
  const row = await sqlOne<StoredRow>(
    db,
    schoolId,
    `select ${columns} from cohort_view v ${joins}
     where v.school_id = ${p.add(schoolId)} and v.id = ${p.add(id)} and ${isOpenTo(reader, p)}`,
    p.values,
  );
  return row && toRow(row);
}

/** When and by whom something is written, with the school's day. */
export interface DayMark {
  by: number;
  at: Date;
  on: Day;
}

/** How many standing views a person has. */
export async function countCohortViews(db: Database, schoolId: string, ownerId: number): Promise<number> {
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    'select count(*) as total from cohort_view where school_id = $1 and owner_id = $2 and removed_at is null',
    [schoolId, ownerId],
  );
  return counted?.total ?? 0;
}

/** Saves a new view with who is in it from this day on, and answers with its id. */
export async function addCohortView(
  db: Database,
  schoolId: string,
  { kind, name, filter, sort: [sortBy, direction], hidden, sharedWith }: CohortViewContent,
  members: readonly number[],
  { by, at, on }: DayMark,
): Promise<number> {
  const added = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into cohort_view (school_id, kind, name, filter, sort_by, sort_direction, hidden_columns, owner_id, shared_with, created_on, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [schoolId, kind, name, JSON.stringify(filter), sortBy, direction, hidden, by, sharedWith, on, at],
  );
  if (!added) throw new Error('A view was saved and has no id');
  if (kind === 'filter') await refreshMembership(db, schoolId, { id: added.id, filter }, on);
  else await setMembers(db, schoolId, added.id, { add: members, remove: [] }, on);
  return added.id;
}

/** Changes a view of its owner over a version; of a group, members are added and removed one by one. */
export async function changeCohortView(
  db: Database,
  schoolId: string,
  id: number,
  version: number,
  { kind, name, filter, sort: [sortBy, direction], hidden, sharedWith }: CohortViewContent,
  members: { add: readonly number[]; remove: readonly number[] },
  { by, at, on }: DayMark,
): Promise<CaseworkOutcome> {
  const before = await sqlOne<{ version: number; kind: CohortViewKind }>(
    db,
    schoolId,
    `select version, kind from cohort_view
     where school_id = $1 and id = $2 and owner_id = $3 and removed_at is null for update`,
    [schoolId, id, by],
  );
  if (!before) return { outcome: 'missing' };
  if (before.version !== version) return { outcome: 'conflict', currentVersion: before.version };
  if (before.kind !== kind) return { outcome: 'refused' };
  await sql(
    db,
    schoolId,
    `update cohort_view set name = $3, filter = $4, sort_by = $5, sort_direction = $6, hidden_columns = $7, shared_with = $8, changed_at = $9,
            version = version + 1
     where school_id = $1 and id = $2`,
    [schoolId, id, name, JSON.stringify(filter), sortBy, direction, hidden, sharedWith, at],
  );
  if (kind === 'filter') await refreshMembership(db, schoolId, { id, filter }, on);
  else await setMembers(db, schoolId, id, members, on);
  return { outcome: 'saved', version: version + 1 };
}

/** Takes a view of its owner away; who was in it when is kept. */
export async function removeCohortView(db: Database, schoolId: string, id: number, { by, at, on }: DayMark): Promise<boolean> {
  const removed = await sqlOne(
    db,
    schoolId,
    `update cohort_view set removed_at = $4 where school_id = $1 and id = $2 and owner_id = $3 and removed_at is null returning id`,
    [schoolId, id, by, at],
  );
  if (!removed) return false;
  await sql(db, schoolId, 'update cohort_membership set left_on = $3::date where school_id = $1 and view_id = $2 and left_on is null', [
    schoolId,
    id,
    on,
  ]);
  return true;
}

async function setMembers(
  db: Database,
  schoolId: string,
  id: number,
  { add, remove }: { add: readonly number[]; remove: readonly number[] },
  on: Day,
): Promise<void> {
  await sql(
    db,
    schoolId,
    `update cohort_membership set left_on = $4::date
     where school_id = $1 and view_id = $2 and applicant_id = any ($3::integer[]) and left_on is null`,
    [schoolId, id, remove, on],
  );
  await sql(
    db,
    schoolId,
    `insert into cohort_membership (school_id, view_id, applicant_id, joined_on)
     select $1, $2, added, $4::date from unnest($3::integer[]) as added
     where not exists (
       select from cohort_membership m where m.school_id = $1 and m.view_id = $2 and m.applicant_id = added and m.left_on is null)
     on conflict (school_id, view_id, applicant_id, joined_on) do update set left_on = null`,
    [schoolId, id, add, on],
  );
}

const fullName = `concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name)`;
const scoped = (view: ApplicantView, p: Parameters) => (isWholeSchool(view.find) ? 'true' : scopeCondition(view.find, p));

/** Somebody of a group. */
export interface GroupMember {
  id: number;
  externalId: string;
  name: string;
}

/** Who of a group is open to a reader, by name. */
export function listGroupMembers(db: Database, schoolId: string, view: ApplicantView, id: number): Promise<GroupMember[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `select s.applicant_id as id, s.external_id as "externalId", ${fullName} as name
     from cohort_membership m
     join applicant_summary s on s.school_id = m.school_id and s.applicant_id = m.applicant_id
     where m.school_id = ${p.add(schoolId)} and m.view_id = ${p.add(id)} and m.left_on is null and ${scoped(view, p)}
     order by s.sort_name, s.applicant_id`,
    p.values,
  );
}

/** Who of a reader's applicants bear these ids of the school. */
export function listByExternalIds(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  externalIds: readonly string[],
): Promise<GroupMember[]> {
  const p = new Parameters();
  return sql(
    db,
    schoolId,
    `select s.applicant_id as id, s.external_id as "externalId", ${fullName} as name from applicant_summary s
     where s.school_id = ${p.add(schoolId)} and s.external_id = any (${p.add(externalIds)}::text[]) and ${scoped(view, p)}`,
    p.values,
  );
}

/** Somebody joined or left a view. */
export interface MembershipStepRow {
  applicantId: number;
  externalId: string;
  name: string;
  step: MembershipStep;
  on: Day;
}

/** A page of who joined and left a view after it was saved, as far as that is open to a reader; the newest first unless asked otherwise. */
export async function listMembershipSteps(
  db: Database,
  schoolId: string,
  view: ApplicantView,
  { id, filter, createdOn }: Pick<CohortViewRow, 'id' | 'filter' | 'createdOn'>,
  { ascending, range: [from, to] }: { ascending: boolean; range: readonly [number, number] },
): Promise<ListPage<MembershipStepRow>> {
  const p = new Parameters();
  const conditions = [`m.school_id = ${p.add(schoolId)}`, `m.view_id = ${p.add(id)}`, ...pastConditions(view, filter, p)].join(' and ');
  const steps = `
    with member as (
      select m.applicant_id, m.joined_on, m.left_on, s.external_id, s.sort_name, ${fullName} as name
      from cohort_membership m
      join applicant_summary s on s.school_id = m.school_id and s.applicant_id = m.applicant_id
      where ${conditions}
    ), step as (                                     -- who was in it when it was saved did not join
      select *, 'joined' as step, joined_on as on_day from member where joined_on > ${p.add(createdOn)}::date
      union all
      select *, 'left', left_on from member where left_on is not null
    )`;
  const total = await sqlOne<{ total: number }>(db, schoolId, `${steps} select count(*) as total from step`, p.values.slice());
  const direction = ascending ? 'asc' : 'desc';
  const rows = await sql<MembershipStepRow>(
    db,
    schoolId,
    `${steps}
     select applicant_id as "applicantId", external_id as "externalId", name, step, on_day as "on" from step
     order by on_day ${direction}, step, sort_name, applicant_id limit ${p.add(to - from + 1)} offset ${p.add(from)}`,
    p.values,
  );
  return { rows, total: total?.total ?? 0 };
}
