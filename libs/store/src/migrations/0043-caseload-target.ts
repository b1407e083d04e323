import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many applicants somebody is meant to accompany; null where nobody has said. */
export class CaseloadTarget1764000000043 implements MigrationInterface {
  readonly name = 'CaseloadTarget1764000000043';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table person add column caseload_target integer,
        add constraint person_caseload_target_sane check (caseload_target between 0 and 1000)`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table person drop column caseload_target');
  }
}
