import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** The second factor of a person: `offered` until a code confirmed it, `secret` from then on; both sealed. */
@Entity({ name: 'second_factor' })
@Check('second_factor_confirmed', '(secret is null) = (confirmed_at is null)')
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'second_factor_person_fk', onDelete: 'CASCADE' })
export class SecondFactorEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'second_factor_pk' })
  schoolId!: string;

  @Column({ name: 'person_id', type: 'integer', primary: true, primaryKeyConstraintName: 'second_factor_pk' })
  personId!: number;

  @Column({ type: 'text', nullable: true })
  secret!: string | null;

  @Column({ type: 'text', nullable: true })
  offered!: string | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'last_step', type: 'bigint', nullable: true })
  lastStep!: number | null;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ name: 'attempts_since', type: 'timestamptz', nullable: true })
  attemptsSince!: Date | null;
}
