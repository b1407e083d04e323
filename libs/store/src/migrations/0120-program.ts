import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The school's table of programs: each a versioned document, every fact in it with its source and day, and every version it had before. */
export class Program1764000000120 implements MigrationInterface {
  readonly name = 'Program1764000000120';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table program (
        school_id    text not null,
        id           integer generated always as identity,
        code         text not null,
        name         text not null,
        name_key     text not null,
        specialty    text not null,
        state        text,
        checked_on   date,
        document     json not null,
        version      integer not null,
        changed_by   text not null,
        changed_at   timestamptz not null,
        source       text not null,
        import_id    integer,
        constraint program_pk primary key (school_id, id),
        constraint program_code_uq unique (school_id, code),
        constraint program_school_fk foreign key (school_id) references school (school_id),
        constraint program_source_known check (source in ('screen', 'import', 'demo'))
      )`);
    await db.query('create index program_name_key_ix on program (school_id, name_key)');
    await db.query(`
      create table program_history (
        school_id    text not null,
        program_id   integer not null,
        version      integer not null,
        document     json not null,
        changed_by   text not null,
        changed_at   timestamptz not null,
        source       text not null,
        import_id    integer,
        constraint program_history_pk primary key (school_id, program_id, version),
        constraint program_history_program_fk foreign key (school_id, program_id) references program (school_id, id)
      )`);
    await db.query(`
      create trigger program_history_append_only before update or delete on program_history
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table program_history');
    await db.query('drop table program');
  }
}
