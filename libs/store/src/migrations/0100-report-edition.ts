import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Editions of reports, frozen for good; a correction is an edition of its own. */
export class ReportEdition1764000000100 implements MigrationInterface {
  readonly name = 'ReportEdition1764000000100';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table report_edition (
        school_id     text not null,
        id            integer generated always as identity,
        kind          text not null,
        season        integer not null,
        scope         text not null,
        view_id       integer,
        person_id     integer,
        period        date not null,
        no            integer not null,
        as_of         date not null,
        run_id        integer not null,
        published_at  timestamptz not null,
        document      json not null,
        digest        text not null,
        reason        text,
        made_by       integer,
        made_at       timestamptz not null,
        constraint report_edition_pk primary key (school_id, id),
        constraint report_edition_no_uq unique (school_id, kind, season, scope, period, no),
        constraint report_edition_school_fk foreign key (school_id) references school (school_id),
        constraint report_edition_view_fk foreign key (school_id, view_id) references cohort_view (school_id, id),
        constraint report_edition_person_fk foreign key (school_id, person_id) references person (school_id, id),
        constraint report_edition_run_fk foreign key (school_id, run_id) references run (school_id, id),
        constraint report_edition_made_fk foreign key (school_id, made_by) references person (school_id, id),
        constraint report_edition_kind_known check (kind in ('weekly')),
        constraint report_edition_corrected check ((no > 1) = (reason is not null))
      )`);
    await db.query(`
      create trigger report_edition_append_only before update or delete on report_edition
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table report_edition');
  }
}
