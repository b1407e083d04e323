import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who spoke for an applicant, to which program, when, and what came of it. */
export class Advocacy1764000000122 implements MigrationInterface {
  readonly name = 'Advocacy1764000000122';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table advocacy (
        school_id     text not null,
        id            integer generated always as identity,
        applicant_id  integer not null,
        program_id    integer,
        program       text not null,
        specialty     text,
        advocate      text not null,
        role          text not null,
        contact       text not null,
        contact_name  text,
        way           text not null,
        on_day        date not null,
        said          text,
        outcome       text not null default 'waiting',
        outcome_on    date,
        outcome_note  text,
        version       integer not null default 1,
        noted_by      integer not null,
        created_at    timestamptz not null,
        changed_at    timestamptz not null,
        constraint advocacy_pk primary key (school_id, id),
        constraint advocacy_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint advocacy_program_fk foreign key (school_id, program_id) references program (school_id, id),
        constraint advocacy_by_fk foreign key (school_id, noted_by) references person (school_id, id),
        constraint advocacy_outcome_known check (outcome in ('waiting', 'no-answer', 'noted', 'will-look', 'invited', 'declined', 'withdrawn')),
        constraint advocacy_days check (outcome_on is null or outcome_on >= on_day)
      )`);
    await db.query('create index advocacy_applicant_ix on advocacy (school_id, applicant_id, on_day)');
    await db.query('create index advocacy_program_ix on advocacy (school_id, program_id)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table advocacy');
  }
}
