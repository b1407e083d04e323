import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A school: the unit of isolation; the key of every other table begins with it. */
export class School1764000000001 implements MigrationInterface {
  readonly name = 'School1764000000001';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table school (
        school_id   text not null,
        name        text not null,
        time_zone   text not null,
        created_at  timestamptz not null default now(),
        constraint school_pk primary key (school_id),
        constraint school_id_shape check (school_id ~ '^[a-z0-9][a-z0-9-]{0,39}$')
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table school');
  }
}
