import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** One version of a school's policy: only what it says otherwise than the default. */
@Entity({ name: 'policy_version' })
@Unique('policy_version_name_uq', ['schoolId', 'version'])
@Index('policy_version_in_force_ix', ['schoolId', 'effectiveOn', 'publishedAt'], { where: "state = 'published'" })
@Check('policy_version_state_known', "state in ('draft', 'published', 'withdrawn', 'discarded')")
@Check('policy_version_published_said', "(state in ('published', 'withdrawn')) = (published_by is not null and published_at is not null)")
@Check('policy_version_ended_said', "(state in ('withdrawn', 'discarded')) = (ended_by is not null and ended_at is not null)")
@Check('policy_version_second_person', 'published_by <> author')
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'policy_version_school_fk' })
@ForeignKey('PolicyVersionEntity', ['schoolId', 'basedOn'], ['schoolId', 'id'], { name: 'policy_version_based_on_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'author'], ['schoolId', 'id'], { name: 'policy_version_author_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'publishedBy'], ['schoolId', 'id'], { name: 'policy_version_published_by_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'endedBy'], ['schoolId', 'id'], { name: 'policy_version_ended_by_fk' })
export class PolicyVersionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'policy_version_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'policy_version_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'text', default: 'draft' })
  state!: string;

  @Column({ type: 'integer', default: 1 })
  revision!: number;

  @Column({ type: 'jsonb' })
  changes!: unknown;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'effective_on', type: 'date' })
  effectiveOn!: string;

  @Column({ name: 'based_on', type: 'integer', nullable: true })
  basedOn!: number | null;

  @Column({ type: 'integer' })
  author!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column({ name: 'published_by', type: 'integer', nullable: true })
  publishedBy!: number | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'ended_by', type: 'integer', nullable: true })
  endedBy!: number | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'ended_reason', type: 'text', nullable: true })
  endedReason!: string | null;
}
