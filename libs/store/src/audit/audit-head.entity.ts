import { Column, Entity, ForeignKey } from 'typeorm';

/** Where the chain of a school's audit ends. */
@Entity({ name: 'audit_head' })
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'audit_head_school_fk' })
export class AuditHeadEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'audit_head_pk' })
  schoolId!: string;

  @Column({ type: 'bigint' })
  seq!: number;

  @Column({ type: 'text' })
  hash!: string;
}
