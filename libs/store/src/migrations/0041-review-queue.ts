import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the review queue is ordered and filtered by: of each flag when it rose and which day matters, of each applicant what waits. */
export class ReviewQueue1764000000041 implements MigrationInterface {
  readonly name = 'ReviewQueue1764000000041';
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table run_answer add column due jsonb');
    await db.query('alter table flag add column risen_on date, add column due_on date');
    await db.query(`
      update flag set risen_on = coalesce(
        (select max(e.on_day) from flag_event e where e.school_id = flag.school_id and e.flag_id = flag.id and e.kind in ('opened', 'raised')),
        flag.opened_on)`);
    await db.query('alter table flag alter column risen_on set not null');
    await db.query(`
      alter table applicant_summary
        add column review_revision integer not null default 1,
        add column review_flags integer not null default 0,
        add column review_rank smallint not null default 0,
        add column review_since date,
        add column review_due_on date,
        add column review_wakes_on date,
        add column review_people integer[] not null default '{}',
        add column review_escalated integer[] not null default '{}',
        add column review_nobody boolean not null default false`);
    // Nothing is reviewed yet: every open flag at a level that is reviewed waits.
    await db.query(`
      update applicant_summary s
      set review_flags = w.flags, review_rank = w.rank, review_since = w.since, review_nobody = true
      from (select school_id, applicant_id, count(*) as flags, max(case level when 'urgent' then 3 else 2 end) as rank, min(risen_on) as since
            from flag where closed_run is null and level in ('act', 'urgent') and rule_code not like 'care.%'
            group by school_id, applicant_id) as w
      where s.school_id = w.school_id and s.applicant_id = w.applicant_id`);
    await db.query('create index applicant_summary_review_ix on applicant_summary (school_id, season) where review_flags > 0');
    await db.query(
      'create index applicant_summary_snooze_ix on applicant_summary (school_id, season, review_wakes_on) where review_wakes_on is not null',
    );
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table applicant_summary
        drop column review_revision, drop column review_flags, drop column review_rank, drop column review_since, drop column review_due_on,
        drop column review_wakes_on, drop column review_people, drop column review_escalated, drop column review_nobody`);
    await db.query('alter table flag drop column risen_on, drop column due_on');
    await db.query('alter table run_answer drop column due');
  }
}
