import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** One try at a delivery: when, how far it came, and what the mail server said. */
@Entity({ name: 'delivery_attempt' })
@Check('delivery_attempt_outcome_known', "outcome in ('accepted', 'deferred', 'refused', 'uncertain', 'interrupted')")
@Check('delivery_attempt_whole', '(outcome is null) = (ended_at is null)')
@ForeignKey('DeliveryEntity', ['schoolId', 'deliveryId'], ['schoolId', 'id'], { name: 'delivery_attempt_delivery_fk' })
export class DeliveryAttemptEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'delivery_attempt_pk' })
  schoolId!: string;

  @Column({ name: 'delivery_id', type: 'integer', primary: true, primaryKeyConstraintName: 'delivery_attempt_pk' })
  deliveryId!: number;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'delivery_attempt_pk' })
  no!: number;

  @Column({ name: 'started_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  startedAt!: Date;

  /** Written before the first byte of the message may leave: without it nothing can have been taken. */
  @Column({ name: 'content_at', type: 'timestamptz', nullable: true })
  contentAt!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'message_id', type: 'text', nullable: true })
  messageId!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ type: 'text', nullable: true })
  fault!: string | null;

  @Column({ name: 'reply_code', type: 'integer', nullable: true })
  replyCode!: number | null;

  @Column({ type: 'text', nullable: true })
  reply!: string | null;
}
