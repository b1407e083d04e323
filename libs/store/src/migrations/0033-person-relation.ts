import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Relations that people were given: to one applicant, to everybody an advisor has, or to a Match season. The record's own advisor is not repeated here. */
export class PersonRelation1764000000033 implements MigrationInterface {
  readonly name = 'PersonRelation1764000000033';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person_relation (
        school_id     text not null,
        id            integer generated always as identity,
        person_id     integer not null,
        relation      text not null,
        applicant_id  integer,
        caseload      text,
        season        integer,
        from_on       date not null,
        until_on      date,
        reason        text,
        given_by      integer not null,
        given_at      timestamptz not null,
        ended_at      timestamptz,
        constraint person_relation_pk primary key (school_id, id),
        constraint person_relation_person_fk foreign key (school_id, person_id) references person (school_id, id),
        constraint person_relation_given_fk foreign key (school_id, given_by) references person (school_id, id),
        constraint person_relation_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint person_relation_known check (relation in ('advises', 'leads', 'covers', 'assesses', 'promotes')),
        constraint person_relation_one_target check (num_nonnulls(applicant_id, caseload, season) = 1),
        constraint person_relation_caseload_lower check (caseload = lower(caseload)),
        constraint person_relation_cover_ends check (relation <> 'covers' or until_on is not null),
        constraint person_relation_days check (until_on >= from_on)
      )`);
    await db.query('create index person_relation_person_ix on person_relation (school_id, person_id) where ended_at is null');
    await db.query('create index person_relation_applicant_ix on person_relation (school_id, applicant_id)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table person_relation');
  }
}
