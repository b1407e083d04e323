import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A raised finding that stays open until its rule says clear. */
@Entity({ name: 'flag' })
@Index('flag_open_uq', ['schoolId', 'applicantId', 'ruleCode'], { unique: true, where: 'closed_run is null' })
@Index('flag_applicant_ix', ['schoolId', 'applicantId'])
@Index('flag_rule_ix', ['schoolId', 'ruleCode', 'level'], { where: 'closed_run is null' })
@Check('flag_level_known', "level in ('note', 'watch', 'act', 'urgent')")
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'flag_applicant_fk' })
export class FlagEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'flag_pk' })
  schoolId!: string;

  @Column({ type: 'integer', primary: true, primaryKeyConstraintName: 'flag_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'rule_code', type: 'text' })
  ruleCode!: string;

  @Column({ type: 'text' })
  level!: string;

  @Column({ type: 'jsonb' })
  evidence!: unknown;

  @Column({ name: 'opened_run', type: 'integer' })
  openedRun!: number;

  @Column({ name: 'opened_on', type: 'date' })
  openedOn!: string;

  @Column({ name: 'level_since', type: 'date' })
  levelSince!: string;

  /** The day it opened or last came up to a higher level. */
  @Column({ name: 'risen_on', type: 'date' })
  risenOn!: string;

  /** The first day by which something is to be done about it; null where its advice names none. */
  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn!: string | null;

  @Column({ name: 'closed_run', type: 'integer', nullable: true })
  closedRun!: number | null;

  @Column({ name: 'closed_on', type: 'date', nullable: true })
  closedOn!: string | null;
}
