import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views of the applicants that people keep and share, and who was in them when. */
export class CohortView1764000000080 implements MigrationInterface {
  readonly name = 'CohortView1764000000080';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table cohort_view (
        school_id       text not null,
        id              integer generated always as identity,
        kind            text not null,
        name            text not null,
        filter          jsonb not null,
        sort_by         text not null,
        sort_direction  text not null,
        hidden_columns  text[] not null,
        owner_id        integer not null,
        shared_with     text[] not null,
        version         integer not null default 1,
        created_on      date not null,
        changed_at      timestamptz not null,
        removed_at      timestamptz,
        constraint cohort_view_pk primary key (school_id, id),
        constraint cohort_view_owner_fk foreign key (school_id, owner_id) references person (school_id, id),
        constraint cohort_view_kind_known check (kind in ('filter', 'group')),
        constraint cohort_view_direction_known check (sort_direction in ('ASC', 'DESC'))
      )`);
    await db.query('create index cohort_view_standing_ix on cohort_view (school_id, id) where removed_at is null');
    await db.query(`
      create table cohort_membership (
        school_id     text not null,
        view_id       integer not null,
        applicant_id  integer not null,
        joined_on     date not null,
        left_on       date,
        constraint cohort_membership_pk primary key (school_id, view_id, applicant_id, joined_on),
        constraint cohort_membership_view_fk foreign key (school_id, view_id) references cohort_view (school_id, id),
        constraint cohort_membership_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id) on delete cascade,
        constraint cohort_membership_days check (left_on >= joined_on)
      )`);
    await db.query(
      'create unique index cohort_membership_now_uq on cohort_membership (school_id, view_id, applicant_id) where left_on is null',
    );
    await db.query('create index cohort_membership_applicant_ix on cohort_membership (school_id, applicant_id)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table cohort_membership');
    await db.query('drop table cohort_view');
  }
}
