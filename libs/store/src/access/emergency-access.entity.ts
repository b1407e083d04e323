import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** Emergency access that somebody took to one applicant. */
@Entity({ name: 'emergency_access' })
@Index('emergency_access_person_ix', ['schoolId', 'personId', 'untilAt'])
@Index('emergency_access_applicant_ix', ['schoolId', 'applicantId', 'untilAt'])
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'emergency_access_person_fk' })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'emergency_access_applicant_fk' })
export class EmergencyAccessEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'emergency_access_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'emergency_access_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'until_at', type: 'timestamptz' })
  untilAt!: Date;
}
