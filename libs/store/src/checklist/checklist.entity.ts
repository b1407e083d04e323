import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** A checklist of the templates, begun for one applicant. */
@Entity({ name: 'checklist' })
@Index('checklist_once_uq', ['schoolId', 'applicantId', 'template'], { unique: true })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'checklist_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'startedBy'], ['schoolId', 'id'], { name: 'checklist_started_fk' })
export class ChecklistEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'checklist_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'checklist_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ type: 'text' })
  template!: string;

  @Column({ name: 'started_by', type: 'integer' })
  startedBy!: number;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;
}
