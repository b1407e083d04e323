import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** What one applicant would become by an import. */
@Entity({ name: 'import_row' })
@Check('import_row_verdict_known', "verdict in ('new', 'changed', 'unchanged')")
@ForeignKey('ImportBatchEntity', ['schoolId', 'importId'], ['schoolId', 'id'], { name: 'import_row_batch_fk', onDelete: 'CASCADE' })
export class ImportRowEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'import_row_pk' })
  schoolId!: string;

  @Column({ name: 'import_id', type: 'integer', primary: true, primaryKeyConstraintName: 'import_row_pk' })
  importId!: number;

  @Column({ name: 'external_id', type: 'text', primary: true, primaryKeyConstraintName: 'import_row_pk' })
  externalId!: string;

  @Column({ type: 'text' })
  verdict!: string;

  @Column({ name: 'base_version', type: 'integer', nullable: true })
  baseVersion!: number | null;

  @Column({ type: 'json' })
  document!: unknown;

  @Column({ name: 'changed_paths', type: 'text', array: true, default: () => "'{}'" })
  changedPaths!: string[];
}
