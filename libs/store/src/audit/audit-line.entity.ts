import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** One line of a school's audit; append-only, chained by hashes. */
@Entity({ name: 'audit_line' })
@Index('audit_line_applicant_ix', ['schoolId', 'applicantId', 'seq'])
@Index('audit_line_person_ix', ['schoolId', 'personId', 'seq'])
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'audit_line_school_fk' })
export class AuditLineEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'audit_line_pk' })
  schoolId!: string;

  @Column({ type: 'bigint', primary: true, primaryKeyConstraintName: 'audit_line_pk' })
  seq!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  event!: string;

  @Column({ name: 'person_id', type: 'integer', nullable: true })
  personId!: number | null;

  @Column({ name: 'applicant_id', type: 'integer', nullable: true })
  applicantId!: number | null;

  @Column({ type: 'json' })
  line!: unknown;

  @Column({ name: 'previous_hash', type: 'text' })
  previousHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}
