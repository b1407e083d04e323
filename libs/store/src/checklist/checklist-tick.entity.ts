import { Column, Entity, ForeignKey } from 'typeorm';

/** An item of a checklist that was ticked: by whom, on which day, on what evidence. */
@Entity({ name: 'checklist_tick' })
@ForeignKey('ChecklistEntity', ['schoolId', 'checklistId'], ['schoolId', 'id'], { name: 'checklist_tick_checklist_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'tickedBy'], ['schoolId', 'id'], { name: 'checklist_tick_by_fk' })
export class ChecklistTickEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'checklist_tick_pk' })
  schoolId!: string;

  @Column({ name: 'checklist_id', type: 'integer', primary: true, primaryKeyConstraintName: 'checklist_tick_pk' })
  checklistId!: number;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'checklist_tick_pk' })
  section!: string;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'checklist_tick_pk' })
  item!: string;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ type: 'text', nullable: true })
  evidence!: string | null;

  @Column({ name: 'ticked_by', type: 'integer' })
  tickedBy!: number;

  @Column({ name: 'ticked_at', type: 'timestamptz' })
  tickedAt!: Date;
}
