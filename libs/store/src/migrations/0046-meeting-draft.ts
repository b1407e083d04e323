import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is being typed of a meeting, so that a crash loses nothing. */
export class MeetingDraft1764000000046 implements MigrationInterface {
  readonly name = 'MeetingDraft1764000000046';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting_draft (
        school_id     text not null,
        author_id     integer not null,
        applicant_id  integer not null,
        content       jsonb not null,
        saved_at      timestamptz not null,
        constraint meeting_draft_pk primary key (school_id, author_id, applicant_id),
        constraint meeting_draft_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id),
        constraint meeting_draft_author_fk foreign key (school_id, author_id) references person (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table meeting_draft');
  }
}
