import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** What an applicant says is wrong, and what became of it. */
@Entity({ name: 'challenge' })
@Index('challenge_applicant_ix', ['schoolId', 'applicantId'])
@Index('challenge_due_ix', ['schoolId', 'dueOn'], { where: "state = 'open'" })
@Check('challenge_kind_known', "kind in ('fact', 'finding')")
@Check('challenge_state_known', "state in ('open', 'corrected', 'declined')")
@Check('challenge_due_after', 'due_on >= received_on')
@Check('challenge_decided', "(state = 'open') = (decided_at is null) and (state = 'open') = (decided_by is null)")
@Check('challenge_corrected', "(state = 'corrected') = (corrected_version is not null)")
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'challenge_applicant_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'recordedBy'], ['schoolId', 'id'], { name: 'challenge_recorded_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'decidedBy'], ['schoolId', 'id'], { name: 'challenge_decided_fk' })
@ForeignKey('RunEntity', ['schoolId', 'runId'], ['schoolId', 'id'], { name: 'challenge_run_fk' })
export class ChallengeEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'challenge_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'challenge_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ name: 'applicant_id', type: 'integer' })
  applicantId!: number;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  about!: string;

  @Column({ type: 'text' })
  contested!: string;

  @Column({ type: 'text' })
  says!: string;

  @Column({ name: 'received_on', type: 'date' })
  receivedOn!: string;

  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  @Column({ type: 'text', default: 'open' })
  state!: string;

  @Column({ name: 'record_version', type: 'integer' })
  recordVersion!: number;

  @Column({ name: 'recorded_by', type: 'integer' })
  recordedBy!: number;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ name: 'decided_by', type: 'integer', nullable: true })
  decidedBy!: number | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', nullable: true })
  statement!: string | null;

  @Column({ name: 'corrected_version', type: 'integer', nullable: true })
  correctedVersion!: number | null;

  @Column({ name: 'run_id', type: 'integer', nullable: true })
  runId!: number | null;
}
