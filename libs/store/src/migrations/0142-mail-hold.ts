import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A school whose mail waits since it was restored, until a person lets it go on. */
export class MailHold1764000000142 implements MigrationInterface {
  readonly name = 'MailHold1764000000142';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mail_hold (
        school_id  text not null,
        since      timestamptz not null,
        backup_at  timestamptz not null,
        constraint mail_hold_pk primary key (school_id),
        constraint mail_hold_school_fk foreign key (school_id) references school (school_id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table mail_hold');
  }
}
