import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** What was done to a policy version, by whom and why; only ever added to. */
@Entity({ name: 'policy_event' })
@Index('policy_event_version_ix', ['schoolId', 'versionId'])
@Check('policy_event_kind_known', "kind in ('created', 'edited', 'shadowed', 'published', 'discarded', 'withdrawn')")
@ForeignKey('PolicyVersionEntity', ['schoolId', 'versionId'], ['schoolId', 'id'], { name: 'policy_event_version_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'policy_event_person_fk' })
export class PolicyEventEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'policy_event_pk' })
  schoolId!: string;

  @Column({
    type: 'bigint',
    primary: true,
    primaryKeyConstraintName: 'policy_event_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ name: 'version_id', type: 'integer' })
  versionId!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** The keys it changed. */
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  keys!: string[];

  /** What the version said from then on, where it changed that. */
  @Column({ type: 'jsonb', nullable: true })
  changes!: unknown;
}
