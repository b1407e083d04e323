import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists filter and sort by, one row an applicant, written by the statements that change its causes. */
export class ApplicantSummary1764000000005 implements MigrationInterface {
  readonly name = 'ApplicantSummary1764000000005';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applicant_summary (
        school_id          text not null,
        applicant_id       integer not null,
        external_id        text not null,
        season             integer not null,
        applicant_type     text not null,
        given_name         text not null,
        family_name        text not null,
        preferred_name     text,
        sort_name          text not null,
        primary_specialty  text,
        advisor            text,
        step2_score        integer,
        changed_on         date not null,
        risk_level         text,
        risk_rank          smallint not null default 0,
        reasons            jsonb not null default '[]',
        missing            text[] not null default '{}',
        category           text,
        category_rank      smallint not null default 0,
        img_tier           text,
        open_urgent        integer not null default 0,
        open_act           integer not null default 0,
        open_watch         integer not null default 0,
        open_note          integer not null default 0,
        level_since        date,
        last_meeting_on    date,
        next_due_on        date,
        constraint applicant_summary_pk primary key (school_id, applicant_id),
        constraint applicant_summary_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id)
      )`);
    await db.query(
      'create index applicant_summary_level_ix on applicant_summary (school_id, season, risk_rank desc, sort_name, applicant_id)',
    );
    await db.query('create index applicant_summary_name_ix on applicant_summary (school_id, season, sort_name, applicant_id)');
    await db.query('create index applicant_summary_specialty_ix on applicant_summary (school_id, season, primary_specialty)');
    await db.query('create index applicant_summary_advisor_ix on applicant_summary (school_id, season, advisor)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table applicant_summary');
  }
}
