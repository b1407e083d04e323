import { Column, Entity, ForeignKey } from 'typeorm';

/** What a draft would change for one applicant, against the policy in force on the same record and day. */
@Entity({ name: 'shadow_change' })
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'shadow_change_run_fk' })
export class ShadowChangeEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'shadow_change_pk' })
  schoolId!: string;

  @Column({ name: 'run_id', type: 'integer', primary: true, primaryKeyConstraintName: 'shadow_change_pk' })
  runId!: number;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'shadow_change_pk' })
  applicantId!: number;

  @Column({ name: 'old_level', type: 'text' })
  oldLevel!: string;

  @Column({ name: 'new_level', type: 'text' })
  newLevel!: string;

  /** Null when the level stays and only findings differ. */
  @Column({ type: 'text', nullable: true })
  move!: string | null;

  @Column({ type: 'jsonb' })
  findings!: unknown;
}
