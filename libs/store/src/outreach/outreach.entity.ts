import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A message to an applicant: what it said, who sent it, and how it went. */
@Entity({ name: 'outreach' })
@Index('outreach_applicant_ix', ['schoolId', 'applicantId', 'id'])
@Check('outreach_state_known', "state in ('sending', 'sent', 'by-hand', 'failed', 'uncertain')")
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'outreach_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'byId'], ['schoolId', 'id'], { name: 'outreach_by_fk' })
export class OutreachEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'outreach_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'outreach_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ type: 'text' })
  template!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'by_id', type: 'integer' })
  byId!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'message_id', type: 'text', nullable: true })
  messageId!: string | null;

  @Column({ type: 'text', nullable: true })
  failure!: string | null;
}
