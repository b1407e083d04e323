import type { ApplicantRecord, ChallengeState, ChallengeSubject, Day } from '@matchwatch/domain';
import { ruleLabel } from './finding.js';
import { dayWithYear } from './format.js';

const parts: Readonly<Record<keyof ApplicantRecord, string>> = {
  externalId: 'School ID',
  name: 'Name',
  email: 'Email',
  season: 'Match season',
  applicantType: 'Applicant type',
  school: 'School',
  graduatesOn: 'Graduation',
  bornOn: 'Date of birth',
  visa: 'Visa',
  advisor: 'Advisor',
  couplesWith: 'Couples match',
  exams: 'Exams',
  practice: 'Practice exams',
  study: 'Study',
  clerkships: 'Clerkships',
  experiences: 'Experiences',
  letters: 'Letters',
  scholarly: 'Scholarly work',
  redFlags: 'Things to explain',
  specialtyPlan: 'Specialty plan',
  statement: 'Personal statement',
  interviewPrep: 'Interview preparation',
  programs: 'Programs',
  contingency: 'Contingency plan',
  match: 'Match',
};
/** A part of the record. */
export const recordPartLabel = (part: keyof ApplicantRecord): string => parts[part];

/** What a challenge is about. */
export const challengeSubjectLabel = (subject: ChallengeSubject): string =>
  subject.kind === 'fact' ? recordPartLabel(subject.about) : ruleLabel(subject.about);

const states: Readonly<Record<ChallengeState, string>> = { open: 'Open', corrected: 'Corrected', declined: 'Declined' };
/** Where a challenge stands. */
export const challengeStateLabel = (state: ChallengeState): string => states[state];

/** What of a challenge is told beside the thing it is about. */
export interface WordedChallenge {
  readonly subject: ChallengeSubject;
  readonly contested: string;
  readonly says: string;
  readonly receivedOn: Day;
  readonly state: ChallengeState;
  readonly statement: string | null;
}

/** A challenge in one paragraph, for wherever the contested thing leaves the page: what is contested, what the applicant says, how it stands. */
export const challengeText = ({ subject, contested, says, receivedOn, state, statement }: WordedChallenge): string =>
  [
    `${challengeSubjectLabel(subject)}: the applicant contests “${contested}” since ${dayWithYear(receivedOn)} and says “${says}”`,
    `${challengeStateLabel(state).toLowerCase()}${state === 'declined' && statement !== null ? `; their statement: “${statement}”` : ''}`,
  ].join('; ');
