import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a run went by and why it was held, as data; and runs of those whom another run could not assess. */
export class RunLedger1764000000091 implements MigrationInterface {
  readonly name = 'RunLedger1764000000091';
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table run
        add column retry_of integer,
        add column input_hash text,
        add column newly_not_assessable integer not null default 0,
        add column held jsonb not null default '[]',
        add constraint run_retry_fk foreign key (school_id, retry_of) references run (school_id, id),
        add constraint run_retry_named check ((kind = 'retry') = (retry_of is not null)),
        drop constraint run_kind_known,
        add constraint run_kind_known check (kind in ('nightly', 'weekly', 'manual', 'reassess', 'retry', 'shadow'))`);
    await db.query('create index run_retry_ix on run (school_id, retry_of) where retry_of is not null');
    await db.query('alter table run_chunk add column input_hash text');
  }
  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table run_chunk drop column input_hash');
    await db.query('drop index run_retry_ix');
    // What a retry answered and published stays: it becomes a reassessment of those few, which is what it was.
    await db.query(`
      alter table run
        drop constraint run_retry_named,
        drop constraint run_kind_known,
        drop constraint run_retry_fk,
        drop column retry_of, drop column input_hash, drop column newly_not_assessable, drop column held`);
    await db.query(`update run set kind = 'reassess', slot = 'retry:' || id where kind = 'retry'`);
    await db.query(`alter table run add constraint run_kind_known check (kind in ('nightly', 'weekly', 'manual', 'reassess', 'shadow'))`);
  }
}
