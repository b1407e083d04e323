import { Column, Entity, ForeignKey, Unique } from 'typeorm';

/** One thing that was done for many applicants, with what became of each. */
@Entity({ name: 'bulk_action' })
@Unique('bulk_action_key_uq', ['schoolId', 'personId', 'key'])
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'bulk_action_person_fk' })
export class BulkActionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'bulk_action_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'bulk_action_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  asked!: string;

  @Column({ type: 'jsonb', nullable: true })
  result!: unknown;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
