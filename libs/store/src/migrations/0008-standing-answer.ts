import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What publishing a run writes: the standing answer of each applicant, flags, and what changed. */
export class StandingAnswer1764000000008 implements MigrationInterface {
  readonly name = 'StandingAnswer1764000000008';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table standing_answer (
        school_id       text not null,
        applicant_id    integer not null,
        run_id          integer not null,
        record_version  integer not null,
        as_of           date not null,
        digest          text not null,
        risk_level      text not null,
        constraint standing_answer_pk primary key (school_id, applicant_id),
        constraint standing_answer_run_answer_fk foreign key (school_id, run_id, applicant_id) references run_answer (school_id, run_id, applicant_id)
      )`);
    await db.query('alter table standing_answer set (fillfactor = 80)');
    await db.query(`
      create table flag (
        school_id     text not null,
        id            integer generated always as identity,
        applicant_id  integer not null,
        rule_code     text not null,
        level         text not null,
        evidence      jsonb not null,
        opened_run    integer not null,
        opened_on     date not null,
        level_since   date not null,
        closed_run    integer,
        closed_on     date,
        constraint flag_pk primary key (school_id, id),
        constraint flag_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint flag_level_known check (level in ('note', 'watch', 'act', 'urgent'))
      )`);
    await db.query('create unique index flag_open_uq on flag (school_id, applicant_id, rule_code) where closed_run is null');
    await db.query('create index flag_applicant_ix on flag (school_id, applicant_id)');
    await db.query('create index flag_rule_ix on flag (school_id, rule_code, level) where closed_run is null');
    await db.query(`
      create table flag_event (
        school_id     text not null,
        id            bigint generated always as identity,
        run_id        integer not null,
        flag_id       integer not null,
        applicant_id  integer not null,
        rule_code     text not null,
        kind          text not null,
        old_level     text,
        new_level     text,
        on_day        date not null,
        constraint flag_event_pk primary key (school_id, id),
        constraint flag_event_once_uq unique (school_id, run_id, flag_id),
        constraint flag_event_flag_fk foreign key (school_id, flag_id) references flag (school_id, id),
        constraint flag_event_kind_known check (kind in ('opened', 'raised', 'lowered', 'closed'))
      )`);
    await db.query('create index flag_event_applicant_ix on flag_event (school_id, applicant_id)');
    await db.query(`
      create table level_change (
        school_id     text not null,
        run_id        integer not null,
        applicant_id  integer not null,
        old_level     text,
        new_level     text not null,
        on_day        date not null,
        constraint level_change_pk primary key (school_id, run_id, applicant_id),
        constraint level_change_run_answer_fk foreign key (school_id, run_id, applicant_id) references run_answer (school_id, run_id, applicant_id)
      )`);
    await db.query('create index level_change_applicant_ix on level_change (school_id, applicant_id, on_day)');
    await db.query(`
      create table cohort_level (
        school_id       text not null,
        run_id          integer not null,
        applicant_type  text not null,
        specialty       text not null,
        risk_level      text not null,
        applicants      integer not null,
        constraint cohort_level_pk primary key (school_id, run_id, applicant_type, specialty, risk_level),
        constraint cohort_level_run_fk foreign key (school_id, run_id) references run (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const table of ['cohort_level', 'level_change', 'flag_event', 'flag', 'standing_answer']) await db.query(`drop table ${table}`);
  }
}
