import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** The mail of one report of one period to one recipient, as it stands. */
@Entity({ name: 'delivery' })
@Unique('delivery_once_uq', ['schoolId', 'report', 'topic', 'period', 'personId'])
@Index('delivery_open_ix', ['schoolId', 'dueAt'], { where: "state in ('due', 'sending')" })
@Index('delivery_period_ix', ['schoolId', 'period'])
@Index('delivery_person_ix', ['schoolId', 'personId', 'report'])
@Check('delivery_report_known', "report in ('weekly', 'digest')")
@Check('delivery_state_known', "state in ('due', 'sending', 'sent', 'failed', 'uncertain', 'skipped')")
@Check('delivery_leased', "(state = 'sending') = (lease_until is not null)")
@Check('delivery_ended', "(state in ('due', 'sending')) = (ended_at is null)")
@Check('delivery_skipped_because', "state <> 'skipped' or reason is not null")
@Check('delivery_bounded', "(report = 'digest') = (events_upto is not null and events_after is not null)")
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'delivery_person_fk' })
@ForeignKey('CohortViewEntity', ['schoolId', 'viewId'], ['schoolId', 'id'], { name: 'delivery_view_fk' })
@ForeignKey('ReportEditionEntity', ['schoolId', 'editionId'], ['schoolId', 'id'], { name: 'delivery_edition_fk' })
export class DeliveryEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'delivery_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'delivery_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text' })
  report!: string;

  /** What sets a report of one kind apart from another of the same period: its season; empty for a digest. */
  @Column({ type: 'text' })
  topic!: string;

  /** The Monday of the week, or the day of a digest. */
  @Column({ type: 'date' })
  period!: string;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ type: 'integer', nullable: true })
  season!: number | null;

  @Column({ name: 'view_id', type: 'integer', nullable: true })
  viewId!: number | null;

  /** The edition that is sent, once it is known which. */
  @Column({ name: 'edition_id', type: 'integer', nullable: true })
  editionId!: number | null;

  /** Of a digest: the last event that an earlier one told of, and the last that this one tells of. */
  @Column({ name: 'events_after', type: 'bigint', nullable: true })
  eventsAfter!: number | null;

  @Column({ name: 'events_upto', type: 'bigint', nullable: true })
  eventsUpto!: number | null;

  @Column({ type: 'text' })
  state!: string;

  /** Why it was skipped, or what was wrong at the last try. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** Tries since it was last due for the first time. */
  @Column({ type: 'integer', default: 0 })
  tries!: number;

  /** Tries in all: the number of the last one. */
  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** Whether a person wants it sent, whatever the recipient gets by themselves. */
  @Column({ name: 'asked_again', type: 'boolean', default: false })
  askedAgain!: boolean;

  /** By when it should be out. */
  @Column({ name: 'promised_at', type: 'timestamptz' })
  promisedAt!: Date;

  /** Not to be tried before. */
  @Column({ name: 'due_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  dueAt!: Date;

  @Column({ name: 'rung_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  rungAt!: Date;

  /** Until when the worker that sends it holds it. */
  @Column({ name: 'lease_until', type: 'timestamptz', nullable: true })
  leaseUntil!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** Whose applicants the edition was first sent for: who stands in other relations since does not get it. */
  @Column({ name: 'scope_digest', type: 'text', nullable: true })
  scopeDigest!: string | null;
}
