import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** A range of applicants of a run: one job. */
@Entity({ name: 'run_chunk' })
@Check('run_chunk_state_known', "state in ('open', 'done', 'failed')")
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'run_chunk_run_fk' })
export class RunChunkEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'run_chunk_pk' })
  schoolId!: string;

  @Column({ name: 'run_id', type: 'integer', primary: true, primaryKeyConstraintName: 'run_chunk_pk' })
  runId!: number;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'run_chunk_pk' })
  no!: number;

  @Column({ name: 'first_id', type: 'integer' })
  firstId!: number;

  @Column({ name: 'last_id', type: 'integer' })
  lastId!: number;

  @Column({ type: 'integer', array: true, nullable: true })
  ids!: number[] | null;

  @Column({ type: 'integer' })
  population!: number;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Of a shadow run: `[type, advisor, level before, level after, applicants]` of everybody in the range. */
  @Column({ name: 'shadow_tally', type: 'jsonb', nullable: true })
  shadowTally!: unknown;

  @Column({ name: 'input_hash', type: 'text', nullable: true })
  inputHash!: string | null;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  doneAt!: Date | null;
}
