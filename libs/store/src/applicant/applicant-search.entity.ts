import { Column, Entity, ForeignKey, Index } from 'typeorm';

/** The names, id and address by which an applicant is searched, in lower case. */
@Entity({ name: 'applicant_search' })
// A trigram index, which TypeORM cannot describe: it leaves it to the migration.
@Index('applicant_search_text_ix', { synchronize: false })
@ForeignKey('ApplicantEntity', ['schoolId', 'applicantId'], ['schoolId', 'id'], { name: 'applicant_search_applicant_fk' })
export class ApplicantSearchEntity {
  @Column({ name: 'school_id', type: 'text', primary: true, primaryKeyConstraintName: 'applicant_search_pk' })
  schoolId!: string;

  @Column({ name: 'applicant_id', type: 'integer', primary: true, primaryKeyConstraintName: 'applicant_search_pk' })
  applicantId!: number;

  @Column({ name: 'search_text', type: 'text' })
  searchText!: string;
}
