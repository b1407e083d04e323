import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Checklists begun for an applicant, with what was ticked. */
export class Checklist1764000000049 implements MigrationInterface {
  readonly name = 'Checklist1764000000049';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table checklist (
        school_id     text not null,
        id            integer generated always as identity,
        applicant_id  integer not null,
        template      text not null,
        started_by    integer not null,
        started_at    timestamptz not null,
        constraint checklist_pk primary key (school_id, id),
        constraint checklist_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint checklist_started_fk foreign key (school_id, started_by) references person (school_id, id)
      )`);
    await db.query('create unique index checklist_once_uq on checklist (school_id, applicant_id, template)');
    await db.query(`
      create table checklist_tick (
        school_id     text not null,
        checklist_id  integer not null,
        section       text not null,
        item          text not null,
        on_day        date not null,
        evidence      text,
        ticked_by     integer not null,
        ticked_at     timestamptz not null,
        constraint checklist_tick_pk primary key (school_id, checklist_id, section, item),
        constraint checklist_tick_checklist_fk foreign key (school_id, checklist_id) references checklist (school_id, id),
        constraint checklist_tick_by_fk foreign key (school_id, ticked_by) references person (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table checklist_tick');
    await db.query('drop table checklist');
  }
}
