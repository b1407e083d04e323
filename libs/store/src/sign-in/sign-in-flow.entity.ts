import { Column, Entity, ForeignKey } from 'typeorm';

/** A sign-in that is under way at the provider; the browser holds its token, of which only the hash is stored. */
@Entity({ name: 'sign_in_flow' })
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'sign_in_flow_school_fk' })
export class SignInFlowEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'sign_in_flow_pk' })
  schoolId!: string;

  @Column({ name: 'token_hash', type: 'text', primary: true, primaryKeyConstraintName: 'sign_in_flow_pk' })
  tokenHash!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text' })
  nonce!: string;

  @Column({ type: 'text' })
  verifier!: string;

  @Column({ name: 'return_to', type: 'text' })
  returnTo!: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
