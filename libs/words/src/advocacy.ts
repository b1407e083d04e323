import type { AdvocacyContact, AdvocacyOutcome, AdvocacyWay, AdvocateRole } from '@matchwatch/domain';

const roles: Readonly<Record<AdvocateRole, string>> = {
  dean: 'Dean',
  chair: 'Department chair',
  'program-director': 'Program director here',
  faculty: 'Faculty',
  mentor: 'Mentor',
  graduate: 'Graduate of ours',
  other: 'Somebody else',
};
/** Who speaks for an applicant. */
export const advocateRoleLabel = (role: AdvocateRole): string => roles[role];

const contacts: Readonly<Record<AdvocacyContact, string>> = {
  'program-director': 'Program director',
  'associate-program-director': 'Associate program director',
  chair: 'Chair',
  faculty: 'Faculty',
  coordinator: 'Coordinator',
  other: 'Somebody else',
};
/** Whom at a program an advocate turned to. */
export const advocacyContactLabel = (contact: AdvocacyContact): string => contacts[contact];

const ways: Readonly<Record<AdvocacyWay, string>> = { call: 'Call', mail: 'E-mail', 'in-person': 'In person', letter: 'Letter' };
/** How an advocate spoke. */
export const advocacyWayLabel = (way: AdvocacyWay): string => ways[way];

const outcomes: Readonly<Record<AdvocacyOutcome, string>> = {
  waiting: 'Waiting to hear',
  'no-answer': 'No answer',
  noted: 'Taken note of',
  'will-look': 'Will look at the application',
  invited: 'Invited to interview',
  declined: 'Declined',
  withdrawn: 'Noted by mistake',
};
/** What came of it. */
export const advocacyOutcomeLabel = (outcome: AdvocacyOutcome): string => outcomes[outcome];
