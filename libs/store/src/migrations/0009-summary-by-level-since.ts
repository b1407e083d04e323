import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose level changed lately is asked on every first page. */
export class SummaryByLevelSince1764000000009 implements MigrationInterface {
  readonly name = 'SummaryByLevelSince1764000000009';
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index applicant_summary_level_since_ix on applicant_summary (school_id, season, level_since)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index applicant_summary_level_since_ix');
  }
}
