import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The record as one versioned document, and every version it had before. */
export class Applicant1764000000003 implements MigrationInterface {
  readonly name = 'Applicant1764000000003';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table applicant (
        school_id    text not null,
        id           integer generated always as identity,
        external_id  text not null,
        season       integer not null,
        version      integer not null,
        document     jsonb not null,
        changed_by   text not null,
        changed_at   timestamptz not null,
        known_on     date not null,
        reason       text,
        source       text not null,
        import_id    integer,
        constraint applicant_pk primary key (school_id, id),
        constraint applicant_external_id_uq unique (school_id, external_id),
        constraint applicant_school_fk foreign key (school_id) references school (school_id),
        constraint applicant_source_known check (source in ('screen', 'import', 'api', 'demo'))
      )`);
    // A run reads every document: kept in the row as far as it fits, there is no second table to fetch it from.
    await db.query('alter table applicant set (toast_tuple_target = 8160)');
    await db.query('alter table applicant alter column document set storage main');
    await db.query('create index applicant_cohort_ix on applicant (school_id, season, id)');
    await db.query(`
      create table applicant_history (
        school_id     text not null,
        applicant_id  integer not null,
        version       integer not null,
        document      jsonb not null,
        changed_by    text not null,
        changed_at    timestamptz not null,
        known_on      date not null,
        reason        text,
        source        text not null,
        import_id     integer,
        constraint applicant_history_pk primary key (school_id, applicant_id, version),
        constraint applicant_history_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table applicant_history');
    await db.query('drop table applicant');
  }
}
