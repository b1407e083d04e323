import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to applicants and how they went. */
export class Outreach1764000000051 implements MigrationInterface {
  readonly name = 'Outreach1764000000051';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table outreach (
        school_id     text not null,
        id            integer generated always as identity,
        applicant_id  integer not null,
        template      text not null,
        subject       text not null,
        body          text not null,
        address       text,
        state         text not null,
        by_id         integer not null,
        created_at    timestamptz not null,
        ended_at      timestamptz,
        message_id    text,
        failure       text,
        constraint outreach_pk primary key (school_id, id),
        constraint outreach_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint outreach_by_fk foreign key (school_id, by_id) references person (school_id, id),
        constraint outreach_state_known check (state in ('sending', 'sent', 'by-hand', 'failed', 'uncertain'))
      )`);
    await db.query('create index outreach_applicant_ix on outreach (school_id, applicant_id, id)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table outreach');
  }
}
