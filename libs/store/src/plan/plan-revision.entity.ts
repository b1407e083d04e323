import { Column, Entity, ForeignKey } from 'typeorm';

/** What a plan said in each of its versions; append-only. */
@Entity({ name: 'plan_revision' })
@ForeignKey('PlanEntity', ['schoolId', 'planId'], ['schoolId', 'id'], { name: 'plan_revision_plan_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'byId'], ['schoolId', 'id'], { name: 'plan_revision_by_fk' })
export class PlanRevisionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'plan_revision_pk' })
  schoolId!: string;

  @Column({ name: 'plan_id', type: 'integer', primary: true, primaryKeyConstraintName: 'plan_revision_pk' })
  planId!: number;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'plan_revision_pk' })
  version!: number;

  @Column({ name: 'by_id', type: 'integer' })
  byId!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  content!: unknown;
}
