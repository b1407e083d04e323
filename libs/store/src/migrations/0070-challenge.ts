import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What applicants say is wrong about something held about them, by when it is answered, and what became of it. */
export class Challenge1764000000070 implements MigrationInterface {
  readonly name = 'Challenge1764000000070';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table challenge (
        school_id          text not null,
        id                 integer generated always as identity,
        applicant_id       integer not null,
        kind               text not null,
        about              text not null,
        contested          text not null,
        says               text not null,
        received_on        date not null,
        due_on             date not null,
        state              text not null default 'open',
        record_version     integer not null,
        recorded_by        integer not null,
        recorded_at        timestamptz not null,
        decided_by         integer,
        decided_at         timestamptz,
        reason             text,
        statement          text,
        corrected_version  integer,
        run_id             integer,
        constraint challenge_pk primary key (school_id, id),
        constraint challenge_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint challenge_recorded_fk foreign key (school_id, recorded_by) references person (school_id, id),
        constraint challenge_decided_fk foreign key (school_id, decided_by) references person (school_id, id),
        constraint challenge_run_fk foreign key (school_id, run_id) references run (school_id, id),
        constraint challenge_kind_known check (kind in ('fact', 'finding')),
        constraint challenge_state_known check (state in ('open', 'corrected', 'declined')),
        constraint challenge_due_after check (due_on >= received_on),
        constraint challenge_decided check ((state = 'open') = (decided_at is null) and (state = 'open') = (decided_by is null)),
        constraint challenge_corrected check ((state = 'corrected') = (corrected_version is not null))
      )`);
    await db.query('create index challenge_applicant_ix on challenge (school_id, applicant_id)');
    await db.query(`create index challenge_due_ix on challenge (school_id, due_on) where state = 'open'`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table challenge');
  }
}
