import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A referral of an applicant to somebody who helps. */
@Entity({ name: 'referral' })
@Index('referral_applicant_ix', ['schoolId', 'applicantId', 'madeOn'])
@Index('referral_due_ix', ['schoolId', 'dueOn'], { where: "state in ('made', 'accepted')" })
@Check('referral_kind_known', "kind in ('tutoring', 'learning-specialist', 'counselling', 'wellness', 'finance', 'faculty-mentor')")
@Check('referral_state_known', "state in ('made', 'accepted', 'declined', 'completed', 'withdrawn')")
@Check('referral_restricted', "restricted or (kind not in ('counselling', 'wellness') and check_in_id is null)")
@Check('referral_days', 'due_on >= made_on')
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'referral_applicant_fk' })
@ForeignKey('CheckInEntity', ['schoolId', 'checkInId'], ['schoolId', 'id'], { name: 'referral_check_in_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'madeBy'], ['schoolId', 'id'], { name: 'referral_by_fk' })
export class ReferralEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'referral_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'referral_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'check_in_id', type: 'integer', nullable: true })
  checkInId!: number | null;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'boolean' })
  restricted!: boolean;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'made_on', type: 'date' })
  madeOn!: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ name: 'accepted_on', type: 'date', nullable: true })
  acceptedOn!: string | null;

  @Column({ name: 'ended_on', type: 'date', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'made_by', type: 'integer' })
  madeBy!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
