import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody did for many applicants at once, under the key by which asking again does nothing twice. */
export class BulkAction1764000000081 implements MigrationInterface {
  readonly name = 'BulkAction1764000000081';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table bulk_action (
        school_id   text not null,
        id          integer generated always as identity,
        person_id   integer not null,
        key         text not null,
        asked       text not null,
        result      jsonb,
        created_at  timestamptz not null,
        constraint bulk_action_pk primary key (school_id, id),
        constraint bulk_action_key_uq unique (school_id, person_id, key),
        constraint bulk_action_person_fk foreign key (school_id, person_id) references person (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table bulk_action');
  }
}
