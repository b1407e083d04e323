import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** One reassessment of a cohort as of one day. */
@Entity({ name: 'run' })
@Unique('run_slot_uq', ['schoolId', 'season', 'kind', 'slot'])
@Index('run_live_ix', ['rungAt'], { where: "state in ('queued', 'assessing', 'closed')" })
@Index('run_published_ix', ['schoolId', 'season', 'publishedAt'], { where: 'published_at is not null' })
@Check('run_kind_known', "kind in ('nightly', 'weekly', 'manual', 'reassess')")
@Check('run_state_known', "state in ('queued', 'assessing', 'closed', 'published', 'held', 'cancelled', 'failed')")
@Check('run_outcome_known', "outcome in ('complete', 'partial')")
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'run_school_fk' })
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
}
