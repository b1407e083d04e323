import { Check, Column, Entity, ForeignKey, Unique } from 'typeorm';

/** An edition of a report as it was frozen; append-only. */
@Entity({ name: 'report_edition' })
@Unique('report_edition_no_uq', ['schoolId', 'kind', 'season', 'scope', 'period', 'no'])
@Check('report_edition_kind_known', "kind in ('weekly')")
@Check('report_edition_corrected', '(no > 1) = (reason is not null)')
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'report_edition_school_fk' })
@ForeignKey('CohortViewEntity', ['schoolId', 'viewId'], ['schoolId', 'id'], { name: 'report_edition_view_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'report_edition_person_fk' })
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'report_edition_run_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'madeBy'], ['schoolId', 'id'], { name: 'report_edition_made_fk' })
export class ReportEditionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'report_edition_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'report_edition_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'integer' })
  season!: number;

  /** `school`, `view:3`, `person:7` or `view:3.person:7`: what makes one edition a period. */
  @Column({ type: 'text' })
  scope!: string;

  @Column({ name: 'view_id', type: 'integer', nullable: true })
  viewId!: number | null;

  @Column({ name: 'person_id', type: 'integer', nullable: true })
  personId!: number | null;

  /** The Monday of the week it is for. */
  @Column({ type: 'date' })
  period!: string;

  /** 1 for the first, and one more with each correction. */
  @Column({ type: 'integer' })
  no!: number;

  @Column({ name: 'as_of', type: 'date' })
  asOf!: string;

  /** The newest published run of the cohort it rests on. */
  @Column({ name: 'run_id', type: 'integer' })
  runId!: number;

  /** What was published by then is in it; what was published later belongs to the next. */
  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt!: Date;

  @Column({ type: 'json' })
  document!: unknown;

  /** Whom its lists hold; the packet of an applicant goes by it. */
  @Column({ name: 'applicant_ids', type: 'integer', array: true, default: () => "'{}'" })
  applicantIds!: number[];

  @Column({ type: 'text' })
  digest!: string;

  /** Why it was corrected; null for the first. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'made_by', type: 'integer', nullable: true })
  madeBy!: number | null;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;
}
