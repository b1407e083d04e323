/** Paths of the record that an unknown answer names; words for people are in the words library. */
export const paths = {
  exams: 'exams',
  step1Score: 'exams[step1].score',
  step1Outcome: 'exams[step1].outcome',
  step2Score: 'exams[step2ck].score',
  step2Outcome: 'exams[step2ck].outcome',
  primary: 'specialtyPlan.primary',
  backups: 'specialtyPlan.backups',
  backupsAcceptable: 'specialtyPlan.backups.acceptable',
  dualApplying: 'specialtyPlan.dualApplying',
  geography: 'specialtyPlan.geography',
  specialtyPlan: 'specialtyPlan',
  visa: 'visa.need',
  experiences: 'experiences',
  experiencesUs: 'experiences.us',
  graduatesOn: 'graduatesOn',
  clerkships: 'clerkships',
  changedOn: 'changedOn',
  calendar: 'season calendar',
  experienceDays: 'experiences.from',
  experiencesTo: 'experiences.to',
  experiencesSpecialty: 'experiences.specialty',
  experiencesSite: 'experiences.site',
  experiencesAcgme: 'experiences.acgmeSite',
  clerkshipsCore: 'clerkships.core',
  clerkshipsGrade: 'clerkships.grade',
  letters: 'letters',
  lettersSpecialty: 'letters.specialty',
  lettersUs: 'letters.us',
  lettersAskedOn: 'letters.askedOn',
  scholarly: 'scholarly',
  practice: 'practice',
  practiceScore: 'practice.score',
  study: 'study',
  questionBank: 'study.questionBankPct',
  fullLengthDays: 'study.fullLengthDays',
} as const;

/** The path of an exam's outcome. */
export const outcomePath = (exam: string): string => `exams[${exam}].outcome`;

/** A missing specialty tier is a fact of the policy, not of the record. */
export const tierPath = (specialty: string): string => `policy.specialty.tier.${specialty}`;
