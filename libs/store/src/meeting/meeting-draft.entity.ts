import { Column, Entity, ForeignKey } from 'typeorm';

/** What somebody has typed of a meeting that is not logged yet: one of each author and applicant. */
@Entity({ name: 'meeting_draft' })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'meeting_draft_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'authorId'], ['schoolId', 'id'], { name: 'meeting_draft_author_fk' })
export class MeetingDraftEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'meeting_draft_pk' })
  schoolId!: string;

  @Column({ name: 'author_id', type: 'integer', primary: true, primaryKeyConstraintName: 'meeting_draft_pk' })
  authorId!: number;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'meeting_draft_pk' })
  applicantId!: number;

  @Column({ type: 'jsonb' })
  content!: unknown;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt!: Date;
}
