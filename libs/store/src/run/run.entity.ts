import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** One reassessment of a cohort as of one day. */
@Entity({ name: 'run' })
@Unique('run_slot_uq', ['schoolId', 'season', 'kind', 'slot'])
@Index('run_live_ix', ['rungAt'], { where: "state in ('queued', 'assessing', 'closed')" })
@Index('run_published_ix', ['schoolId', 'season', 'publishedAt'], { where: 'published_at is not null' })
@Index('run_retry_ix', ['schoolId', 'retryOf'], { where: 'retry_of is not null' })
@Index('run_cohort_published_ix', ['schoolId', 'publishedAt'], {
  where: "kind in ('nightly', 'weekly', 'manual') and published_at is not null",
})
@Index('run_shadow_ix', ['schoolId', 'policyVersionId'], { where: "kind = 'shadow'" })
@Check('run_kind_known', "kind in ('nightly', 'weekly', 'manual', 'reassess', 'retry', 'shadow')")
@Check('run_state_known', "state in ('queued', 'assessing', 'closed', 'published', 'held', 'compared', 'cancelled', 'failed')")
@Check(
  'run_shadow_apart',
  `case when kind = 'shadow'
        then state in ('queued', 'assessing', 'compared', 'cancelled', 'failed') and published_at is null and policy_version_id is not null
             and (state not in ('assessing', 'compared') or base_policy_version is not null)
        else state <> 'compared' and base_policy_version is null end`,
)
@Check('run_retry_named', "(kind = 'retry') = (retry_of is not null)")
@Check('run_outcome_known', "outcome in ('complete', 'partial')")
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'run_school_fk' })
@ForeignKey('PolicyVersionEntity', ['schoolId', 'policyVersionId'], ['schoolId', 'id'], { name: 'run_policy_version_fk' })
@ForeignKey('RunEntity', ['schoolId', 'retryOf'], ['schoolId', 'id'], { name: 'run_retry_fk' })
export class RunEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'run_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'run_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'integer' })
  season!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  slot!: string;

  @Column({ type: 'text', default: 'queued' })
  state!: string;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ name: 'as_of', type: 'date' })
  asOf!: string;

  @Column({ name: 'policy_version', type: 'text' })
  policyVersion!: string;

  /** Null where it is the default. */
  @Column({ name: 'policy_version_id', type: 'integer', nullable: true })
  policyVersionId!: number | null;

  /** What the version says otherwise than the default: a copy, so that the run can be done again whatever becomes of the version. */
  @Column({ name: 'policy_changes', type: 'jsonb', default: () => "'{}'" })
  policyChanges!: unknown;

  /** What a shadow run compares its draft with; null for every other run. */
  @Column({ name: 'base_policy_version', type: 'text', nullable: true })
  basePolicyVersion!: string | null;

  @Column({ name: 'base_policy_changes', type: 'jsonb', nullable: true })
  basePolicyChanges!: unknown;

  @Column({ name: 'rules_digest', type: 'text' })
  rulesDigest!: string;

  @Column({ name: 'requested_by', type: 'text' })
  requestedBy!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'applicant_ids', type: 'integer', array: true, nullable: true })
  applicantIds!: number[] | null;

  @Column({ name: 'queued_at', type: 'timestamptz', default: () => 'now()' })
  queuedAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'published_at', type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @Column({ name: 'rung_at', type: 'timestamptz', default: () => 'now()' })
  rungAt!: Date;

  @Column({ name: 'chunks_total', type: 'integer', default: 0 })
  chunksTotal!: number;

  @Column({ name: 'chunks_done', type: 'integer', default: 0 })
  chunksDone!: number;

  @Column({ type: 'integer', default: 0 })
  population!: number;

  @Column({ type: 'integer', default: 0 })
  assessed!: number;

  @Column({ type: 'integer', default: 0 })
  unchanged!: number;

  @Column({ name: 'not_assessable', type: 'integer', default: 0 })
  notAssessable!: number;

  @Column({ type: 'integer', default: 0 })
  failed!: number;

  @Column({ type: 'integer', default: 0 })
  opened!: number;

  @Column({ type: 'integer', default: 0 })
  raised!: number;

  @Column({ type: 'integer', default: 0 })
  lowered!: number;

  @Column({ type: 'integer', default: 0 })
  closed!: number;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  levels!: unknown;

  /** The run whose failures it tries again. */
  @Column({ name: 'retry_of', type: 'integer', nullable: true })
  retryOf!: number | null;

  /** Of what its chunks were told: ids, record versions and casework, in ranges of the same size. */
  @Column({ name: 'input_hash', type: 'text', nullable: true })
  inputHash!: string | null;

  @Column({ name: 'newly_not_assessable', type: 'integer', default: 0 })
  newlyNotAssessable!: number;

  /** The limits that held it, with their numbers. */
  @Column({ type: 'jsonb', default: () => "'[]'" })
  held!: unknown;
}
