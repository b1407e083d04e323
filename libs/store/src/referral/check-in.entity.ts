import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** How an applicant said they are; seen by people with the right to wellbeing alone. */
@Entity({ name: 'check_in' })
@Index('check_in_applicant_ix', ['schoolId', 'applicantId', 'onDay'])
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'check_in_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'notedBy'], ['schoolId', 'id'], { name: 'check_in_by_fk' })
export class CheckInEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'check_in_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'check_in_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ name: 'asks_help', type: 'boolean' })
  asksHelp!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'noted_by', type: 'integer' })
  notedBy!: number;

  @Column({ name: 'noted_at', type: 'timestamptz' })
  notedAt!: Date;
}
