import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** The record of one applicant as its newest version. */
@Entity({ name: 'applicant' })
@Unique('applicant_external_id_uq', ['schoolId', 'externalId'])
@Index('applicant_cohort_ix', ['schoolId', 'season', 'id'])
@Check('applicant_source_known', "source in ('screen', 'import', 'api', 'demo')")
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'applicant_school_fk' })
export class ApplicantEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'applicant_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'applicant_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  @Column({ type: 'integer' })
  season!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'json' })
  document!: unknown;

  @Column({ name: 'changed_by', type: 'text' })
  changedBy!: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ name: 'known_on', type: 'date' })
  knownOn!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'import_id', type: 'integer', nullable: true })
  importId!: number | null;
}
