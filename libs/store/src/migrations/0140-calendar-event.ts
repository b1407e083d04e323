import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days of a school's own that no rule reads: workshops, evenings, days for letters. */
export class CalendarEvent1764000000140 implements MigrationInterface {
  readonly name = 'CalendarEvent1764000000140';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table calendar_event (
        school_id   text not null,
        id          integer generated always as identity,
        season      integer not null,
        from_day    date not null,
        to_day      date not null,
        kind        text not null,
        title       text not null,
        source      text,
        version     integer not null default 1,
        changed_by  integer not null,
        changed_at  timestamptz not null,
        constraint calendar_event_pk primary key (school_id, id),
        constraint calendar_event_by_fk foreign key (school_id, changed_by) references person (school_id, id),
        constraint calendar_event_kind_known check (kind in ('workshop', 'interview-practice', 'letters', 'information', 'deadline', 'other')),
        constraint calendar_event_days check (to_day >= from_day)
      )`);
    await db.query('create index calendar_event_day_ix on calendar_event (school_id, from_day)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table calendar_event');
  }
}
