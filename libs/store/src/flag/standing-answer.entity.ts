import { Column, Entity, ForeignKey } from 'typeorm';

/** Which answer of which run stands for an applicant. */
@Entity({ name: 'standing_answer' })
@ForeignKey('RunAnswerEntity', ['schoolId', 'runId', 'applicantId'], ['schoolId', 'runId', 'applicantId'], {
  name: 'standing_answer_run_answer_fk',
})
export class StandingAnswerEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'standing_answer_pk' })
  schoolId!: string;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'standing_answer_pk' })
  applicantId!: number;

  @Column({ name: 'run_id', type: 'integer' })
  runId!: number;

  @Column({ name: 'record_version', type: 'integer' })
  recordVersion!: number;

  @Column({ name: 'as_of', type: 'date' })
  asOf!: string;

  @Column({ type: 'text' })
  digest!: string;

  @Column({ name: 'risk_level', type: 'text' })
  riskLevel!: string;

  @Column({ name: 'level_since', type: 'date' })
  levelSince!: string;

  /** Since when the level is at risk or above without a break; null while it is not. */
  @Column({ name: 'at_risk_since', type: 'date', nullable: true })
  atRiskSince!: string | null;
}
