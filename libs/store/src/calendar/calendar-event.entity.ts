import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A day, or days, of a school's own calendar. */
@Entity({ name: 'calendar_event' })
@Index('calendar_event_day_ix', ['schoolId', 'fromDay'])
@Check('calendar_event_kind_known', "kind in ('workshop', 'interview-practice', 'letters', 'information', 'deadline', 'other')")
@Check('calendar_event_days', 'to_day >= from_day')
@ForeignKey('PersonEntity', ['schoolId', 'changedBy'], ['schoolId', 'id'], { name: 'calendar_event_by_fk' })
export class CalendarEventEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'calendar_event_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'calendar_event_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'integer' })
  season!: number;

  @Column({ name: 'from_day', type: 'date' })
  fromDay!: string;

  @Column({ name: 'to_day', type: 'date' })
  toDay!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  source!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'changed_by', type: 'integer' })
  changedBy!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
