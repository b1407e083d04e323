import { Check, Column, Entity, ForeignKey } from 'typeorm';

/** What somebody said about getting a report; who said nothing gets what their role gets. */
@Entity({ name: 'report_subscription' })
@Check('report_subscription_report_known', "report in ('weekly', 'digest')")
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'report_subscription_person_fk' })
@ForeignKey('CohortViewEntity', ['schoolId', 'viewId'], ['schoolId', 'id'], { name: 'report_subscription_view_fk' })
export class ReportSubscriptionEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'report_subscription_pk' })
  schoolId!: string;

  @Column({ name: 'person_id', type: 'integer', primary: true, primaryKeyConstraintName: 'report_subscription_pk' })
  personId!: number;

  @Column({ type: 'text', primary: true, primaryKeyConstraintName: 'report_subscription_pk' })
  report!: string;

  /** The saved view whose applicants it is about; all of theirs when absent. */
  @Column({ name: 'view_id', type: 'integer', nullable: true })
  viewId!: number | null;

  @Column({ type: 'boolean' })
  mail!: boolean;

  @Column({ name: 'skip_empty', type: 'boolean' })
  skipEmpty!: boolean;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
