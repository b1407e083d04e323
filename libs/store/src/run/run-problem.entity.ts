import { Column, Entity, ForeignKey } from 'typeorm';

/** An applicant, or a whole range, that a run could not assess. */
@Entity({ name: 'run_problem' })
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'run_problem_run_fk' })
export class RunProblemEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'run_problem_pk' })
  schoolId!: string;

  @Column({ name: 'run_id', type: 'integer', primary: true, primaryKeyConstraintName: 'run_problem_pk' })
  runId!: number;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'run_problem_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  no!: number;

  @Column({ name: 'chunk_no', type: 'integer' })
  chunkNo!: number;

  @Column({ name: 'applicant_id', type: 'integer', nullable: true })
  applicantId!: number | null;

  @Column({ type: 'text' })
  message!: string;
}
