import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A meeting with one applicant as it stands; what it said before is in its revisions. */
@Entity({ name: 'meeting' })
@Index('meeting_applicant_ix', ['schoolId', 'applicantId', 'onDay'])
@Index('meeting_author_ix', ['schoolId', 'authorId', 'onDay'])
@Index('meeting_day_ix', ['schoolId', 'onDay'], { where: "state <> 'withdrawn'" })
@Check('meeting_state_known', "state in ('planned', 'held', 'missed', 'withdrawn')")
@Check('meeting_kind_known', "kind in ('in-person', 'video', 'phone', 'group', 'writing')")
@Check('meeting_met_with_known', "met_with in ('dean', 'advisor', 'other')")
@Check('meeting_withdrawn_said', "(state = 'withdrawn') = (withdrawn_reason is not null)")
@Check('meeting_next_step_has_day', '(next_step is null) = (next_on is null)')
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'meeting_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'authorId'], ['schoolId', 'id'], { name: 'meeting_author_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'changedBy'], ['schoolId', 'id'], { name: 'meeting_changed_fk' })
export class MeetingEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'meeting_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'meeting_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'author_id', type: 'integer' })
  authorId!: number;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ name: 'at_time', type: 'text', nullable: true })
  atTime!: string | null;

  @Column({ type: 'integer', nullable: true })
  minutes!: number | null;

  @Column({ name: 'met_with', type: 'text' })
  metWith!: string;

  @Column({ name: 'staff_ids', type: 'integer', array: true })
  staffIds!: number[];

  @Column({ type: 'text', array: true })
  others!: string[];

  @Column({ type: 'text', array: true })
  topics!: string[];

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'boolean' })
  restricted!: boolean;

  @Column({ name: 'next_step', type: 'text', nullable: true })
  nextStep!: string | null;

  @Column({ name: 'next_on', type: 'date', nullable: true })
  nextOn!: string | null;

  @Column({ name: 'withdrawn_reason', type: 'text', nullable: true })
  withdrawnReason!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'changed_by', type: 'integer' })
  changedBy!: number;
}
