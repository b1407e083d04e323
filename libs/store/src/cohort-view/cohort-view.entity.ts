import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A view of the applicants that somebody keeps: a filter with its order and columns, or a group picked by hand. */
@Entity({ name: 'cohort_view' })
@Index('cohort_view_standing_ix', ['schoolId', 'id'], { where: 'removed_at is null' })
@Check('cohort_view_kind_known', "kind in ('filter', 'group')")
@Check('cohort_view_direction_known', "sort_direction in ('ASC', 'DESC')")
@ForeignKey('PersonEntity', ['schoolId', 'ownerId'], ['schoolId', 'id'], { name: 'cohort_view_owner_fk' })
export class CohortViewEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'cohort_view_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'cohort_view_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  filter!: unknown;

  @Column({ name: 'sort_by', type: 'text' })
  sortBy!: string;

  @Column({ name: 'sort_direction', type: 'text' })
  sortDirection!: string;

  @Column({ name: 'hidden_columns', type: 'text', array: true })
  hiddenColumns!: string[];

  @Column({ name: 'owner_id', type: 'integer' })
  ownerId!: number;

  @Column({ name: 'shared_with', type: 'text', array: true })
  sharedWith!: string[];

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_on', type: 'date' })
  createdOn!: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'removed_at', type: 'timestamptz', nullable: true })
  removedAt!: Date | null;
}
