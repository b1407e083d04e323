import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that people can tell apart and end one by one, and those that still wait for a second step. */
export class SessionOrigin1764000000060 implements MigrationInterface {
  readonly name = 'SessionOrigin1764000000060';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table session
        add id integer generated always as identity,
        add method text not null default 'password',
        add device text,
        add address text,
        add awaits text,
        add constraint session_method_known check (method in ('password', 'sso')),
        add constraint session_awaits_known check (awaits in ('code', 'enrolment'))`);
    await db.query('create unique index session_id_uq on session (school_id, id)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table session drop column id, drop column method, drop column device, drop column address, drop column awaits');
  }
}
