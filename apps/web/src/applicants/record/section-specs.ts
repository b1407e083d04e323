import * as d from '@matchwatch/domain';

export type FieldInput = 'line' | 'email' | 'day' | 'number' | 'yes-no' | 'choice' | 'specialty';

export interface FieldSpec {
  /** Path below the record, or below a row of a list. */
  name: string;
  input: FieldInput;
  choices?: readonly string[];
  required?: boolean;
  /** Half a row wide unless said otherwise. */
  wide?: boolean;
}

export interface ListSpec {
  /** Path of the list below the record. */
  path: string;
  fields: readonly FieldSpec[];
  /** Fields that make one line of a row when it is read. */
  newestFirst?: string;
}

export interface SectionSpec {
  key: SectionKey;
  /** The parts of the record that this section owns: each belongs to exactly one. */
  owns: readonly (keyof d.ApplicantRecord)[];
  fields: readonly FieldSpec[];
  lists: readonly ListSpec[];
}

export const sectionKeys = [
  'identity',
  'plan',
  'exams',
  'practice',
  'clerkships',
  'experiences',
  'letters',
  'scholarly',
  'redFlags',
  'application',
  'programs',
  'contingency',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

const line = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({ name, input: 'line', ...more });
const day = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({ name, input: 'day', ...more });
const number = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({ name, input: 'number', ...more });
const yesNo = (name: string): FieldSpec => ({ name, input: 'yes-no' });
const choice = (name: string, choices: readonly string[], more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  input: 'choice',
  choices,
  ...more,
});
const specialty = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({ name, input: 'specialty', ...more });
const required = { required: true } as const;

const one = (key: SectionKey & keyof d.ApplicantRecord, fields: readonly FieldSpec[], newestFirst?: string): SectionSpec => ({
  key,
  owns: [key],
  fields: [],
  lists: [{ path: key, fields, ...(newestFirst !== undefined && { newestFirst }) }],
});

/** The record as people read and write it: sections in the order of the page. */
export const sectionSpecs: readonly SectionSpec[] = [
  {
    key: 'identity',
    owns: ['externalId', 'name', 'email', 'season', 'applicantType', 'school', 'graduatesOn', 'bornOn', 'visa', 'advisor', 'couplesWith'],
    fields: [
      line('name.given', required),
      line('name.family', required),
      line('name.preferred'),
      line('externalId', required),
      { name: 'email', input: 'email' },
      { name: 'advisor', input: 'email' },
      choice('applicantType', d.applicantTypes, required),
      number('season', required),
      day('graduatesOn'),
      choice('visa.need', d.visaNeeds),
      line('couplesWith'),
      day('bornOn'),
    ],
    lists: [],
  },
  {
    key: 'plan',
    owns: ['specialtyPlan'],
    fields: [
      specialty('specialtyPlan.primary'),
      yesNo('specialtyPlan.dualApplying'),
      choice('specialtyPlan.geography', d.geographies),
      choice('specialtyPlan.priority', d.planPriorities),
    ],
    lists: [{ path: 'specialtyPlan.backups', fields: [specialty('specialty', required), yesNo('acceptable')] }],
  },
  one(
    'exams',
    [
      choice('exam', d.examNames, required),
      day('takenOn'),
      number('score'),
      choice('outcome', d.examOutcomes),
      day('bookedFor'),
      day('backupDate'),
    ],
    'takenOn',
  ),
  {
    key: 'practice',
    owns: ['practice', 'study'],
    fields: [number('study.questionBankPct'), number('study.fullLengthDays'), day('study.asOf')],
    lists: [
      {
        path: 'practice',
        fields: [
          choice('for', d.examNames, required),
          choice('kind', d.practiceKinds, required),
          day('takenOn', required),
          number('score', required),
        ],
        newestFirst: 'takenOn',
      },
    ],
  },
  one(
    'clerkships',
    [line('name', required), yesNo('core'), choice('grade', d.clerkshipGrades), number('shelf'), day('endedOn')],
    'endedOn',
  ),
  one(
    'experiences',
    [
      choice('kind', d.experienceKinds, required),
      specialty('specialty'),
      line('site', { wide: true }),
      yesNo('us'),
      yesNo('handsOn'),
      yesNo('acgmeSite'),
      day('from'),
      day('to'),
    ],
    'from',
  ),
  one('letters', [
    choice('writer', d.letterWriters, required),
    choice('status', d.letterStatuses, required),
    specialty('specialty'),
    choice('strength', d.letterStrengths),
    yesNo('us'),
    day('askedOn'),
  ]),
  one(
    'scholarly',
    [choice('kind', d.scholarlyKinds, required), choice('status', d.scholarlyStatuses, required), specialty('specialty'), day('on')],
    'on',
  ),
  one('redFlags', [choice('kind', d.redFlagKinds, required), yesNo('explained'), day('from'), day('to')], 'from'),
  {
    key: 'application',
    owns: ['statement', 'interviewPrep'],
    fields: [
      choice('statement.status', d.statementStatuses),
      day('statement.reviewedOn'),
      number('interviewPrep.mockInterviews'),
      day('interviewPrep.accountRehearsedOn'),
    ],
    lists: [],
  },
  one('programs', [
    line('program', { required: true, wide: true }),
    line('code'),
    specialty('specialty'),
    choice('track', d.programTracks),
    choice('setting', d.programSettings),
    choice('band', d.programBands),
    choice('status', d.programStatuses),
    choice('signal', d.programSignals),
    day('interviewedOn'),
    day('thankedOn'),
    number('letters'),
    number('minimumStep2'),
    number('maximumYearsSinceGraduation'),
    yesNo('takesImg'),
    yesNo('takesFailedAttempt'),
    yesNo('sponsorsJ1'),
    yesNo('sponsorsH1b'),
  ]),
  {
    key: 'contingency',
    owns: ['contingency', 'match'],
    fields: [
      choice('contingency.path', d.contingencyPaths),
      yesNo('contingency.soapStatement'),
      yesNo('contingency.generalLetters'),
      day('match.registeredOn'),
      day('match.rankListCertifiedOn'),
      choice('match.outcome', d.matchOutcomes),
    ],
    lists: [],
  },
];

/** The section in which a fact of the record is written, by its path (`exams.step2ck`, `specialtyPlan.primary`). */
export function sectionOfPath(path: string): SectionKey | undefined {
  const [top] = path.split(/[.[]/);
  return sectionSpecs.find(({ owns }) => owns.some((key) => key === top))?.key;
}
