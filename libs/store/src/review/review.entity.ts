import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** What a person decided last about one opening of a flag. */
@Entity({ name: 'review' })
@Index('review_applicant_ix', ['schoolId', 'applicantId'])
@Index('review_verdict_ix', ['schoolId', 'ruleCode', 'state'], { where: "state in ('agreed', 'disagreed')" })
@Check('review_state_known', "state in ('unreviewed', 'agreed', 'disagreed', 'snoozed', 'escalated')")
@Check('review_level_known', "level in ('note', 'watch', 'act', 'urgent')")
@Check('review_snooze_ends', "(state = 'snoozed') = (until_on is not null)")
@Check('review_disagrees_because', "(state = 'disagreed') = (because is not null)")
@ForeignKey('FlagEntity', ['schoolId', 'flagId'], ['schoolId', 'id'], { name: 'review_flag_fk' })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'review_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'assignedTo'], ['schoolId', 'id'], { name: 'review_assigned_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'decidedBy'], ['schoolId', 'id'], { name: 'review_decided_fk' })
export class ReviewEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'review_pk' })
  schoolId!: string;

  @Column({ name: 'flag_id', type: 'integer', primary: true, primaryKeyConstraintName: 'review_pk' })
  flagId!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'rule_code', type: 'text' })
  ruleCode!: string;

  @Column({ type: 'text' })
  state!: string;

  /** The level the flag had when it was decided. */
  @Column({ type: 'text' })
  level!: string;

  @Column({ name: 'decided_on', type: 'date' })
  decidedOn!: string;

  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn!: string | null;

  @Column({ name: 'assigned_to', type: 'integer', nullable: true })
  assignedTo!: number | null;

  @Column({ type: 'text', nullable: true })
  because!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'decided_by', type: 'integer' })
  decidedBy!: number;

  @Column({ name: 'decided_at', type: 'timestamptz' })
  decidedAt!: Date;
}
