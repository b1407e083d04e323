import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** An applicant whose risk level a run changed. */
@Entity({ name: 'level_change' })
@Index('level_change_applicant_ix', ['schoolId', 'applicantId', 'onDay'])
@ForeignKey('RunAnswerEntity', ['schoolId', 'runId', 'applicantId'], ['schoolId', 'runId', 'applicantId'], {
  name: 'level_change_run_answer_fk',
})
export class LevelChangeEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'level_change_pk' })
  schoolId!: string;

  @Column({ name: 'run_id', type: 'integer', primary: true, primaryKeyConstraintName: 'level_change_pk' })
  runId!: number;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'level_change_pk' })
  applicantId!: number;

  @Column({ name: 'old_level', type: 'text', nullable: true })
  oldLevel!: string | null;

  @Column({ name: 'new_level', type: 'text' })
  newLevel!: string;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;
}
