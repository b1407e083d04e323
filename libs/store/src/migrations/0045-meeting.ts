import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings, what was advised in them, and every version of what was written down. */
export class Meeting1764000000045 implements MigrationInterface {
  readonly name = 'Meeting1764000000045';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting (
        school_id         text not null,
        id                integer generated always as identity,
        applicant_id      integer not null,
        author_id         integer not null,
        state             text not null,
        kind              text not null,
        on_day            date not null,
        at_time           text,
        minutes           integer,
        met_with          text not null,
        staff_ids         integer[] not null,
        others            text[] not null,
        topics            text[] not null,
        note              text,
        restricted        boolean not null,
        next_step         text,
        next_on           date,
        withdrawn_reason  text,
        version           integer not null default 1,
        created_at        timestamptz not null,
        changed_at        timestamptz not null,
        changed_by        integer not null,
        constraint meeting_pk primary key (school_id, id),
        constraint meeting_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint meeting_author_fk foreign key (school_id, author_id) references person (school_id, id),
        constraint meeting_changed_fk foreign key (school_id, changed_by) references person (school_id, id),
        constraint meeting_state_known check (state in ('planned', 'held', 'missed', 'withdrawn')),
        constraint meeting_kind_known check (kind in ('in-person', 'video', 'phone', 'group', 'writing')),
        constraint meeting_met_with_known check (met_with in ('dean', 'advisor', 'other')),
        constraint meeting_withdrawn_said check ((state = 'withdrawn') = (withdrawn_reason is not null)),
        constraint meeting_next_step_has_day check ((next_step is null) = (next_on is null))
      )`);
    await db.query('create index meeting_applicant_ix on meeting (school_id, applicant_id, on_day)');
    await db.query('create index meeting_author_ix on meeting (school_id, author_id, on_day)');
    await db.query(`
      create table meeting_intervention (
        school_id     text not null,
        meeting_id    integer not null,
        no            smallint not null,
        intervention  text not null,
        answer        text not null,
        why           text,
        goal          jsonb,
        due_on        date,
        constraint meeting_intervention_pk primary key (school_id, meeting_id, no),
        constraint meeting_intervention_meeting_fk foreign key (school_id, meeting_id) references meeting (school_id, id),
        constraint meeting_intervention_answer_known check (answer in ('agreed', 'declined', 'deferred', 'open')),
        constraint meeting_intervention_goal_due check (goal is null or due_on is not null)
      )`);
    await db.query(`
      create table meeting_revision (
        school_id   text not null,
        meeting_id  integer not null,
        version     integer not null,
        by_id       integer not null,
        at          timestamptz not null,
        reason      text,
        content     jsonb not null,
        constraint meeting_revision_pk primary key (school_id, meeting_id, version),
        constraint meeting_revision_meeting_fk foreign key (school_id, meeting_id) references meeting (school_id, id),
        constraint meeting_revision_by_fk foreign key (school_id, by_id) references person (school_id, id)
      )`);
    await db.query(`
      create trigger meeting_revision_append_only before update or delete on meeting_revision
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table meeting_revision');
    await db.query('drop table meeting_intervention');
    await db.query('drop table meeting');
  }
}
