import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of casework are ordered and found by where a school has very many: days, and the applicants of one advisor in all seasons. */
export class CaseworkListIndex1764000000145 implements MigrationInterface {
  readonly name = 'CaseworkListIndex1764000000145';
  async up(db: QueryRunner): Promise<void> {
    await db.query('drop index applicant_summary_advisor_ix');
    await db.query('create index applicant_summary_advisor_ix on applicant_summary (school_id, advisor, season)');
    await db.query(
      'create index applicant_summary_due_ix on applicant_summary (school_id, season, next_due_on) where next_due_on is not null',
    );
    await db.query(`create index meeting_day_ix on meeting (school_id, on_day) where state <> 'withdrawn'`);
    await db.query(`create index task_done_ix on task (school_id, done_on) where state = 'done'`);
    await db.query(`create index plan_draft_ix on plan (school_id, id) where state = 'draft'`);
    await db.query(`create index referral_due_ix on referral (school_id, due_on) where state in ('made', 'accepted')`);
    await db.query('create index plan_goal_due_ix on plan_goal (school_id, due_on)');
    await db.query(
      `create index meeting_intervention_due_ix on meeting_intervention (school_id, due_on) where answer = 'agreed' and goal is not null`,
    );
  }
  async down(db: QueryRunner): Promise<void> {
    for (const index of [
      'meeting_intervention_due_ix',
      'plan_goal_due_ix',
      'referral_due_ix',
      'plan_draft_ix',
      'task_done_ix',
      'meeting_day_ix',
      'applicant_summary_due_ix',
      'applicant_summary_advisor_ix',
    ])
      await db.query(`drop index ${index}`);
    await db.query('create index applicant_summary_advisor_ix on applicant_summary (school_id, season, advisor)');
  }
}
