import type { MigrationInterface, QueryRunner } from 'typeorm';

/** History can be added to and never rewritten, whoever asks. */
export class ApplicantHistoryAppendOnly1764000000004 implements MigrationInterface {
  readonly name = 'ApplicantHistoryAppendOnly1764000000004';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function refuse_rewrite() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    await db.query(`
      create trigger applicant_history_append_only before update or delete on applicant_history
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop trigger applicant_history_append_only on applicant_history');
    await db.query('drop function refuse_rewrite()');
  }
}
