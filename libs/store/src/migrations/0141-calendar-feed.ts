import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The address under which a person's calendar program reads their calendar; of its token only the hash is kept. */
export class CalendarFeed1764000000141 implements MigrationInterface {
  readonly name = 'CalendarFeed1764000000141';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table calendar_feed (
        school_id   text not null,
        person_id   integer not null,
        token_hash  text not null,
        created_at  timestamptz not null,
        used_at     timestamptz,
        audited_on  date,
        constraint calendar_feed_pk primary key (school_id, person_id),
        constraint calendar_feed_person_fk foreign key (school_id, person_id) references person (school_id, id) on delete cascade
      )`);
    await db.query('create unique index calendar_feed_token_uq on calendar_feed (school_id, token_hash)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table calendar_feed');
  }
}
