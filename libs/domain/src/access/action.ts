/** What can be done to or with one applicant. */
export const applicantActions = [
  // Name, type, specialty and advisor, in lists, searches and counts.
  'applicant.find',
  // The page itself: who it is, exams and clerkship grades.
  'applicant.view',
  // The whole record with its history.
  'record.view',
  'record.edit',
  'advisor.assign',
  // Level, reasons, flags, what is unknown, what would change it.
  'risk.view',
  'review.write',
  'meeting.write',
  'plan.write',
  'notes.view',
  'notes.write',
  // Check-ins and everything that follows from them, in whatever answer it stands.
  'wellbeing.view',
  'wellbeing.write',
  // Who may see this applicant and why, and who looked.
  'access.view',
  // Writes down what an applicant says is wrong about them.
  'challenge.write',
  // All that is held about an applicant, in one file.
  'packet.make',
] as const;
export type ApplicantAction = (typeof applicantActions)[number];

/** What can be done in a school beyond any one applicant. */
export const schoolActions = [
  'session.use',
  'rulebook.view',
  'home.view',
  'assessment.preview',
  'run.view',
  'run.request',
  'run.cancel',
  'run.decide',
  'schedule.pause',
  'import.view',
  'import.write',
  // The school's table of programs, and who spoke to one of them for whom, in scope.
  'program.view',
  'program.edit',
  // The season's days and the school's own; of applicants only what the reader sees of them.
  'calendar.view',
  'calendar.edit',
  'policy.view',
  'policy.draft',
  'policy.approve',
  'report.view',
  // Reports as they were frozen: of the whole school, or of those one sees.
  'edition.view',
  'report.send',
  'report.name',
  'export.make',
  'challenge.decide',
  'people.view',
  'people.manage',
  'relation.manage',
  'glass.break',
  'glass.view',
  'audit.view',
  'audit.export',
  // The installation: its health and backups.
  'system.view',
  'backup.make',
] as const;
export type SchoolAction = (typeof schoolActions)[number];

/** Everything the authoriser decides about. */
export type Action = ApplicantAction | SchoolAction;
export const actions: readonly Action[] = [...applicantActions, ...schoolActions];
