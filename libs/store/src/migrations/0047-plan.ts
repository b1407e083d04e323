import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Plans with their phases and goals, and every version of them. */
export class Plan1764000000047 implements MigrationInterface {
  readonly name = 'Plan1764000000047';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table plan (
        school_id      text not null,
        id             integer generated always as identity,
        applicant_id   integer not null,
        state          text not null,
        agreed_on      date,
        agreed_with    text,
        agreed_by      integer,
        closed_on      date,
        ending         text,
        closed_reason  text,
        version        integer not null default 1,
        created_by     integer not null,
        created_at     timestamptz not null,
        changed_at     timestamptz not null,
        constraint plan_pk primary key (school_id, id),
        constraint plan_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint plan_created_fk foreign key (school_id, created_by) references person (school_id, id),
        constraint plan_agreed_fk foreign key (school_id, agreed_by) references person (school_id, id),
        constraint plan_state_known check (state in ('draft', 'agreed', 'closed')),
        constraint plan_ending_known check (ending in ('reached', 'replaced', 'no-longer-needed')),
        constraint plan_agreed_said check (state <> 'agreed' or (agreed_on is not null and agreed_with is not null and agreed_by is not null)),
        constraint plan_closed_said check ((state = 'closed') = (closed_on is not null and ending is not null))
      )`);
    await db.query(`create unique index plan_standing_uq on plan (school_id, applicant_id) where state <> 'closed'`);
    await db.query('create index plan_applicant_ix on plan (school_id, applicant_id, id)');
    await db.query(`
      create table plan_phase (
        school_id   text not null,
        plan_id     integer not null,
        phase       text not null,
        entered_on  date,
        left_on     date,
        constraint plan_phase_pk primary key (school_id, plan_id, phase),
        constraint plan_phase_plan_fk foreign key (school_id, plan_id) references plan (school_id, id),
        constraint plan_phase_phase_known check (phase in ('stabilize', 'rebuild', 'communicate', 'contingency')),
        constraint plan_phase_days check (left_on >= entered_on)
      )`);
    await db.query(`
      create table plan_goal (
        school_id  text not null,
        plan_id    integer not null,
        no         smallint not null,
        change     jsonb not null,
        due_on     date not null,
        constraint plan_goal_pk primary key (school_id, plan_id, no),
        constraint plan_goal_plan_fk foreign key (school_id, plan_id) references plan (school_id, id)
      )`);
    await db.query(`
      create table plan_revision (
        school_id  text not null,
        plan_id    integer not null,
        version    integer not null,
        by_id      integer not null,
        at         timestamptz not null,
        reason     text,
        content    jsonb not null,
        constraint plan_revision_pk primary key (school_id, plan_id, version),
        constraint plan_revision_plan_fk foreign key (school_id, plan_id) references plan (school_id, id),
        constraint plan_revision_by_fk foreign key (school_id, by_id) references person (school_id, id)
      )`);
    await db.query(`
      create trigger plan_revision_append_only before update or delete on plan_revision
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table plan_revision');
    await db.query('drop table plan_goal');
    await db.query('drop table plan_phase');
    await db.query('drop table plan');
  }
}
