import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A plan of one applicant; at most one that is not closed. */
@Entity({ name: 'plan' })
@Index('plan_standing_uq', ['schoolId', 'applicantId'], { unique: true, where: "state <> 'closed'" })
@Index('plan_applicant_ix', ['schoolId', 'applicantId', 'id'])
@Index('plan_draft_ix', ['schoolId', 'id'], { where: "state = 'draft'" })
@Check('plan_state_known', "state in ('draft', 'agreed', 'closed')")
@Check('plan_ending_known', "ending in ('reached', 'replaced', 'no-longer-needed')")
@Check('plan_agreed_said', "state <> 'agreed' or (agreed_on is not null and agreed_with is not null and agreed_by is not null)")
@Check('plan_closed_said', "(state = 'closed') = (closed_on is not null and ending is not null)")
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'plan_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'createdBy'], ['schoolId', 'id'], { name: 'plan_created_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'agreedBy'], ['schoolId', 'id'], { name: 'plan_agreed_fk' })
export class PlanEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'plan_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'plan_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'agreed_on', type: 'date', nullable: true })
  agreedOn!: string | null;

  @Column({ name: 'agreed_with', type: 'text', nullable: true })
  agreedWith!: string | null;

  @Column({ name: 'agreed_by', type: 'integer', nullable: true })
  agreedBy!: number | null;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn!: string | null;

  @Column({ type: 'text', nullable: true })
  ending!: string | null;

  @Column({ name: 'closed_reason', type: 'text', nullable: true })
  closedReason!: string | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_by', type: 'integer' })
  createdBy!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
