import type { Day, Link, Relation, RelationKind, RelationTarget } from '@matchwatch/domain';
import { type Database, sql, sqlOne } from '../database.js';

interface Given {
  relation: Relation;
  applicantId: number | null;
  caseload: string | null;
  season: number | null;
}

const targetOf = ({ applicantId, caseload, season }: Given): RelationTarget => {
  if (applicantId !== null) return { kind: 'applicant', applicantId };
  return caseload !== null ? { kind: 'caseload', advisor: caseload } : { kind: 'season', season: season ?? 0 };
};

const inForce = (day: string) => `r.ended_at is null and r.from_on <= ${day}::date and (r.until_on is null or r.until_on >= ${day}::date)`;

/** In which relations a person stands as of a day and an instant: to those whose record names them, by relations given, and by emergency access. */
export async function listLinks(
  db: Database,
  schoolId: string,
  person: { id: number; email: string },
  today: Day,
  now: Date,
): Promise<Link[]> {
  const given = await sql<Given>(
    db,
    schoolId,
    `select r.relation, r.applicant_id as "applicantId", r.caseload, r.season from person_relation r
     where r.school_id = $1 and r.person_id = $2 and ${inForce('$3')}
     union all
     select 'break-glass', e.applicant_id, null, null from emergency_access e
     where e.school_id = $1 and e.person_id = $2 and e.opened_at <= $4 and e.until_at > $4`,
    [schoolId, person.id, today, now],
  );
  return [
    { relation: 'advises', target: { kind: 'caseload', advisor: person.email } },
    ...given.map((each) => ({ relation: each.relation, target: targetOf(each) })),
  ];
}

/** A relation as it was given. */
export interface RelationRow {
  id: number;
  personId: number;
  relation: RelationKind;
  applicantId: number | null;
  /** Name of that applicant. */
  applicant: string | null;
  caseload: string | null;
  season: number | null;
  fromOn: Day;
  untilOn: Day | null;
  reason: string | null;
  givenBy: string;
  givenAt: Date;
}

export interface NewRelation {
  personId: number;
  relation: RelationKind;
  target: RelationTarget;
  fromOn: Day;
  untilOn?: Day | undefined;
  reason?: string | undefined;
}

/** Relations that were given and not ended, the newest first; those of one person when asked. */
export const listRelations = (db: Database, schoolId: string, personId?: number): Promise<RelationRow[]> =>
  sql(
    db,
    schoolId,
    `select r.id, r.person_id as "personId", r.relation, r.applicant_id as "applicantId",
            case when s.applicant_id is not null then concat_ws(' ', coalesce(s.preferred_name, s.given_name), s.family_name) end as applicant,
            r.caseload, r.season, r.from_on as "fromOn", r.until_on as "untilOn", r.reason, giver.name as "givenBy", r.given_at as "givenAt"
     from person_relation r
     join person giver on giver.school_id = r.school_id and giver.id = r.given_by
     left join applicant_summary s on s.school_id = r.school_id and s.applicant_id = r.applicant_id
     where r.school_id = $1 and r.ended_at is null and ($2::integer is null or r.person_id = $2) order by r.id desc`,
    [schoolId, personId ?? null],
  );

/** Gives a relation; answers with its id. */
export async function giveRelation(db: Database, schoolId: string, given: NewRelation, by: number, at: Date): Promise<number> {
  const { target } = given;
  const row = await sqlOne<{ id: number }>(
    db,
    schoolId,
    `insert into person_relation (school_id, person_id, relation, applicant_id, caseload, season, from_on, until_on, reason, given_by, given_at)
     values ($1, $2, $3, $4, lower($5), $6, $7, $8, $9, $10, $11) returning id`,
    [
      schoolId,
      given.personId,
      given.relation,
      target.kind === 'applicant' ? target.applicantId : null,
      target.kind === 'caseload' ? target.advisor : null,
      target.kind === 'season' ? target.season : null,
      given.fromOn,
      given.untilOn ?? null,
      given.reason ?? null,
      by,
      at,
    ],
  );
  if (!row) throw new Error('A relation was written and has no id');
  return row.id;
}

/** Ends a relation; answers with whose and which it was, or undefined when there is none that stands. */
export const endRelation = (
  db: Database,
  schoolId: string,
  id: number,
  at: Date,
): Promise<{ personId: number; relation: RelationKind; applicantId: number | null } | undefined> =>
  sqlOne(
    db,
    schoolId,
    `update person_relation set ended_at = $3 where school_id = $1 and id = $2 and ended_at is null
     returning person_id as "personId", relation, applicant_id as "applicantId"`,
    [schoolId, id, at],
  );

/** Somebody with their relations, for the question who may see an applicant. */
export interface LinkedPerson {
  id: number;
  name: string;
  email: string;
  role: string;
  links: Link[];
}

/** Every active person of a school with the relations in which they stand. */
export async function listLinkedPeople(db: Database, schoolId: string, today: Day, now: Date): Promise<LinkedPerson[]> {
  const people = await sql<Omit<LinkedPerson, 'links'> & { given: Given[] }>(
    db,
    schoolId,
    `select p.id, p.name, p.email, p.role, coalesce(given.links, '[]') as given
     from person p
     left join lateral (
       select json_agg(json_build_object('relation', relation, 'applicantId', applicant_id, 'caseload', caseload, 'season', season)) as links
       from (
         select r.relation, r.applicant_id, r.caseload, r.season from person_relation r
         where r.school_id = p.school_id and r.person_id = p.id and ${inForce('$2')}
         union all
         select 'break-glass', e.applicant_id, null, null from emergency_access e
         where e.school_id = p.school_id and e.person_id = p.id and e.opened_at <= $3 and e.until_at > $3
       ) as each
     ) as given on true
     where p.school_id = $1 and p.state = 'active' order by p.name, p.id`,
    [schoolId, today, now],
  );
  return people.map(({ given, ...person }) => ({
    ...person,
    links: [
      { relation: 'advises', target: { kind: 'caseload', advisor: person.email } },
      ...given.map((each) => ({ relation: each.relation, target: targetOf(each) })),
    ],
  }));
}
