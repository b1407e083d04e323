import * as d from '@matchwatch/domain';
import { z } from 'zod';
import { day, email, line, specialty, whole } from './scalars.js';

/** Longest list a record may hold; a person has never more, a mistake or an attack may. */
export const maximumListLength = 500;
const list = <T extends z.ZodType>(item: T) => z.array(item).max(maximumListLength).optional();

export const examSchema = z
  .strictObject({
    exam: z.enum(d.examNames),
    takenOn: day.optional(),
    score: whole(0, 999).optional(),
    outcome: z.enum(d.examOutcomes).optional(),
    bookedFor: day.optional(),
    backupDate: day.optional(),
  })
  .refine((exam) => exam.takenOn !== undefined || exam.bookedFor !== undefined, { error: 'needs takenOn or bookedFor', path: ['takenOn'] })
  .refine((exam) => exam.takenOn !== undefined || (exam.score === undefined && exam.outcome === undefined), {
    error: 'a result needs the day it was taken',
    path: ['takenOn'],
  });

export const practiceSchema = z.strictObject({
  for: z.enum(d.examNames),
  kind: z.enum(d.practiceKinds),
  takenOn: day,
  score: z.number().min(0).max(999),
});

export const clerkshipSchema = z.strictObject({
  name: line(120),
  core: z.boolean().optional(),
  grade: z.enum(d.clerkshipGrades).optional(),
  shelf: z.number().min(0).max(100).optional(),
  endedOn: day.optional(),
});

export const experienceSchema = z
  .strictObject({
    kind: z.enum(d.experienceKinds),
    specialty: specialty.optional(),
    us: z.boolean().optional(),
    handsOn: z.boolean().optional(),
    acgmeSite: z.boolean().optional(),
    site: line(200).optional(),
    from: day.optional(),
    to: day.optional(),
  })
  .refine(ordered, { error: 'ends before it begins', path: ['to'] });

export const letterSchema = z.strictObject({
  writer: z.enum(d.letterWriters),
  specialty: specialty.optional(),
  us: z.boolean().optional(),
  status: z.enum(d.letterStatuses),
  strength: z.enum(d.letterStrengths).optional(),
  askedOn: day.optional(),
});

export const scholarlySchema = z.strictObject({
  kind: z.enum(d.scholarlyKinds),
  status: z.enum(d.scholarlyStatuses),
  specialty: specialty.optional(),
  on: day.optional(),
});

export const redFlagSchema = z
  .strictObject({ kind: z.enum(d.redFlagKinds), from: day.optional(), to: day.optional(), explained: z.boolean().optional() })
  .refine(ordered, { error: 'ends before it begins', path: ['to'] });

export const programSchema = z
  .strictObject({
    program: line(200),
    specialty: specialty.optional(),
    track: z.enum(d.programTracks).optional(),
    setting: z.enum(d.programSettings).optional(),
    band: z.enum(d.programBands).optional(),
    status: z.enum(d.programStatuses).optional(),
    signal: z.enum(d.programSignals).optional(),
    sponsorsJ1: z.boolean().optional(),
    sponsorsH1b: z.boolean().optional(),
    takesImg: z.boolean().optional(),
    takesFailedAttempt: z.boolean().optional(),
    minimumStep2: whole(1, 300).optional(),
    maximumYearsSinceGraduation: whole(0, 60).optional(),
    letters: whole(0, 50).optional().meta({ description: 'Letters assigned to the program.' }),
    interviewedOn: day.optional(),
    thankedOn: day.optional(),
    code: line(40).optional().meta({ description: 'Its code with the ACGME or the NRMP, by which it is found in the table of programs.' }),
  })
  .refine(({ interviewedOn, thankedOn }) => interviewedOn === undefined || thankedOn === undefined || interviewedOn <= thankedOn, {
    error: 'is before the interview',
    path: ['thankedOn'],
  });

export const specialtyPlanSchema = z.strictObject({
  primary: specialty.optional(),
  backups: z
    .array(z.strictObject({ specialty, acceptable: z.boolean().optional() }))
    .max(10)
    .optional(),
  dualApplying: z.boolean().optional(),
  geography: z.enum(d.geographies).optional(),
  priority: z.enum(d.planPriorities).optional(),
});

/** The applicant record: the only definition behind HTTP, CSV, the command line and the forms. Unknown keys are refused with their path. */
export const recordSchema = z.strictObject({
  externalId: line(64),
  name: z.strictObject({ given: line(100), family: line(100), preferred: line(100).optional() }),
  email: email.optional(),
  season: whole(2000, 2100).meta({ description: 'Match year.' }),
  applicantType: z.enum(d.applicantTypes),
  school: line(40).optional(),
  graduatesOn: day.optional(),
  bornOn: day.optional().meta({ description: 'Used only by data checks.' }),
  visa: z.strictObject({ need: z.enum(d.visaNeeds) }).optional(),
  advisor: email.optional(),
  couplesWith: line(64).optional(),
  exams: list(examSchema),
  practice: list(practiceSchema),
  study: z
    .strictObject({
      questionBankPct: z.number().min(0).max(100).optional(),
      fullLengthDays: whole(0, 100).optional(),
      asOf: day.optional(),
    })
    .optional(),
  clerkships: list(clerkshipSchema),
  experiences: list(experienceSchema),
  letters: list(letterSchema),
  scholarly: list(scholarlySchema),
  redFlags: list(redFlagSchema),
  specialtyPlan: specialtyPlanSchema.optional(),
  statement: z.strictObject({ status: z.enum(d.statementStatuses), reviewedOn: day.optional() }).optional(),
  interviewPrep: z.strictObject({ accountRehearsedOn: day.optional(), mockInterviews: whole(0, 200).optional() }).optional(),
  programs: list(programSchema),
  contingency: z
    .strictObject({
      path: z.enum(d.contingencyPaths).optional(),
      soapStatement: z.boolean().optional(),
      generalLetters: z.boolean().optional(),
    })
    .optional(),
  match: z
    .strictObject({
      registeredOn: day.nullable().optional(),
      rankListCertifiedOn: day.nullable().optional(),
      outcome: z.enum(d.matchOutcomes).nullable().optional(),
    })
    .optional(),
});

function ordered({ from, to }: { from?: d.Day | undefined; to?: d.Day | undefined }): boolean {
  return from === undefined || to === undefined || from <= to;
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** Compile-time proof that the schema and the vocabulary's type are one shape. */
export const recordSchemaMatchesVocabulary: Same<z.output<typeof recordSchema>, d.ApplicantRecord> = true;
