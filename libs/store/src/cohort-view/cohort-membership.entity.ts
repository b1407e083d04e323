import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** From which day to which somebody was in a saved view; without an end they still are. */
@Entity({ name: 'cohort_membership' })
@Index('cohort_membership_now_uq', ['schoolId', 'viewId', 'applicantId'], { unique: true, where: 'left_on is null' })
@Index('cohort_membership_applicant_ix', ['schoolId', 'applicantId'])
@Check('cohort_membership_days', 'left_on >= joined_on')
@ForeignKey('CohortViewEntity', ['schoolId', 'viewId'], ['schoolId', 'id'], { name: 'cohort_membership_view_fk' })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], {
  name: 'cohort_membership_applicant_fk',
  onDelete: 'CASCADE',
})
export class CohortMembershipEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'cohort_membership_pk' })
  schoolId!: string;

  @Column({ name: 'view_id', type: 'integer', primary: true, primaryKeyConstraintName: 'cohort_membership_pk' })
  viewId!: number;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'cohort_membership_pk' })
  applicantId!: number;

  @Column({ name: 'joined_on', type: 'date', primary: true, primaryKeyConstraintName: 'cohort_membership_pk' })
  joinedOn!: string;

  @Column({ name: 'left_on', type: 'date', nullable: true })
  leftOn!: string | null;
}
