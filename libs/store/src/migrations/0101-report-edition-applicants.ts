import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an edition lists, so that an applicant can be told. */
export class ReportEditionApplicants1764000000101 implements MigrationInterface {
  readonly name = 'ReportEditionApplicants1764000000101';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table report_edition add column applicant_ids integer[] not null default '{}'`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table report_edition drop column applicant_ids');
  }
}
