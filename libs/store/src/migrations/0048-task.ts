import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks, of a plan, from a meeting, or by themselves. */
export class Task1764000000048 implements MigrationInterface {
  readonly name = 'Task1764000000048';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table task (
        school_id     text not null,
        id            integer generated always as identity,
        applicant_id  integer not null,
        plan_id       integer,
        meeting_id    integer,
        phase         text,
        advice        text,
        answers       text[] not null,
        title         text not null,
        owner         text not null,
        owner_id      integer,
        due_on        date not null,
        remind_on     date,
        state         text not null,
        done_on       date,
        outcome       text,
        closed_by     integer,
        restricted    boolean not null,
        version       integer not null default 1,
        created_by    integer not null,
        created_at    timestamptz not null,
        changed_at    timestamptz not null,
        constraint task_pk primary key (school_id, id),
        constraint task_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint task_plan_fk foreign key (school_id, plan_id) references plan (school_id, id),
        constraint task_meeting_fk foreign key (school_id, meeting_id) references meeting (school_id, id),
        constraint task_owner_fk foreign key (school_id, owner_id) references person (school_id, id),
        constraint task_closed_fk foreign key (school_id, closed_by) references person (school_id, id),
        constraint task_created_fk foreign key (school_id, created_by) references person (school_id, id),
        constraint task_phase_known check (phase in ('stabilize', 'rebuild', 'communicate', 'contingency')),
        constraint task_owner_known check (owner in ('applicant', 'advisor', 'dean', 'person')),
        constraint task_state_known check (state in ('open', 'done', 'dropped')),
        constraint task_owner_named check ((owner = 'person') = (owner_id is not null)),
        constraint task_done_said check ((state = 'done') = (done_on is not null))
      )`);
    await db.query('create index task_applicant_ix on task (school_id, applicant_id, due_on)');
    await db.query('create index task_plan_ix on task (school_id, plan_id) where plan_id is not null');
    await db.query('create index task_meeting_ix on task (school_id, meeting_id) where meeting_id is not null');
    await db.query(`create index task_due_ix on task (school_id, due_on) where state = 'open'`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table task');
  }
}
