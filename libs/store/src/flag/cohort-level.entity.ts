import { Column, Entity, ForeignKey } from 'typeorm';

/** How many applicants stood where when a run was published. */
@Entity({ name: 'cohort_level' })
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'cohort_level_run_fk' })
export class CohortLevelEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'cohort_level_pk' })
  schoolId!: string;

  @Column({ name: 'run_id', type: 'integer', primary: true, primaryKeyConstraintName: 'cohort_level_pk' })
  runId!: number;

  @Column({ name: 'applicant_type', type: 'text', primary: true, primaryKeyConstraintName: 'cohort_level_pk' })
  applicantType!: string;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'cohort_level_pk' })
  specialty!: string;

  @Column({ name: 'risk_level', type: 'text', primary: true, primaryKeyConstraintName: 'cohort_level_pk' })
  riskLevel!: string;

  @Column({ type: 'integer' })
  applicants!: number;
}
