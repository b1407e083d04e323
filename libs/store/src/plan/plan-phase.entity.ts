import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** When a plan came into one of its phases and out of it. */
@Entity({ name: 'plan_phase' })
@Check('plan_phase_phase_known', "phase in ('stabilize', 'rebuild', 'communicate', 'contingency')")
@Check('plan_phase_days', 'left_on >= entered_on')
@ForeignKey('PlanEntity', ['schoolId', 'planId'], ['schoolId', 'id'], { name: 'plan_phase_plan_fk' })
export class PlanPhaseEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'plan_phase_pk' })
  schoolId!: string;

  @Column({ name: 'plan_id', type: 'integer', primary: true, primaryKeyConstraintName: 'plan_phase_pk' })
  planId!: number;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'plan_phase_pk' })
  phase!: string;

  @Column({ name: 'entered_on', type: 'date', nullable: true })
  enteredOn!: string | null;

  @Column({ name: 'left_on', type: 'date', nullable: true })
  leftOn!: string | null;
}
