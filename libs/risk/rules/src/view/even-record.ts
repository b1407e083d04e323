import type { ApplicantRecord } from '@matchwatch/domain';

type EvenRecord = { readonly [K in keyof Required<ApplicantRecord>]: ApplicantRecord[K] };

/**
 * The same record with every field in its place, absent ones undefined. Records leave out what is not known and so come in hundreds of shapes;
 * reading them once here spares every rule from telling the shapes apart.
 */
export const evenRecord = (record: ApplicantRecord): EvenRecord => ({
  externalId: record.externalId,
  name: record.name,
  email: record.email,
  season: record.season,
  applicantType: record.applicantType,
  school: record.school,
  graduatesOn: record.graduatesOn,
  bornOn: record.bornOn,
  visa: record.visa,
  advisor: record.advisor,
  couplesWith: record.couplesWith,
  exams: record.exams,
  practice: record.practice,
  study: record.study,
  clerkships: record.clerkships,
  experiences: record.experiences,
  letters: record.letters,
  scholarly: record.scholarly,
  redFlags: record.redFlags,
  specialtyPlan: record.specialtyPlan,
  statement: record.statement,
  interviewPrep: record.interviewPrep,
  programs: record.programs,
  contingency: record.contingency,
  match: record.match,
});
