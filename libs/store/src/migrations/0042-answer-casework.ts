import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an answer was told of the school's own work is kept with it; since when a level stands is kept with the answer that stands. */
export class AnswerCasework1764000000042 implements MigrationInterface {
  readonly name = 'AnswerCasework1764000000042';
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table run_answer add column casework jsonb');
    await db.query('alter table standing_answer add column level_since date, add column at_risk_since date');
    await db.query(`
      with step as (                                  -- levels in their order, each with the one before
        select school_id, applicant_id, on_day, run_id, new_level in ('at-risk', 'high-risk') as at_risk,
               lag(new_level in ('at-risk', 'high-risk')) over (partition by school_id, applicant_id order by on_day, run_id) as was_at_risk
        from level_change
      ), since as (
        select school_id, applicant_id, max(on_day) as level_since,
               max(on_day) filter (where at_risk and was_at_risk is not true) as at_risk_since
        from step group by school_id, applicant_id
      )
      update standing_answer s
      set level_since = since.level_since,
          at_risk_since = case when s.risk_level in ('at-risk', 'high-risk') then since.at_risk_since end
      from since where s.school_id = since.school_id and s.applicant_id = since.applicant_id`);
    await db.query('update standing_answer set level_since = as_of where level_since is null');
    await db.query('alter table standing_answer alter column level_since set not null');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table standing_answer drop column level_since, drop column at_risk_since');
    await db.query('alter table run_answer drop column casework');
  }
}
