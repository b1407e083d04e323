import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** Something to be done for an applicant: of a plan, from a meeting, or by itself. */
@Entity({ name: 'task' })
@Index('task_applicant_ix', ['schoolId', 'applicantId', 'dueOn'])
@Index('task_plan_ix', ['schoolId', 'planId'], { where: 'plan_id is not null' })
@Index('task_meeting_ix', ['schoolId', 'meetingId'], { where: 'meeting_id is not null' })
@Index('task_due_ix', ['schoolId', 'dueOn'], { where: "state = 'open'" })
@Index('task_done_ix', ['schoolId', 'doneOn'], { where: "state = 'done'" })
@Check('task_phase_known', "phase in ('stabilize', 'rebuild', 'communicate', 'contingency')")
@Check('task_owner_known', "owner in ('applicant', 'advisor', 'dean', 'person')")
@Check('task_state_known', "state in ('open', 'done', 'dropped')")
@Check('task_owner_named', "(owner = 'person') = (owner_id is not null)")
@Check('task_done_said', "(state = 'done') = (done_on is not null)")
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'task_applicant_fk' })
@ForeignKey('PlanEntity', ['schoolId', 'planId'], ['schoolId', 'id'], { name: 'task_plan_fk' })
@ForeignKey('MeetingEntity', ['schoolId', 'meetingId'], ['schoolId', 'id'], { name: 'task_meeting_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'ownerId'], ['schoolId', 'id'], { name: 'task_owner_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'closedBy'], ['schoolId', 'id'], { name: 'task_closed_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'createdBy'], ['schoolId', 'id'], { name: 'task_created_fk' })
export class TaskEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'task_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'task_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'plan_id', type: 'integer', nullable: true })
  planId!: number | null;

  @Column({ name: 'meeting_id', type: 'integer', nullable: true })
  meetingId!: number | null;

  @Column({ type: 'text', nullable: true })
  phase!: string | null;

  @Column({ type: 'text', nullable: true })
  advice!: string | null;

  @Column({ type: 'text', array: true })
  answers!: string[];

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  owner!: string;

  @Column({ name: 'owner_id', type: 'integer', nullable: true })
  ownerId!: number | null;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ name: 'remind_on', type: 'date', nullable: true })
  remindOn!: string | null;

  @Column({ type: 'text' })
  state!: string;

  @Column({ name: 'done_on', type: 'date', nullable: true })
  doneOn!: string | null;

  @Column({ type: 'text', nullable: true })
  outcome!: string | null;

  @Column({ name: 'closed_by', type: 'integer', nullable: true })
  closedBy!: number | null;

  @Column({ type: 'boolean' })
  restricted!: boolean;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ name: 'created_by', type: 'integer' })
  createdBy!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
