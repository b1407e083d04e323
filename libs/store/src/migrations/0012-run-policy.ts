import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A run carries the whole of the policy it uses; a shadow run carries a draft beside it and can never be published. */
export class RunPolicy1764000000012 implements MigrationInterface {
  readonly name = 'RunPolicy1764000000012';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table run
        add column policy_version_id integer,
        add column policy_changes jsonb not null default '{}',
        add column base_policy_version text,
        add column base_policy_changes jsonb,
        add constraint run_policy_version_fk foreign key (school_id, policy_version_id) references policy_version (school_id, id),
        drop constraint run_kind_known,
        add constraint run_kind_known check (kind in ('nightly', 'weekly', 'manual', 'reassess', 'shadow')),
        drop constraint run_state_known,
        add constraint run_state_known check (state in ('queued', 'assessing', 'closed', 'published', 'held', 'compared', 'cancelled', 'failed')),
        add constraint run_shadow_apart check (
          case when kind = 'shadow'
               then state in ('queued', 'assessing', 'compared', 'cancelled', 'failed') and published_at is null and policy_version_id is not null
                    and (state not in ('assessing', 'compared') or base_policy_version is not null)
               else state <> 'compared' and base_policy_version is null end)`);
    await db.query(`create index run_shadow_ix on run (school_id, policy_version_id) where kind = 'shadow'`);
    await db.query('alter table run_chunk add column shadow_tally jsonb');
    await db.query(`
      create table shadow_change (
        school_id     text not null,
        run_id        integer not null,
        applicant_id  integer not null,
        old_level     text not null,
        new_level     text not null,
        move          text,
        findings      jsonb not null,
        constraint shadow_change_pk primary key (school_id, run_id, applicant_id),
        constraint shadow_change_run_fk foreign key (school_id, run_id) references run (school_id, id)
      )`);
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table shadow_change');
    await db.query('alter table run_chunk drop column shadow_tally');
    for (const table of ['run_chunk', 'run_problem'])
      await db.query(
        `delete from ${table} using run where run.school_id = ${table}.school_id and run.id = ${table}.run_id and run.kind = 'shadow'`,
      );
    await db.query(`delete from run where kind = 'shadow'`);
    await db.query(`
      alter table run
        drop constraint run_shadow_apart,
        drop constraint run_state_known,
        add constraint run_state_known check (state in ('queued', 'assessing', 'closed', 'published', 'held', 'cancelled', 'failed')),
        drop constraint run_kind_known,
        add constraint run_kind_known check (kind in ('nightly', 'weekly', 'manual', 'reassess')),
        drop column policy_version_id, drop column policy_changes, drop column base_policy_version, drop column base_policy_changes`);
  }
}
