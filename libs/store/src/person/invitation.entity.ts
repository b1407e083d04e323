import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A one-time link that was given out and not used yet; only the hash of its token is stored. */
@Entity({ name: 'invitation' })
@Index('invitation_person_ix', ['schoolId', 'personId'])
@Check('invitation_kind_known', "kind in ('setup', 'join')")
@Check('invitation_of_whom', "(kind = 'join') = (person_id is not null)")
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'invitation_school_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'invitation_person_fk', onDelete: 'CASCADE' })
export class InvitationEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'invitation_pk' })
  schoolId!: string;

  @Column({ name: 'token_hash', type: 'text', primary: true, primaryKeyConstraintName: 'invitation_pk' })
  tokenHash!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'person_id', type: 'integer', nullable: true })
  personId!: number | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
