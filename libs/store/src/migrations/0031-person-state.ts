import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a person stands, in one column instead of the day they were disabled; when and by whom is in the audit. */
export class PersonState1764000000031 implements MigrationInterface {
  readonly name = 'PersonState1764000000031';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table person add state text not null default 'active'`);
    await db.query(`update person set state = 'disabled' where disabled_at is not null`);
    await db.query('alter table person drop column disabled_at');
    await db.query(`alter table person add constraint person_state_known check (state in ('invited', 'active', 'disabled'))`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table person add disabled_at timestamptz');
    await db.query(`update person set disabled_at = now() where state = 'disabled'`);
    await db.query('alter table person drop column state');
  }
}
