import type { ApplicantRecord } from '../record.js';

/** The part of a record that people who assess or promote get to see: who it is, exams and clerkship grades. */
export const academicFields: ReadonlySet<keyof ApplicantRecord> = new Set<keyof ApplicantRecord>([
  'externalId',
  'name',
  'email',
  'season',
  'applicantType',
  'school',
  'graduatesOn',
  'advisor',
  'exams',
  'clerkships',
]);

/** A record with its academic part alone; what is left out is withheld, not unknown. */
export const academicPart = (record: ApplicantRecord): ApplicantRecord =>
  Object.fromEntries(
    Object.entries(record).filter(([field]) => academicFields.has(field as keyof ApplicantRecord)),
  ) as unknown as ApplicantRecord;
