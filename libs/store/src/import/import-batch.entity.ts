import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** An import, from preview to apply. */
@Entity({ name: 'import_batch' })
@Check('import_batch_state_known', "state in ('previewed', 'held', 'applied', 'cancelled', 'undone', 'failed')")
@Check('import_batch_about_known', "about in ('applicants', 'programs')")
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'import_batch_school_fk' })
export class ImportBatchEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'import_batch_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'import_batch_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text', default: 'applicants' })
  about!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'integer', nullable: true })
  season!: number | null;

  @Column({ name: 'created_by', type: 'text' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'applied_at', type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: string;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  files!: unknown;

  @Column({ name: 'new_count', type: 'integer', default: 0 })
  newCount!: number;

  @Column({ name: 'changed_count', type: 'integer', default: 0 })
  changedCount!: number;

  @Column({ name: 'unchanged_count', type: 'integer', default: 0 })
  unchangedCount!: number;

  @Column({ name: 'refused_count', type: 'integer', default: 0 })
  refusedCount!: number;

  @Column({ name: 'held_because', type: 'text', nullable: true })
  heldBecause!: string | null;

  @Column({ name: 'run_id', type: 'integer', nullable: true })
  runId!: number | null;

  @Column({ name: 'decided_by', type: 'text', nullable: true })
  decidedBy!: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decision_reason', type: 'text', nullable: true })
  decisionReason!: string | null;
}
