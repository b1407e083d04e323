import type { MigrationInterface, QueryRunner } from 'typeorm';

// As JSON.stringify writes them, without the spaces that jsonb puts between fields: texts of the same fields have the same length.
const compact = String.raw`regexp_replace(document::text, '("(?:[^"\\]|\\.)*")|\s+', '\1', 'g')::json`;
const tables = ['applicant', 'applicant_history', 'import_row'] as const;

/** Documents as the text they came as: they are read and written whole, and every read of `jsonb` writes that text anew. */
export class DocumentAsText1764000000013 implements MigrationInterface {
  readonly name = 'DocumentAsText1764000000013';
  async up(db: QueryRunner): Promise<void> {
    for (const table of tables) await db.query(`alter table ${table} alter column document type json using ${compact}`);
    await db.query('alter table applicant alter column document set storage main');
  }
  async down(db: QueryRunner): Promise<void> {
    for (const table of tables) await db.query(`alter table ${table} alter column document type jsonb using document::jsonb`);
    await db.query('alter table applicant alter column document set storage main');
  }
}
