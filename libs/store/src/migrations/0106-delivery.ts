import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger of mail: one row per report, period and recipient, every try at it, and what people decided about it. */
export class Delivery1764000000106 implements MigrationInterface {
  readonly name = 'Delivery1764000000106';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table delivery (
        school_id     text not null,
        id            integer generated always as identity,
        report        text not null,
        topic         text not null,
        period        date not null,
        person_id     integer not null,
        season        integer,
        view_id       integer,
        edition_id    integer,
        events_after  bigint,
        events_upto   bigint,
        state         text not null,
        reason        text,
        tries         integer not null default 0,
        attempts      integer not null default 0,
        asked_again   boolean not null default false,
        promised_at   timestamptz not null,
        due_at        timestamptz not null default clock_timestamp(),
        rung_at       timestamptz not null default clock_timestamp(),
        lease_until   timestamptz,
        created_at    timestamptz not null default clock_timestamp(),
        ended_at      timestamptz,
        constraint delivery_pk primary key (school_id, id),
        constraint delivery_once_uq unique (school_id, report, topic, period, person_id),
        constraint delivery_person_fk foreign key (school_id, person_id) references person (school_id, id),
        constraint delivery_view_fk foreign key (school_id, view_id) references cohort_view (school_id, id),
        constraint delivery_report_known check (report in ('weekly', 'digest')),
        constraint delivery_state_known check (state in ('due', 'sending', 'sent', 'failed', 'uncertain', 'skipped')),
        constraint delivery_leased check ((state = 'sending') = (lease_until is not null)),
        constraint delivery_ended check ((state in ('due', 'sending')) = (ended_at is null)),
        constraint delivery_skipped_because check (state <> 'skipped' or reason is not null),
        constraint delivery_bounded check ((report = 'digest') = (events_upto is not null and events_after is not null))
      )`);
    await db.query(`create index delivery_open_ix on delivery (school_id, due_at) where state in ('due', 'sending')`);
    await db.query('create index delivery_period_ix on delivery (school_id, period)');
    await db.query('create index delivery_person_ix on delivery (school_id, person_id, report)');
    await db.query(`
      create table delivery_attempt (
        school_id    text not null,
        delivery_id  integer not null,
        no           integer not null,
        started_at   timestamptz not null default clock_timestamp(),
        content_at   timestamptz,
        ended_at     timestamptz,
        message_id   text,
        outcome      text,
        fault        text,
        reply_code   integer,
        reply        text,
        constraint delivery_attempt_pk primary key (school_id, delivery_id, no),
        constraint delivery_attempt_delivery_fk foreign key (school_id, delivery_id) references delivery (school_id, id),
        constraint delivery_attempt_outcome_known check (outcome in ('accepted', 'deferred', 'refused', 'uncertain', 'interrupted')),
        constraint delivery_attempt_whole check ((outcome is null) = (ended_at is null))
      )`);
    await db.query(`
      create table delivery_decision (
        school_id    text not null,
        id           integer generated always as identity,
        delivery_id  integer not null,
        decision     text not null,
        reason       text not null,
        by_id        integer not null,
        at           timestamptz not null,
        constraint delivery_decision_pk primary key (school_id, id),
        constraint delivery_decision_delivery_fk foreign key (school_id, delivery_id) references delivery (school_id, id),
        constraint delivery_decision_by_fk foreign key (school_id, by_id) references person (school_id, id),
        constraint delivery_decision_known check (decision in ('arrived', 'again'))
      )`);
    await db.query('create index delivery_decision_delivery_ix on delivery_decision (school_id, delivery_id)');
    await db.query(`
      create trigger delivery_decision_append_only before update or delete or truncate on delivery_decision
      for each statement execute function refuse_rewrite()`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table delivery_decision');
    await db.query('drop table delivery_attempt');
    await db.query('drop table delivery');
  }
}
