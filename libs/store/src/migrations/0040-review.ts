import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decided about flags: what stands, one row an opening of a flag, and every decision as it was taken. Runs never write here. */
export class Review1764000000040 implements MigrationInterface {
  readonly name = 'Review1764000000040';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table review (
        school_id     text not null,
        flag_id       integer not null,
        applicant_id  integer not null,
        rule_code     text not null,
        state         text not null,
        level         text not null,
        decided_on    date not null,
        until_on      date,
        assigned_to   integer,
        because       text,
        note          text,
        decided_by    integer not null,
        decided_at    timestamptz not null,
        constraint review_pk primary key (school_id, flag_id),
        constraint review_flag_fk foreign key (school_id, flag_id) references flag (school_id, id),
        constraint review_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint review_assigned_fk foreign key (school_id, assigned_to) references person (school_id, id),
        constraint review_decided_fk foreign key (school_id, decided_by) references person (school_id, id),
        constraint review_state_known check (state in ('unreviewed', 'agreed', 'disagreed', 'snoozed', 'escalated')),
        constraint review_level_known check (level in ('note', 'watch', 'act', 'urgent')),
        constraint review_snooze_ends check ((state = 'snoozed') = (until_on is not null)),
        constraint review_disagrees_because check ((state = 'disagreed') = (because is not null))
      )`);
    await db.query('create index review_applicant_ix on review (school_id, applicant_id)');
    await db.query(`create index review_verdict_ix on review (school_id, rule_code, state) where state in ('agreed', 'disagreed')`);
    await db.query(`
      create table review_event (
        school_id     text not null,
        id            bigint generated always as identity,
        flag_id       integer not null,
        applicant_id  integer not null,
        rule_code     text not null,
        decision      text not null,
        state         text not null,
        level         text not null,
        decided_on    date not null,
        until_on      date,
        assigned_to   integer,
        because       text,
        note          text,
        decided_by    integer not null,
        decided_at    timestamptz not null,
        constraint review_event_pk primary key (school_id, id),
        constraint review_event_flag_fk foreign key (school_id, flag_id) references flag (school_id, id),
        constraint review_event_assigned_fk foreign key (school_id, assigned_to) references person (school_id, id),
        constraint review_event_decided_fk foreign key (school_id, decided_by) references person (school_id, id),
        constraint review_event_decision_known check (decision in ('agree', 'disagree', 'snooze', 'assign', 'escalate', 'reopen'))
      )`);
    await db.query('create index review_event_applicant_ix on review_event (school_id, applicant_id, id)');
    await db.query(`
      create trigger review_event_append_only before update or delete or truncate on review_event
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table review_event');
    await db.query('drop table review');
  }
}
