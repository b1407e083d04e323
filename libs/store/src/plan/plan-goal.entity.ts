import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** A fact of the record that a plan sets out to change, and by when. */
@Entity({ name: 'plan_goal' })
@Index('plan_goal_due_ix', ['schoolId', 'dueOn'])
@ForeignKey('PlanEntity', ['schoolId', 'planId'], ['schoolId', 'id'], { name: 'plan_goal_plan_fk' })
export class PlanGoalEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'plan_goal_pk' })
  schoolId!: string;

  @Column({ name: 'plan_id', type: 'integer', primary: true, primaryKeyConstraintName: 'plan_goal_pk' })
  planId!: number;

  @Column({ type: 'smallint', primary: true, primaryKeyConstraintName: 'plan_goal_pk' })
  no!: number;

  @Column({ type: 'jsonb' })
  change!: unknown;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;
}
