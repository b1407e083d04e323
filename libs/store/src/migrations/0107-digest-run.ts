import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The published runs whose digests were written down, so that none is left out and none is told twice. */
export class DigestRun1764000000107 implements MigrationInterface {
  readonly name = 'DigestRun1764000000107';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table digest_run (
        school_id  text not null,
        run_id     integer not null,
        opened_at  timestamptz not null default clock_timestamp(),
        constraint digest_run_pk primary key (school_id, run_id),
        constraint digest_run_run_fk foreign key (school_id, run_id) references run (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table digest_run');
  }
}
