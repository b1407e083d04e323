import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time links by which a person chooses a password, or a school gets its first person; only the hash of a token is stored. */
export class Invitation1764000000032 implements MigrationInterface {
  readonly name = 'Invitation1764000000032';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table invitation (
        school_id   text not null,
        token_hash  text not null,
        kind        text not null,
        person_id   integer,
        created_at  timestamptz not null,
        expires_at  timestamptz not null,
        constraint invitation_pk primary key (school_id, token_hash),
        constraint invitation_school_fk foreign key (school_id) references school (school_id),
        constraint invitation_person_fk foreign key (school_id, person_id) references person (school_id, id) on delete cascade,
        constraint invitation_kind_known check (kind in ('setup', 'join')),
        constraint invitation_of_whom check ((kind = 'join') = (person_id is not null))
      )`);
    await db.query('create index invitation_person_ix on invitation (school_id, person_id)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table invitation');
  }
}
