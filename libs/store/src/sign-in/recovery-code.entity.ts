import { Column, Entity, ForeignKey } from 'typeorm';

/** A recovery code that was not used yet; only its hash is stored. */
@Entity({ name: 'recovery_code' })
@ForeignKey('SecondFactorEntity', ['schoolId', 'personId'], ['schoolId', 'personId'], {
  name: 'recovery_code_factor_fk',
  onDelete: 'CASCADE',
})
export class RecoveryCodeEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'recovery_code_pk' })
  schoolId!: string;

  @Column({ name: 'person_id', type: 'integer', primary: true, primaryKeyConstraintName: 'recovery_code_pk' })
  personId!: number;

  @Column({ name: 'code_hash', type: 'text', primary: true, primaryKeyConstraintName: 'recovery_code_pk' })
  codeHash!: string;
}
