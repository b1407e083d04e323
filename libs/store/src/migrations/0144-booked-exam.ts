import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The exams that an applicant is booked for stand in the row of the list: calendars and reports take no document apart to find a day. */
export class BookedExam1764000000144 implements MigrationInterface {
  readonly name = 'BookedExam1764000000144';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table applicant_summary
        add column booked_exams jsonb not null default '[]',
        add column booked_until date`);
    await db.query(`
      update applicant_summary s set booked_exams = booked.exams, booked_until = booked.until
      from applicant a
      cross join lateral (
        select jsonb_agg(jsonb_build_array(exam ->> 'exam', exam ->> 'bookedFor') order by exam ->> 'bookedFor', exam ->> 'exam') as exams,
               max(exam ->> 'bookedFor')::date as until
        from json_array_elements(a.document -> 'exams') as exam
        where exam ->> 'bookedFor' is not null and exam ->> 'takenOn' is null
      ) as booked
      where s.school_id = a.school_id and s.applicant_id = a.id and booked.until is not null and a.document::text like '%"bookedFor"%'`);
    await db.query(
      'create index applicant_summary_booked_ix on applicant_summary (school_id, booked_until) where booked_until is not null',
    );
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table applicant_summary drop column booked_exams, drop column booked_until');
  }
}
