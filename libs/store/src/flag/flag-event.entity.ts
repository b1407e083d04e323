import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';

/** A flag opened, raised, lowered or closed by a run. */
@Entity({ name: 'flag_event' })
@Unique('flag_event_once_uq', ['schoolId', 'runId', 'flagId'])
@Index('flag_event_applicant_ix', ['schoolId', 'applicantId'])
@Check('flag_event_kind_known', "kind in ('opened', 'raised', 'lowered', 'closed')")
@ForeignKey('FlagEntity', ['schoolId', 'flagId'], ['schoolId', 'id'], { name: 'flag_event_flag_fk' })
export class FlagEventEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'flag_event_pk' })
  schoolId!: string;

  @Column({ type: 'bigint', primary: true, primaryKeyConstraintName: 'flag_event_pk', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ name: 'run_id', type: 'integer' })
  runId!: number;

  @Column({ name: 'flag_id', type: 'integer' })
  flagId!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ name: 'rule_code', type: 'text' })
  ruleCode!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ name: 'old_level', type: 'text', nullable: true })
  oldLevel!: string | null;

  @Column({ name: 'new_level', type: 'text', nullable: true })
  newLevel!: string | null;

  @Column({ name: 'on_day', type: 'date' })
  onDay!: string;
}
