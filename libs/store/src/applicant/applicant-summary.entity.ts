import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** What lists filter and sort by; one row an applicant. */
@Entity({ name: 'applicant_summary' })
// A descending column, which TypeORM cannot describe: it leaves the index to the migration.
@Index('applicant_summary_level_ix', { synchronize: false })
@Index('applicant_summary_name_ix', ['schoolId', 'season', 'sortName', 'applicantId'])
@Index('applicant_summary_specialty_ix', ['schoolId', 'season', 'primarySpecialty'])
@Index('applicant_summary_advisor_ix', ['schoolId', 'advisor', 'season'])
@Index('applicant_summary_due_ix', ['schoolId', 'season', 'nextDueOn'], { where: 'next_due_on is not null' })
@Index('applicant_summary_booked_ix', ['schoolId', 'bookedUntil'], { where: 'booked_until is not null' })
@Index('applicant_summary_level_since_ix', ['schoolId', 'season', 'levelSince'])
@Index('applicant_summary_review_ix', ['schoolId', 'season'], { where: 'review_flags > 0' })
@Index('applicant_summary_snooze_ix', ['schoolId', 'season', 'reviewWakesOn'], { where: 'review_wakes_on is not null' })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'applicant_summary_applicant_fk' })
export class ApplicantSummaryEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'applicant_summary_pk' })
  schoolId!: string;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'applicant_summary_pk' })
  applicantId!: number;

  @Column({ name: 'external_id', type: 'text' })
  externalId!: string;

  @Column({ type: 'integer' })
  season!: number;

  @Column({ name: 'applicant_type', type: 'text' })
  applicantType!: string;

  @Column({ name: 'given_name', type: 'text' })
  givenName!: string;

  @Column({ name: 'family_name', type: 'text' })
  familyName!: string;

  @Column({ name: 'preferred_name', type: 'text', nullable: true })
  preferredName!: string | null;

  @Column({ name: 'sort_name', type: 'text' })
  sortName!: string;

  @Column({ name: 'primary_specialty', type: 'text', nullable: true })
  primarySpecialty!: string | null;

  @Column({ type: 'text', nullable: true })
  advisor!: string | null;

  @Column({ name: 'step2_score', type: 'integer', nullable: true })
  step2Score!: number | null;

  @Column({ name: 'changed_on', type: 'date' })
  changedOn!: string;

  @Column({ name: 'risk_level', type: 'text', nullable: true })
  riskLevel!: string | null;

  @Column({ name: 'risk_rank', type: 'smallint', default: 0 })
  riskRank!: number;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  reasons!: unknown;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  missing!: string[];

  @Column({ type: 'text', nullable: true })
  category!: string | null;

  @Column({ name: 'category_rank', type: 'smallint', default: 0 })
  categoryRank!: number;

  @Column({ name: 'img_tier', type: 'text', nullable: true })
  imgTier!: string | null;

  @Column({ name: 'open_urgent', type: 'integer', default: 0 })
  openUrgent!: number;

  @Column({ name: 'open_act', type: 'integer', default: 0 })
  openAct!: number;

  @Column({ name: 'open_watch', type: 'integer', default: 0 })
  openWatch!: number;

  @Column({ name: 'open_note', type: 'integer', default: 0 })
  openNote!: number;

  @Column({ name: 'level_since', type: 'date', nullable: true })
  levelSince!: string | null;

  @Column({ name: 'last_meeting_on', type: 'date', nullable: true })
  lastMeetingOn!: string | null;

  @Column({ name: 'next_due_on', type: 'date', nullable: true })
  nextDueOn!: string | null;

  /** Goes up with every decision about a flag of the applicant. */
  @Column({ name: 'review_revision', type: 'integer', default: 1 })
  reviewRevision!: number;

  /** Flags that wait for a review, those that are put off left out. */
  @Column({ name: 'review_flags', type: 'integer', default: 0 })
  reviewFlags!: number;

  /** Rank of the highest level among them; 0 without any. */
  @Column({ name: 'review_rank', type: 'smallint', default: 0 })
  reviewRank!: number;

  @Column({ name: 'review_since', type: 'date', nullable: true })
  reviewSince!: string | null;

  @Column({ name: 'review_due_on', type: 'date', nullable: true })
  reviewDueOn!: string | null;

  /** The first day on which a flag that was put off asks again. */
  @Column({ name: 'review_wakes_on', type: 'date', nullable: true })
  reviewWakesOn!: string | null;

  /** People a waiting flag is assigned to. */
  @Column({ name: 'review_people', type: 'integer', array: true, default: () => "'{}'" })
  reviewPeople!: number[];

  /** People a waiting flag was escalated to. */
  @Column({ name: 'review_escalated', type: 'integer', array: true, default: () => "'{}'" })
  reviewEscalated!: number[];

  /** Whether a waiting flag is assigned to nobody. */
  @Column({ name: 'review_nobody', type: 'boolean', default: false })
  reviewNobody!: boolean;

  /** Exam and day of each booking that was not yet taken, by day. */
  @Column({ name: 'booked_exams', type: 'jsonb', default: [] })
  bookedExams!: [string, string][];

  /** The last of those days. */
  @Column({ name: 'booked_until', type: 'date', nullable: true })
  bookedUntil!: string | null;
}
