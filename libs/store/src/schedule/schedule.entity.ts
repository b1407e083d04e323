import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';

/** Something that a school has done by itself at set times. */
@Entity({ name: 'schedule' })
@Unique('schedule_kind_uq', ['schoolId', 'kind'])
@Check('schedule_pause_whole', '(paused_at is null) = (paused_by is null) and (paused_at is null) = (paused_reason is null)')
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'schedule_school_fk' })
export class ScheduleEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'schedule_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'schedule_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  cron!: string;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  /** Slots before it are nobody's: when it was made, or its times last changed. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  since!: Date;

  @Column({ name: 'paused_at', type: 'timestamptz', nullable: true })
  pausedAt!: Date | null;

  @Column({ name: 'paused_by', type: 'text', nullable: true })
  pausedBy!: string | null;

  @Column({ name: 'paused_reason', type: 'text', nullable: true })
  pausedReason!: string | null;
}
