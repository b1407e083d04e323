import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who sign in, and their sessions: only the hash of a session token is stored. */
export class PersonAndSession1764000000002 implements MigrationInterface {
  readonly name = 'PersonAndSession1764000000002';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person (
        school_id      text not null,
        id             integer generated always as identity,
        email          text not null,
        name           text not null,
        role           text not null,
        password_hash  text,
        disabled_at    timestamptz,
        created_at     timestamptz not null default now(),
        constraint person_pk primary key (school_id, id),
        constraint person_school_fk foreign key (school_id) references school (school_id),
        constraint person_email_lower check (email = lower(email))
      )`);
    await db.query('create unique index person_email_uq on person (email)');
    await db.query(`
      create table session (
        school_id   text not null,
        token_hash  text not null,
        person_id   integer not null,
        csrf_token  text not null,
        created_at  timestamptz not null default now(),
        seen_at     timestamptz not null default now(),
        expires_at  timestamptz not null,
        constraint session_pk primary key (school_id, token_hash),
        constraint session_person_fk foreign key (school_id, person_id) references person (school_id, id) on delete cascade
      )`);
    await db.query('create index session_person_ix on session (school_id, person_id)');
    await db.query('create index session_expiry_ix on session (expires_at)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table session');
    await db.query('drop table person');
  }
}
