import type {
  Intervention,
  InterventionAnswer,
  MeetingKind,
  MeetingState,
  MeetingTopic,
  OutreachState,
  OutreachTemplate,
  PlanEnding,
  PlanState,
  ReferralKind,
  ReferralState,
  Strategy,
  TaskOwner,
} from '@matchwatch/domain';

const kinds: Readonly<Record<MeetingKind, string>> = {
  'in-person': 'In person',
  video: 'Video call',
  phone: 'Phone call',
  group: 'Group meeting',
  writing: 'In writing',
};
/** How somebody was met. */
export const meetingKindLabel = (kind: MeetingKind): string => kinds[kind];

const states: Readonly<Record<MeetingState, string>> = {
  planned: 'Planned',
  held: 'Held',
  missed: 'Did not take place',
  withdrawn: 'Withdrawn',
};
/** Where a meeting stands. */
export const meetingStateLabel = (state: MeetingState): string => states[state];

const topics: Readonly<Record<MeetingTopic, string>> = {
  scores: 'Scores',
  'exam-date': 'Exam date',
  study: 'Study',
  specialty: 'Specialty choice',
  'program-list': 'Program list',
  letters: 'Letters',
  clinical: 'Clinical experience',
  research: 'Research',
  statement: 'Personal statement',
  interview: 'Interviews',
  visa: 'Visa',
  contingency: 'If there is no match',
  progress: 'Progress of the plan',
  circumstances: 'Circumstances',
};
/** What was talked about. */
export const meetingTopicLabel = (topic: MeetingTopic): string => topics[topic];

const strategies: Readonly<Record<Strategy, string>> = {
  components: 'The other parts of the application',
  output: 'Research and other output',
  account: 'How the score is told',
  exam: 'Exams',
  network: 'Mentors and contacts',
  choice: 'Specialty, list and paths',
  'after-applying': 'After applying',
  coping: 'Support for the person',
};
/** What kind of help an intervention is. */
export const strategyLabel = (strategy: Strategy): string => strategies[strategy];

const interventions: Readonly<Record<Intervention, string>> = {
  'widen-list': 'Widen the program list',
  'add-backup': 'Add a backup specialty',
  'change-specialty': 'Change the specialty',
  'dual-apply': 'Apply in two specialties',
  'add-preliminary': 'Add preliminary programs',
  'open-geography': 'Widen the geography',
  'visa-flexibility': 'More flexible on the visa',
  'delay-exam': 'Delay the exam',
  'book-exam': 'Book the exam',
  'retake-exam': 'Sit the exam again',
  'no-retake': 'Do not sit it again',
  'sit-step3': 'Sit Step 3',
  'practice-exam': 'Take a practice exam',
  'question-bank': 'Work through the question bank',
  tutoring: 'Tutoring or academic support',
  'ask-letters': 'Ask for letters',
  'clinical-experience': 'More clinical experience',
  'statement-review': 'Have the statement reviewed',
  'mock-interview': 'Hold mock interviews',
  'research-output': 'Finish a research output',
  'score-account': 'Rehearse how the score is told',
  'find-mentor': 'Find a mentor',
  'soap-kit': 'Prepare for SOAP',
  'gap-year': 'Plan a gap year',
  support: 'Support for the person',
  other: 'Something else',
};
/** What was advised. */
export const interventionLabel = (intervention: Intervention): string => interventions[intervention];

const answers: Readonly<Record<InterventionAnswer, string>> = {
  agreed: 'Agreed',
  declined: 'Declined',
  deferred: 'Deferred',
  open: 'No answer yet',
};
/** What the applicant said to it. */
export const interventionAnswerLabel = (answer: InterventionAnswer): string => answers[answer];

const planStates: Readonly<Record<PlanState, string>> = { draft: 'Draft', agreed: 'Agreed', closed: 'Closed' };
/** Where a plan stands. */
export const planStateLabel = (state: PlanState): string => planStates[state];

const endings: Readonly<Record<PlanEnding, string>> = {
  reached: 'It reached what it was for',
  replaced: 'Another plan takes its place',
  'no-longer-needed': 'It is not needed any more',
};
/** How a plan ended. */
export const planEndingLabel = (ending: PlanEnding): string => endings[ending];

const owners: Readonly<Record<TaskOwner, string>> = {
  applicant: 'Applicant',
  advisor: 'Advisor',
  dean: 'Dean',
  person: 'A person by name',
};
/** Who sees to a task; by name where it is a person. */
export const taskOwnerLabel = (owner: TaskOwner, person?: { readonly name: string } | null): string => person?.name ?? owners[owner];

const referrals: Readonly<Record<ReferralKind, string>> = {
  tutoring: 'Tutoring',
  'learning-specialist': 'Learning specialist',
  counselling: 'Counselling',
  wellness: 'Wellness',
  finance: 'Financial advice',
  'faculty-mentor': 'Faculty mentor',
};
/** Where somebody is referred to. */
export const referralKindLabel = (kind: ReferralKind): string => referrals[kind];

const referralStates: Readonly<Record<ReferralState, string>> = {
  made: 'Made',
  accepted: 'Accepted',
  declined: 'Declined',
  completed: 'Completed',
  withdrawn: 'Withdrawn',
};
/** Where a referral stands. */
export const referralStateLabel = (state: ReferralState): string => referralStates[state];

const messages: Readonly<Record<OutreachTemplate, string>> = {
  invite: 'Ask for a meeting',
  'check-in': 'A short check-in',
  'next-steps': 'Next steps that were agreed',
  'exam-date': 'About the exam date',
  documents: 'Documents that are still open',
  'after-result': 'After a result',
};
/** What a message is for. */
export const outreachTemplateLabel = (template: OutreachTemplate): string => messages[template];

const messageStates: Readonly<Record<OutreachState, string>> = {
  sending: 'Being sent',
  sent: 'Sent by mail',
  'by-hand': 'Sent by hand',
  failed: 'Not sent',
  uncertain: 'Not known whether it went',
};
/** How a message went. */
export const outreachStateLabel = (state: OutreachState): string => messageStates[state];
