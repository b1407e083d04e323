import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** One time of a schedule that has come, and what became of it. */
@Entity({ name: 'schedule_slot' })
@Check('schedule_slot_state_known', "state in ('started', 'nothing', 'passed-over', 'paused', 'failed')")
@ForeignKey('ScheduleEntity', ['schoolId', 'scheduleId'], ['schoolId', 'id'], { name: 'schedule_slot_schedule_fk' })
export class ScheduleSlotEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'schedule_slot_pk' })
  schoolId!: string;

  @Column({ name: 'schedule_id', type: 'integer', primary: true, primaryKeyConstraintName: 'schedule_slot_pk' })
  scheduleId!: number;

  @Column({ name: 'slot_at', type: 'timestamptz', primary: true, primaryKeyConstraintName: 'schedule_slot_pk' })
  slotAt!: Date;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'boolean', default: false })
  late!: boolean;

  @Column({ name: 'taken_at', type: 'timestamptz' })
  takenAt!: Date;

  @Column({ name: 'run_ids', type: 'integer', array: true, default: '{}' })
  runIds!: number[];

  /** Who paused and why, or what failed. */
  @Column({ type: 'text', nullable: true })
  why!: string | null;
}
