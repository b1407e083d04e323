import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** The address of a person's calendar, known by the hash of its token. */
@Entity({ name: 'calendar_feed' })
@Index('calendar_feed_token_uq', ['schoolId', 'tokenHash'], { unique: true })
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'calendar_feed_person_fk', onDelete: 'CASCADE' })
export class CalendarFeedEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'calendar_feed_pk' })
  schoolId!: string;

  @Column({ name: 'person_id', type: 'integer', primary: true, primaryKeyConstraintName: 'calendar_feed_pk' })
  personId!: number;

  @Column({ name: 'token_hash', type: 'text' })
  tokenHash!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;

  @Column({ name: 'audited_on', type: 'date', nullable: true })
  auditedOn!: string | null;
}
