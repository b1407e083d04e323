import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports change applicants or the table of programs. */
export class ImportSubject1764000000121 implements MigrationInterface {
  readonly name = 'ImportSubject1764000000121';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table import_batch add column about text not null default 'applicants'`);
    await db.query(`alter table import_batch add constraint import_batch_about_known check (about in ('applicants', 'programs'))`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table import_batch drop column about');
  }
}
