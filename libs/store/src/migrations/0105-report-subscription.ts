import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who gets which report by mail, which reports a school holds back, and whether its mail may name applicants. */
export class ReportSubscription1764000000105 implements MigrationInterface {
  readonly name = 'ReportSubscription1764000000105';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table report_subscription (
        school_id   text not null,
        person_id   integer not null,
        report      text not null,
        view_id     integer,
        mail        boolean not null,
        skip_empty  boolean not null,
        changed_at  timestamptz not null,
        constraint report_subscription_pk primary key (school_id, person_id, report),
        constraint report_subscription_person_fk foreign key (school_id, person_id) references person (school_id, id),
        constraint report_subscription_view_fk foreign key (school_id, view_id) references cohort_view (school_id, id),
        constraint report_subscription_report_known check (report in ('weekly', 'digest'))
      )`);
    await db.query(`
      create table report_pause (
        school_id  text not null,
        report     text not null,
        paused_at  timestamptz not null,
        paused_by  integer not null,
        reason     text not null,
        constraint report_pause_pk primary key (school_id, report),
        constraint report_pause_person_fk foreign key (school_id, paused_by) references person (school_id, id),
        constraint report_pause_report_known check (report in ('weekly', 'digest'))
      )`);
    await db.query('alter table school add column mail_names boolean not null default false');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table school drop column mail_names');
    await db.query('drop table report_pause');
    await db.query('drop table report_subscription');
  }
}
