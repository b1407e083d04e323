import {
  type Day,
  type PolicyAction,
  type PolicyChanges,
  type PolicyEventKind,
  type PolicyVersionState,
  policyTransitions,
} from '@matchwatch/domain';
import type { ListPage, ListWindow } from '../applicant/applicant-list.repository.js';
import { type Database, sql, sqlOne } from '../database.js';
import { Parameters } from '../parameters.js';
import { inForceOn } from './policy-in-force.js';

/** A version of a school's policy with the names of the people who made it what it is. */
export interface PolicyVersionRow {
  id: number;
  version: string;
  state: PolicyVersionState;
  /** Whether it is in force on the day asked about. */
  inForce: boolean;
  revision: number;
  changes: PolicyChanges;
  reason: string;
  effectiveOn: Day;
  basedOn: { id: number; version: string } | null;
  author: string;
  createdAt: Date;
  updatedAt: Date;
  publishedBy: string | null;
  publishedAt: Date | null;
  endedBy: string | null;
  endedAt: Date | null;
  endedReason: string | null;
}

const columns = (today: string) => `
  v.id, v.version, v.state, v.revision, v.changes, v.reason, v.effective_on as "effectiveOn",
  v.id is not distinct from (select id from (${inForceOn('v.school_id', today)}) as f) as "inForce",
  case when base.id is not null then json_build_object('id', base.id, 'version', base.version) end as "basedOn",
  author.name as author, v.created_at as "createdAt", v.updated_at as "updatedAt",
  publisher.name as "publishedBy", v.published_at as "publishedAt",
  ender.name as "endedBy", v.ended_at as "endedAt", v.ended_reason as "endedReason"`;

const joined = `
  from policy_version v
  join person author on author.school_id = v.school_id and author.id = v.author
  left join policy_version base on base.school_id = v.school_id and base.id = v.based_on
  left join person publisher on publisher.school_id = v.school_id and publisher.id = v.published_by
  left join person ender on ender.school_id = v.school_id and ender.id = v.ended_by`;

/** What the list of versions may be narrowed by; lists mean "any of". */
export interface PolicyVersionCriteria {
  id?: readonly number[] | undefined;
  state?: readonly PolicyVersionState[] | undefined;
}

const sortColumns = { id: 'v.id', version: 'v.version', effectiveOn: 'v.effective_on', updatedAt: 'v.updated_at' } as const;
export type PolicyVersionSort = keyof typeof sortColumns;

/** A page of versions with how many there are in all; `today` is the day that "in force" is about. */
export async function listPolicyVersions(
  db: Database,
  schoolId: string,
  today: Day,
  criteria: PolicyVersionCriteria,
  { sort: [field, direction], range: [from, to] }: ListWindow<PolicyVersionSort>,
): Promise<ListPage<PolicyVersionRow>> {
  const p = new Parameters();
  const conditions = [`v.school_id = ${p.add(schoolId)}`];
  if (criteria.id) conditions.push(`v.id = any (${p.add(criteria.id)}::integer[])`);
  if (criteria.state) conditions.push(`v.state = any (${p.add(criteria.state)}::text[])`);
  const where = conditions.join(' and ');
  const counted = await sqlOne<{ total: number }>(
    db,
    schoolId,
    `select count(*) as total from policy_version v where ${where}`,
    p.values.slice(),
  );
  const rows = await sql<PolicyVersionRow>(
    db,
    schoolId,
    `select ${columns(`${p.add(today)}::date`)} ${joined} where ${where}
     order by ${sortColumns[field]} ${direction}, v.id ${direction} limit ${p.add(to - from + 1)} offset ${p.add(from)}`,
    p.values,
  );
  return { rows, total: counted?.total ?? 0 };
}

/** A version of the school, or undefined. */
export const findPolicyVersion = (db: Database, schoolId: string, id: number, today: Day): Promise<PolicyVersionRow | undefined> =>
  sqlOne(db, schoolId, `select ${columns('$3::date')} ${joined} where v.school_id = $1 and v.id = $2`, [schoolId, id, today]);

/** Whoever publishes or withdraws in a school, or asks what is in force to do so, does it one after the other. Call it in a transaction. */
export const lockPolicy = (db: Database, schoolId: string): Promise<unknown> =>
  sql(db, schoolId, `select pg_advisory_xact_lock(hashtextextended('policy ' || $1, 0))`, [schoolId]);

/** Waits for whoever is about to change what is in force, and keeps the next from it until the transaction ends; readers do not wait for each other. */
export const waitForPolicy = (db: Database, schoolId: string): Promise<unknown> =>
  sql(db, schoolId, `select pg_advisory_xact_lock_shared(hashtextextended('policy ' || $1, 0))`, [schoolId]);

/** Who does something to a version, and when. */
export interface PolicyActor {
  personId: number;
  at: Date;
}

/** What a draft says. */
export interface PolicyDraftContent {
  version: string;
  reason: string;
  effectiveOn: Day;
  changes: PolicyChanges;
}

/** Keys of which two contents say something else, as SQL. */
const differingKeys = (before: string, after: string): string =>
  `array(select key from jsonb_each(${before}) as old full join jsonb_each(${after}) as new using (key)
         where old.value is distinct from new.value order by key)`;

/** Begins a draft on the version given (null: on the default) and writes it down; undefined when the name is taken. */
export async function createPolicyDraft(
  db: Database,
  schoolId: string,
  { version, reason, effectiveOn, changes, basedOn }: PolicyDraftContent & { basedOn: number | null },
  { personId, at }: PolicyActor,
): Promise<number | undefined> {
  const created = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `with created as (
       insert into policy_version (school_id, version, reason, effective_on, changes, based_on, author, created_at, updated_at)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $8)
       on conflict (school_id, version) do nothing
       returning id, changes
     ), event as (
       insert into policy_event (school_id, version_id, kind, revision, person_id, at, keys, changes)
       select $1, created.id, 'created', 1, $7, $8, ${differingKeys("coalesce(base.changes, '{}')", 'created.changes')}, created.changes
       from created left join policy_version base on base.school_id = $1 and base.id = $6
     )
     select id from created`,
    [schoolId, version, reason, effectiveOn, JSON.stringify(changes), basedOn, personId, at],
  );
  return created?.id;
}

export type PolicyEditOutcome =
  | { outcome: 'saved' }
  | { outcome: 'missing' }
  | { outcome: 'conflict'; currentRevision: number }
  | { outcome: 'refused'; state: PolicyVersionState }
  | { outcome: 'name-taken' };

/** Writes a draft over the revision it was based on. Writing what stands already changes nothing. Run it in a transaction. */
export async function editPolicyDraft(
  db: Database,
  schoolId: string,
  id: number,
  revision: number,
  { version, reason, effectiveOn, changes }: PolicyDraftContent,
  { personId, at }: PolicyActor,
): Promise<PolicyEditOutcome> {
  const standing = await lockPolicyVersion(db, schoolId, id);
  if (!standing) return { outcome: 'missing' };
  if (standing.state !== policyTransitions.edit.from) return { outcome: 'refused', state: standing.state };
  if (standing.revision !== revision) return { outcome: 'conflict', currentRevision: standing.revision };
  const namesake = await sqlOne(db, schoolId, 'select from policy_version where school_id = $1 and version = $2 and id <> $3', [
    schoolId,
    version,
    id,
  ]);
  if (namesake) return { outcome: 'name-taken' };
  await sql(
    db,
    schoolId,
    `with old as (
       select changes from policy_version where school_id = $1 and id = $2
     ), edited as (
       update policy_version set version = $3, reason = $4, effective_on = $5, changes = $6::jsonb, revision = revision + 1, updated_at = $8
       where school_id = $1 and id = $2 and (version, reason, effective_on, changes) is distinct from ($3, $4, $5::date, $6::jsonb)
       returning id, revision, changes
     )
     insert into policy_event (school_id, version_id, kind, revision, person_id, at, keys, changes)
     select $1, edited.id, 'edited', edited.revision, $7, $8, ${differingKeys('old.changes', 'edited.changes')}, edited.changes
     from edited, old`,
    [schoolId, id, version, reason, effectiveOn, JSON.stringify(changes), personId, at],
  );
  return { outcome: 'saved' };
}

/** What ends or begins the time of a version in force. */
export type PolicyStep = Exclude<PolicyAction, 'edit' | 'shadow'>;

const stepEvents = { publish: 'published', discard: 'discarded', withdraw: 'withdrawn' } as const satisfies Record<
  PolicyStep,
  PolicyEventKind
>;

export type PolicyStepOutcome = { outcome: 'done' } | { outcome: 'missing' } | { outcome: 'refused'; state: PolicyVersionState };

/** Takes a version to its next state, and writes it down. Whether the person may is the caller's to know. Run it in a transaction. */
export async function stepPolicyVersion(
  db: Database,
  schoolId: string,
  id: number,
  step: PolicyStep,
  { personId, at, reason }: PolicyActor & { reason?: string | undefined },
): Promise<PolicyStepOutcome> {
  const standing = await lockPolicyVersion(db, schoolId, id);
  if (!standing) return { outcome: 'missing' };
  const { from, to } = policyTransitions[step];
  if (standing.state !== from) return { outcome: 'refused', state: standing.state };
  const signed = step === 'publish' ? 'published_by = $4, published_at = $5' : 'ended_by = $4, ended_at = $5, ended_reason = $6::text';
  await sql(
    db,
    schoolId,
    `with moved as (
       update policy_version set state = $3, updated_at = $5, ${signed} where school_id = $1 and id = $2 returning id, revision
     )
     insert into policy_event (school_id, version_id, kind, revision, person_id, at, reason)
     select $1, id, $7, revision, $4, $5, $6::text from moved`,
    [schoolId, id, to, personId, at, reason ?? null, stepEvents[step]],
  );
  return { outcome: 'done' };
}

/** Keeps a version as it is until the transaction ends; undefined when the school has none such. */
export const lockPolicyVersion = (
  db: Database,
  schoolId: string,
  id: number,
): Promise<{ state: PolicyVersionState; revision: number } | undefined> =>
  sqlOne(db, schoolId, 'select state, revision from policy_version where school_id = $1 and id = $2 for update', [schoolId, id]);
