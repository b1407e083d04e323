import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** One thing that was advised in a meeting, and what the applicant said to it. */
@Entity({ name: 'meeting_intervention' })
@Index('meeting_intervention_due_ix', ['schoolId', 'dueOn'], { where: "answer = 'agreed' and goal is not null" })
@Check('meeting_intervention_answer_known', "answer in ('agreed', 'declined', 'deferred', 'open')")
@Check('meeting_intervention_goal_due', 'goal is null or due_on is not null')
@ForeignKey('MeetingEntity', ['schoolId', 'meetingId'], ['schoolId', 'id'], { name: 'meeting_intervention_meeting_fk' })
export class MeetingInterventionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'meeting_intervention_pk' })
  schoolId!: string;

  @Column({ name: 'meeting_id', type: 'integer', primary: true, primaryKeyConstraintName: 'meeting_intervention_pk' })
  meetingId!: number;

  @Column({ type: 'smallint', primary: true, primaryKeyConstraintName: 'meeting_intervention_pk' })
  no!: number;

  @Column({ type: 'text' })
  intervention!: string;

  @Column({ type: 'text' })
  answer!: string;

  @Column({ type: 'text', nullable: true })
  why!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  goal!: unknown;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;
}
