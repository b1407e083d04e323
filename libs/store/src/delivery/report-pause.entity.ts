import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** A report whose mail a school holds back for the time being. */
@Entity({ name: 'report_pause' })
@Check('report_pause_report_known', "report in ('weekly', 'digest')")
@ForeignKey('PersonEntity', ['schoolId', 'pausedBy'], ['schoolId', 'id'], { name: 'report_pause_person_fk' })
export class ReportPauseEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'report_pause_pk' })
  schoolId!: string;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'report_pause_pk' })
  report!: string;

  @Column({ name: 'paused_at', type: 'timestamptz' })
  pausedAt!: Date;

  @Column({ name: 'paused_by', type: 'integer' })
  pausedBy!: number;

  @Column({ type: 'text' })
  reason!: string;
}
