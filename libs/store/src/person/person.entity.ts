import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** Someone who signs in. */
@Entity({ name: 'person' })
@Index('person_email_uq', ['email'], { unique: true })
@Check('person_email_lower', 'email = lower(email)')
@Check('person_state_known', "state in ('invited', 'active', 'disabled')")
@Check('person_caseload_target_sane', 'caseload_target between 0 and 1000')
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'person_school_fk' })
export class PersonEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'person_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'person_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text' })
  email!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'text', default: 'active' })
  state!: string;

  /** How many applicants they are meant to accompany. */
  @Column({ name: 'caseload_target', type: 'integer', nullable: true })
  caseloadTarget!: number | null;
}
