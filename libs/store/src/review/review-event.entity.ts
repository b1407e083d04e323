import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A decision about a flag as it was taken; append-only. */
@Entity({ name: 'review_event' })
@Index('review_event_applicant_ix', ['schoolId', 'applicantId', 'id'])
@Check('review_event_decision_known', "decision in ('agree', 'disagree', 'snooze', 'assign', 'escalate', 'reopen')")
@ForeignKey('FlagEntity', ['schoolId', 'flagId'], ['schoolId', 'id'], { name: 'review_event_flag_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'assignedTo'], ['schoolId', 'id'], { name: 'review_event_assigned_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'decidedBy'], ['schoolId', 'id'], { name: 'review_event_decided_fk' })
export class ReviewEventEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'review_event_pk' })
  schoolId!: string;

  @Column({
    type: 'bigint',
    primary: true,
    primaryKeyConstraintName: 'review_event_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ name: 'flag_id', type: 'integer' })
  flagId!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'rule_code', type: 'text' })
  ruleCode!: string;

  @Column({ type: 'text' })
  decision!: string;

  @Column({ type: 'text' })
  state!: string;

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
