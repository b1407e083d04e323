import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors: the secret sealed by a key the database does not hold, recovery codes as hashes, and the roles that need one. */
export class SecondFactor1764000000061 implements MigrationInterface {
  readonly name = 'SecondFactor1764000000061';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table second_factor (
        school_id       text not null,
        person_id       integer not null,
        secret          text,
        offered         text,
        confirmed_at    timestamptz,
        last_step       bigint,
        attempts        integer not null default 0,
        attempts_since  timestamptz,
        constraint second_factor_pk primary key (school_id, person_id),
        constraint second_factor_person_fk foreign key (school_id, person_id) references person (school_id, id) on delete cascade,
        constraint second_factor_confirmed check ((secret is null) = (confirmed_at is null))
      )`);
    await db.query(`
      create table recovery_code (
        school_id  text not null,
        person_id  integer not null,
        code_hash  text not null,
        constraint recovery_code_pk primary key (school_id, person_id, code_hash),
        constraint recovery_code_factor_fk foreign key (school_id, person_id)
          references second_factor (school_id, person_id) on delete cascade
      )`);
    await db.query(`alter table school add second_factor_roles text[] not null default '{}'`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table school drop column second_factor_roles');
    await db.query('drop table recovery_code');
    await db.query('drop table second_factor');
  }
}
