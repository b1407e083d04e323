import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of runs: one row per slot, its chunks, and the answers that differ from the standing ones. */
export class Run1764000000007 implements MigrationInterface {
  readonly name = 'Run1764000000007';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table run (
        school_id       text not null,
        id              integer generated always as identity,
        season          integer not null,
        kind            text not null,
        slot            text not null,
        state           text not null default 'queued',
        outcome         text,
        as_of           date not null,
        policy_version  text not null,
        rules_digest    text not null,
        requested_by    text not null,
        reason          text,
        applicant_ids   integer[],
        queued_at       timestamptz not null default now(),
        started_at      timestamptz,
        closed_at       timestamptz,
        published_at    timestamptz,
        rung_at         timestamptz not null default now(),
        chunks_total    integer not null default 0,
        chunks_done     integer not null default 0,
        population      integer not null default 0,
        assessed        integer not null default 0,
        unchanged       integer not null default 0,
        not_assessable  integer not null default 0,
        failed          integer not null default 0,
        opened          integer not null default 0,
        raised          integer not null default 0,
        lowered         integer not null default 0,
        closed          integer not null default 0,
        levels          jsonb not null default '{}',
        constraint run_pk primary key (school_id, id),
        constraint run_slot_uq unique (school_id, season, kind, slot),
        constraint run_school_fk foreign key (school_id) references school (school_id),
        constraint run_kind_known check (kind in ('nightly', 'weekly', 'manual', 'reassess')),
        constraint run_state_known check (state in ('queued', 'assessing', 'closed', 'published', 'held', 'cancelled', 'failed')),
        constraint run_outcome_known check (outcome in ('complete', 'partial'))
      )`);
    await db.query(`create index run_live_ix on run (rung_at) where state in ('queued', 'assessing', 'closed')`);
    await db.query('create index run_published_ix on run (school_id, season, published_at) where published_at is not null');
    await db.query(`
      create table run_chunk (
        school_id   text not null,
        run_id      integer not null,
        no          integer not null,
        first_id    integer not null,
        last_id     integer not null,
        ids         integer[],
        population  integer not null,
        state       text not null default 'open',
        reason      text,
        done_at     timestamptz,
        constraint run_chunk_pk primary key (school_id, run_id, no),
        constraint run_chunk_run_fk foreign key (school_id, run_id) references run (school_id, id),
        constraint run_chunk_state_known check (state in ('open', 'done', 'failed'))
      )`);
    await db.query(`
      create table run_answer (
        school_id       text not null,
        run_id          integer not null,
        applicant_id    integer not null,
        record_version  integer not null,
        digest          text not null,
        risk_level      text not null,
        answer          jsonb not null,
        constraint run_answer_pk primary key (school_id, run_id, applicant_id),
        constraint run_answer_run_fk foreign key (school_id, run_id) references run (school_id, id)
      )`);
    await db.query('alter table run_answer set (toast_tuple_target = 8160)');
    await db.query('alter table run_answer alter column answer set storage main');
    await db.query('create index run_answer_applicant_ix on run_answer (school_id, applicant_id, run_id)');
    await db.query(`
      create table run_problem (
        school_id     text not null,
        run_id        integer not null,
        no            integer generated always as identity,
        chunk_no      integer not null,
        applicant_id  integer,
        message       text not null,
        constraint run_problem_pk primary key (school_id, run_id, no),
        constraint run_problem_run_fk foreign key (school_id, run_id) references run (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    for (const table of ['run_problem', 'run_answer', 'run_chunk', 'run']) await db.query(`drop table ${table}`);
  }
}
