import { Column, Entity, ForeignKey } from 'typeorm';

/** A version of a program that has been replaced; append-only. */
@Entity({ name: 'program_history' })
@ForeignKey('ProgramEntity', ['schoolId', 'programId'], ['schoolId', 'id'], { name: 'program_history_program_fk' })
export class ProgramHistoryEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'program_history_pk' })
  schoolId!: string;

  @Column({ name: 'program_id', type: 'integer', primary: true, primaryKeyConstraintName: 'program_history_pk' })
  programId!: number;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'program_history_pk' })
  version!: number;

  @Column({ type: 'json' })
  document!: unknown;

  @Column({ name: 'changed_by', type: 'text' })
  changedBy!: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'import_id', type: 'integer', nullable: true })
  importId!: number | null;
}
