import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is done by itself at set times, and the ledger of those times: one row per slot, whoever ticks. */
export class Schedule1764000000090 implements MigrationInterface {
  readonly name = 'Schedule1764000000090';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table schedule (
        school_id      text not null,
        id             integer generated always as identity,
        kind           text not null,
        cron           text not null,
        time_zone      text not null,
        since          timestamptz not null default now(),
        paused_at      timestamptz,
        paused_by      text,
        paused_reason  text,
        constraint schedule_pk primary key (school_id, id),
        constraint schedule_kind_uq unique (school_id, kind),
        constraint schedule_school_fk foreign key (school_id) references school (school_id),
        constraint schedule_pause_whole check ((paused_at is null) = (paused_by is null) and (paused_at is null) = (paused_reason is null))
      )`);
    await db.query(`
      create table schedule_slot (
        school_id    text not null,
        schedule_id  integer not null,
        slot_at      timestamptz not null,
        on_day       date not null,
        state        text not null,
        late         boolean not null default false,
        taken_at     timestamptz not null,
        run_ids      integer[] not null default '{}',
        why          text,
        constraint schedule_slot_pk primary key (school_id, schedule_id, slot_at),
        constraint schedule_slot_schedule_fk foreign key (school_id, schedule_id) references schedule (school_id, id),
        constraint schedule_slot_state_known check (state in ('started', 'nothing', 'passed-over', 'paused', 'failed'))
      )`);
    await db.query(`
      insert into schedule (school_id, kind, cron, time_zone)
      select school_id, kind, cron, time_zone from school cross join (values ('nightly', '0 2 * * *'), ('weekly', '0 5 * * 1')) as each (kind, cron)`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table schedule_slot');
    await db.query('drop table schedule');
  }
}
