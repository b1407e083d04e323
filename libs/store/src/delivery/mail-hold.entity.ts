import { Column, Entity, ForeignKey } from 'typeorm';

/** A school whose mail waits since it was restored: what went out after the backup would be due again. */
@Entity({ name: 'mail_hold' })
@ForeignKey('SchoolEntity', ['schoolId'], ['schoolId'], { name: 'mail_hold_school_fk' })
export class MailHoldEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'mail_hold_pk' })
  schoolId!: string;

  /** When it was restored. */
  @Column({ type: 'timestamptz' })
  since!: Date;

  /** The instant the backup is as of. */
  @Column({ name: 'backup_at', type: 'timestamptz' })
  backupAt!: Date;
}
