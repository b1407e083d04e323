import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';

/** A relation a person was given; exactly one of applicant, caseload and season says to whom. */
@Entity({ name: 'person_relation' })
@Index('person_relation_person_ix', ['schoolId', 'personId'], { where: 'ended_at is null' })
@Index('person_relation_applicant_ix', ['schoolId', 'applicantId'])
@Check('person_relation_known', "relation in ('advises', 'leads', 'covers', 'assesses', 'promotes')")
@Check('person_relation_one_target', 'num_nonnulls(applicant_id, caseload, season) = 1')
@Check('person_relation_caseload_lower', 'caseload = lower(caseload)')
@Check('person_relation_cover_ends', "relation <> 'covers' or until_on is not null")
@Check('person_relation_days', 'until_on >= from_on')
@ForeignKey('PersonEntity', ['schoolId', 'personId'], ['schoolId', 'id'], { name: 'person_relation_person_fk' })
@ForeignKey('PersonEntity', ['schoolId', 'givenBy'], ['schoolId', 'id'], { name: 'person_relation_given_fk' })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'person_relation_applicant_fk' })
export class PersonRelationEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'person_relation_pk' })
  schoolId!: string;

  @Column({
    type: 'integer',
    primary: true,
    primaryKeyConstraintName: 'person_relation_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ name: 'person_id', type: 'integer' })
  personId!: number;

  @Column({ type: 'text' })
  relation!: string;

  @Column({ name: 'applicant_id', type: 'integer', nullable: true })
  applicantId!: number | null;

  @Column({ type: 'text', nullable: true })
  caseload!: string | null;

  @Column({ type: 'integer', nullable: true })
  season!: number | null;

  @Column({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'given_by', type: 'integer' })
  givenBy!: number;

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
