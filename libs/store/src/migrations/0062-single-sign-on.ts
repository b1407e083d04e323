import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an account of the school's provider is here, and the flows that are under way with it. */
export class SingleSignOn1764000000062 implements MigrationInterface {
  readonly name = 'SingleSignOn1764000000062';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table person_identity (
        school_id  text not null,
        issuer     text not null,
        subject    text not null,
        person_id  integer not null,
        linked_at  timestamptz not null,
        constraint person_identity_pk primary key (school_id, issuer, subject),
        constraint person_identity_person_fk foreign key (school_id, person_id) references person (school_id, id) on delete cascade
      )`);
    await db.query('create unique index person_identity_person_uq on person_identity (school_id, person_id, issuer)');
    await db.query(`
      create table sign_in_flow (
        school_id   text not null,
        token_hash  text not null,
        state       text not null,
        nonce       text not null,
        verifier    text not null,
        return_to   text not null,
        expires_at  timestamptz not null,
        constraint sign_in_flow_pk primary key (school_id, token_hash),
        constraint sign_in_flow_school_fk foreign key (school_id) references school (school_id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table sign_in_flow');
    await db.query('drop table person_identity');
  }
}
