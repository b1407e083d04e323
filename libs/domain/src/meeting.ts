/** How somebody was met, or was to be. */
export const meetingKinds = ['in-person', 'video', 'phone', 'group', 'writing'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** A meeting's life: agreed for a day, held, or not come about; `withdrawn` was noted by mistake. Only `held` is contact. */
export const meetingStates = ['planned', 'held', 'missed', 'withdrawn'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** States in which a meeting may be written down; it is withdrawn by an act of its own. */
export const writableMeetingStates = ['planned', 'held', 'missed'] as const satisfies readonly MeetingState[];

/** Which state may follow which when a meeting is corrected. */
export const meetingTransitions: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['planned', 'held', 'missed', 'withdrawn'],
  held: ['held', 'withdrawn'],
  missed: ['missed', 'held', 'withdrawn'],
  withdrawn: [],
};

/** Whom of the school an applicant met, as care gaps ask: anybody beside a dean or an advisor is another. */
export const metWith = ['dean', 'advisor', 'other'] as const;
export type MetWith = (typeof metWith)[number];

/** What was talked about, in display order. */
export const meetingTopics = [
  'scores',
  'exam-date',
  'study',
  'specialty',
  'program-list',
  'letters',
  'clinical',
  'research',
  'statement',
  'interview',
  'visa',
  'contingency',
  'progress',
  'circumstances',
] as const;
export type MeetingTopic = (typeof meetingTopics)[number];
