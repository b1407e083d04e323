import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** An account of a provider of single sign-on, and who it is here. */
@Entity({ name: 'person_identity' })
@Index('person_identity_person_uq', ['schoolId', 'personId', 'issuer'], { unique: true })
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'person_identity_person_fk', onDelete: 'CASCADE' })
export class PersonIdentityEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'person_identity_pk' })
  schoolId!: string;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'person_identity_pk' })
  issuer!: string;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'person_identity_pk' })
  subject!: string;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ name: 'linked_at', type: 'timestamptz' })
  linkedAt!: Date;
}
