import { Check, Column, Entity } from 'typeorm';

/** A school. */
@Entity({ name: 'school' })
@Check('school_id_shape', "school_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'")
export class SchoolEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'school_pk' })
  schoolId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'second_factor_roles', type: 'text', array: true, default: '{}' })
  secondFactorRoles!: string[];

  /** Whether mail may name applicants; else it counts them. */
  @Column({ name: 'mail_names', type: 'boolean', default: false })
  mailNames!: boolean;
}
