import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** An answer of a run that differs from the one that stood. */
@Entity({ name: 'run_answer' })
@Index('run_answer_applicant_ix', ['schoolId', 'applicantId', 'runId'])
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'run_answer_run_fk' })
export class RunAnswerEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'run_answer_pk' })
  schoolId!: string;

  @Column({ name: 'run_id', type: 'integer', primary: true, primaryKeyConstraintName: 'run_answer_pk' })
  runId!: number;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'run_answer_pk' })
  applicantId!: number;

  @Column({ name: 'record_version', type: 'integer' })
  recordVersion!: number;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ name: 'risk_level', type: 'text' })
  riskLevel!: string;

  @Column({ type: 'jsonb' })
  answer!: unknown;

  /** By rule, the first day by which something is to be done about a finding that asks for a review. */
  @Column({ type: 'jsonb', nullable: true })
  due!: unknown;

  /** What the assessment was told of the school's own work; null where the school had done nothing and no answer stood. */
  @Column({ type: 'jsonb', nullable: true })
  casework!: unknown;
}
