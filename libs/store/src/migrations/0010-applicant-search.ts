import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a search looks through, apart from the summary: a run rewrites the summary of everybody whose answer changed, and each new
 * version of a row would have to be put into the trigram index again, which was half of what publishing cost.
 */
export class ApplicantSearch1764000000010 implements MigrationInterface {
  readonly name = 'ApplicantSearch1764000000010';
  async up(db: QueryRunner): Promise<void> {
    await db.query('create extension if not exists pg_trgm');
    await db.query(`
      create table applicant_search (
        school_id     text not null,
        applicant_id  integer not null,
        search_text   text not null,
        constraint applicant_search_pk primary key (school_id, applicant_id),
        constraint applicant_search_applicant_fk foreign key (school_id, applicant_id) references applicant (school_id, id)
      )`);
    await db.query('create index applicant_search_text_ix on applicant_search using gin (search_text gin_trgm_ops)');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table applicant_search');
  }
}
