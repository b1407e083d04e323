import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** A program of the school's table, as it stands. */
@Entity({ name: 'program' })
@Unique('program_code_uq', ['schoolId', 'code'])
@Index('program_name_key_ix', ['schoolId', 'nameKey'])
@Check('program_source_known', "source in ('screen', 'import', 'demo')")
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'program_school_fk' })
export class ProgramEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'program_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'program_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'name_key', type: 'text' })
  nameKey!: string;

  @Column({ type: 'text' })
  specialty!: string;

  @Column({ type: 'text', nullable: true })
  state!: string | null;

  @Column({ name: 'checked_on', type: 'date', nullable: true })
  checkedOn!: string | null;

  @Column({ type: 'json' })
  document!: unknown;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'changed_by', type: 'text' })
  changedBy!: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;

  @Column({ type: 'text' })
  source!: string;

  @Column({ name: 'import_id', type: 'integer', nullable: true })
  importId!: number | null;
}
