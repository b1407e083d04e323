import { Column, Entity, ForeignKey } from 'typeorm';

/** A version of a record that has been replaced; append-only. */
@Entity({ name: 'applicant_history' })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'applicant_history_applicant_fk' })
export class ApplicantHistoryEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'applicant_history_pk' })
  schoolId!: string;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'applicant_history_pk' })
  applicantId!: number;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'applicant_history_pk' })
  version!: number;

  @Column({ type: 'json' })
  document!: unknown;

  @Column({ name: 'changed_by', type: 'text' })
  changedBy!: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'import_id', type: 'integer', nullable: true })
  importId!: number | null;
}
