import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the first page asks of every school: the last runs of its cohorts, among the many small ones that follow edits. */
export class CohortRunIndex1764000000092 implements MigrationInterface {
  readonly name = 'CohortRunIndex1764000000092';
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index run_cohort_published_ix on run (school_id, published_at) where kind in ('nightly', 'weekly', 'manual') and published_at is not null`,
    );
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index run_cohort_published_ix');
  }
}
