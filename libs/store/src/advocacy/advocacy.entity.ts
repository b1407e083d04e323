import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** Somebody who spoke for an applicant to a program. */
@Entity({ name: 'advocacy' })
@Index('advocacy_applicant_ix', ['schoolId', 'applicantId', 'onDay'])
@Index('advocacy_program_ix', ['schoolId', 'programId'])
@Check('advocacy_outcome_known', "outcome in ('waiting', 'no-answer', 'noted', 'will-look', 'invited', 'declined', 'withdrawn')")
@Check('advocacy_days', 'outcome_on is null or outcome_on >= on_day')
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'advocacy_applicant_fk' })
@ForeignKey('ProgramEntity', ['schoolId', 'programId'], ['schoolId', 'id'], { name: 'advocacy_program_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'notedBy'], ['schoolId', 'id'], { name: 'advocacy_by_fk' })
export class AdvocacyEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'advocacy_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'advocacy_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'program_id', type: 'integer', nullable: true })
  programId!: number | null;

  @Column({ type: 'text' })
  program!: string;

  @Column({ type: 'text', nullable: true })
  specialty!: string | null;

  @Column({ type: 'text' })
  advocate!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'text' })
  contact!: string;

  @Column({ name: 'contact_name', type: 'text', nullable: true })
  contactName!: string | null;

  @Column({ type: 'text' })
  way!: string;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;

  @Column({ type: 'text', nullable: true })
  said!: string | null;

  @Column({ type: 'text', default: 'waiting' })
  outcome!: string;

  @Column({ name: 'outcome_on', type: 'date', nullable: true })
  outcomeOn!: string | null;

  @Column({ name: 'outcome_note', type: 'text', nullable: true })
  outcomeNote!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'noted_by', type: 'integer' })
  notedBy!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
