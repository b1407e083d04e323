import { Column, Entity, ForeignKey } from 'typeorm';

/** A row of a file that was not taken, with its place and reason. */
@Entity({ name: 'import_refusal' })
@ForeignKey('ImportBatchEntity', ['schoolId', 'importId'], ['schoolId', 'id'], { name: 'import_refusal_batch_fk', onDelete: 'CASCADE' })
export class ImportRefusalEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'import_refusal_pk' })
  schoolId!: string;

  @Column({ name: 'import_id', type: 'integer', primary: true, primaryKeyConstraintName: 'import_refusal_pk' })
  importId!: number;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'import_refusal_pk' })
  no!: number;

  @Column({ type: 'text' })
  file!: string;

  @Column({ name: 'row_no', type: 'integer' })
  rowNo!: number;

  @Column({ name: 'column_name', type: 'text', nullable: true })
  columnName!: string | null;

  @Column({ name: 'external_id', type: 'text', nullable: true })
  externalId!: string | null;

  @Column({ type: 'text' })
  reason!: string;
}
