import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A signed-in browser; only the hash of its token is stored. */
@Entity({ name: 'session' })
@Index('session_person_ix', ['schoolId', 'personId'])
@Index('session_expiry_ix', ['expiresAt'])
@Index('session_id_uq', ['schoolId', 'id'], { unique: true })
@Check('session_method_known', "method in ('password', 'sso')")
@Check('session_awaits_known', "awaits in ('code', 'enrolment')")
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'session_person_fk', onDelete: 'CASCADE' })
export class SessionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'session_pk' })
  schoolId!: string;

  @Column({ name: 'token_hash', type: 'text', primary: true, primaryKeyConstraintName: 'session_pk' })
  tokenHash!: string;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ name: 'csrf_token', type: 'text' })
  csrfToken!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'seen_at', type: 'timestamptz', default: () => 'now()' })
  seenAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'integer', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text', default: 'password' })
  method!: string;

  @Column({ type: 'text', nullable: true })
  device!: string | null;

  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'text', nullable: true })
  awaits!: string | null;
}
