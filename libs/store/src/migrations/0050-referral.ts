import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Check-ins and referrals. */
export class Referral1764000000050 implements MigrationInterface {
  readonly name = 'Referral1764000000050';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table check_in (
        school_id     text not null,
        id            integer generated always as identity,
        applicant_id  integer not null,
        on_day        date not null,
        asks_help     boolean not null,
        note          text,
        noted_by      integer not null,
        noted_at      timestamptz not null,
        constraint check_in_pk primary key (school_id, id),
        constraint check_in_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint check_in_by_fk foreign key (school_id, noted_by) references person (school_id, id)
      )`);
    await db.query('create index check_in_applicant_ix on check_in (school_id, applicant_id, on_day)');
    await db.query(`
      create table referral (
        school_id     text not null,
        id            integer generated always as identity,
        applicant_id  integer not null,
        check_in_id   integer,
        kind          text not null,
        restricted    boolean not null,
        state         text not null,
        made_on       date not null,
        due_on        date not null,
        accepted_on   date,
        ended_on      date,
        outcome       text,
        note          text,
        version       integer not null default 1,
        made_by       integer not null,
        created_at    timestamptz not null,
        changed_at    timestamptz not null,
        constraint referral_pk primary key (school_id, id),
        constraint referral_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint referral_check_in_fk foreign key (school_id, check_in_id) references check_in (school_id, id),
        constraint referral_by_fk foreign key (school_id, made_by) references person (school_id, id),
        constraint referral_kind_known check (kind in ('tutoring', 'learning-specialist', 'counselling', 'wellness', 'finance', 'faculty-mentor')),
        constraint referral_state_known check (state in ('made', 'accepted', 'declined', 'completed', 'withdrawn')),
        constraint referral_restricted check (restricted or (kind not in ('counselling', 'wellness') and check_in_id is null)),
        constraint referral_days check (due_on >= made_on)
      )`);
    await db.query('create index referral_applicant_ix on referral (school_id, applicant_id, made_on)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table referral');
    await db.query('drop table check_in');
  }
}
