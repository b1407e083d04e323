import { Column, Entity, ForeignKey } from 'typeorm';

/** What a meeting said in each of its versions; append-only. */
@Entity({ name: 'meeting_revision' })
@ForeignKey('MeetingEntity', ['schoolId', 'meetingId'], ['schoolId', 'id'], { name: 'meeting_revision_meeting_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'byId'], ['schoolId', 'id'], { name: 'meeting_revision_by_fk' })
export class MeetingRevisionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'meeting_revision_pk' })
  schoolId!: string;

  @Column({ name: 'meeting_id', type: 'integer', primary: true, primaryKeyConstraintName: 'meeting_revision_pk' })
  meetingId!: number;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'meeting_revision_pk' })
  version!: number;

  @Column({ name: 'by_id', type: 'integer' })
  byId!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  content!: unknown;
}
