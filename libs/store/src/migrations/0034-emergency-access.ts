import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The glass that was broken: who took access to whom, why, and until when. */
export class EmergencyAccess1764000000034 implements MigrationInterface {
  readonly name = 'EmergencyAccess1764000000034';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table emergency_access (
        school_id     text not null,
        id            integer generated always as identity,
        person_id     integer not null,
        applicant_id  integer not null,
        reason        text not null,
        opened_at     timestamptz not null,
        until_at      timestamptz not null,
        constraint emergency_access_pk primary key (school_id, id),
        constraint emergency_access_person_fk foreign key (school_id, person_id) references person (school_id, id),
        constraint emergency_access_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id)
      )`);
    await db.query('create index emergency_access_person_ix on emergency_access (school_id, person_id, until_at)');
    await db.query('create index emergency_access_applicant_ix on emergency_access (school_id, applicant_id, until_at)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table emergency_access');
  }
}
