import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who decided about an import last, when and why: wrote it, dropped it or took it back. */
export class ImportDecision1764000000014 implements MigrationInterface {
  readonly name = 'ImportDecision1764000000014';
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'alter table import_batch add column decided_by text, add column decided_at timestamptz, add column decision_reason text',
    );
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table import_batch drop column decided_by, drop column decided_at, drop column decision_reason');
  }
}
