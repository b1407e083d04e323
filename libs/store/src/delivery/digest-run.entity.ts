import { Column, Entity, ForeignKey } from 'typeorm';

/** A published run whose digests were written down. */
@Entity({ name: 'digest_run' })
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'digest_run_run_fk' })
export class DigestRunEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'digest_run_pk' })
  schoolId!: string;

  @Column({ name: 'run_id', type: 'integer', primary: true, primaryKeyConstraintName: 'digest_run_pk' })
  runId!: number;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'clock_timestamp()' })
  openedAt!: Date;
}
