import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An import from preview to apply: what each applicant would become, and every row that was refused. */
export class Import1764000000006 implements MigrationInterface {
  readonly name = 'Import1764000000006';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table import_batch (
        school_id     text not null,
        id            integer generated always as identity,
        state         text not null,
        season        integer,
        created_by    text not null,
        created_at    timestamptz not null default now(),
        applied_at    timestamptz,
        known_on      date not null,
        files         jsonb not null default '[]',
        new_count        integer not null default 0,
        changed_count    integer not null default 0,
        unchanged_count  integer not null default 0,
        refused_count    integer not null default 0,
        held_because  text,
        run_id        integer,
        constraint import_batch_pk primary key (school_id, id),
        constraint import_batch_school_fk foreign key (school_id) references school (school_id),
        constraint import_batch_state_known check (state in ('previewed', 'held', 'applied', 'cancelled', 'undone', 'failed'))
      )`);
    await db.query(`
      create table import_row (
        school_id      text not null,
        import_id      integer not null,
        external_id    text not null,
        verdict        text not null,
        base_version   integer,
        document       jsonb not null,
        changed_paths  text[] not null default '{}',
        constraint import_row_pk primary key (school_id, import_id, external_id),
        constraint import_row_batch_fk foreign key (school_id, import_id) references import_batch (school_id, id) on delete cascade,
        constraint import_row_verdict_known check (verdict in ('new', 'changed', 'unchanged'))
      )`);
    await db.query(`
      create table import_refusal (
        school_id    text not null,
        import_id    integer not null,
        no           integer not null,
        file         text not null,
        row_no       integer not null,
        column_name  text,
        external_id  text,
        reason       text not null,
        constraint import_refusal_pk primary key (school_id, import_id, no),
        constraint import_refusal_batch_fk foreign key (school_id, import_id) references import_batch (school_id, id) on delete cascade
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const table of ['import_refusal', 'import_row', 'import_batch']) await db.query(`drop table ${table}`);
  }
}
