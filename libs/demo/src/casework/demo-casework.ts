import {
  type AdviceCode,
  type AdviceOwner,
  type AdvocacyOutcome,
  type AdvocacyWay,
  type AdvocateRole,
  type ApplicantRecord,
  addDays,
  type Day,
  type Intervention,
  type InterventionAnswer,
  type MeetingKind,
  type MeetingTopic,
  type PlanPhase,
  planPhases,
  type RecordChange,
  type ReferralKind,
  type SpecialtyKey,
} from '@matchwatch/domain';
import { castIn } from '../cast/index.js';
import { Chance } from '../chance.js';

/** A meeting of the fictional school. */
export interface DemoMeeting {
  readonly on: Day;
  readonly at: string;
  readonly state: 'planned' | 'held';
  readonly kind: MeetingKind;
  readonly topics: readonly MeetingTopic[];
  readonly note: string | null;
  readonly restricted: boolean;
  readonly advised: readonly {
    readonly intervention: Intervention;
    readonly answer: InterventionAnswer;
    readonly why: string | null;
    readonly goal: RecordChange | null;
    readonly dueOn: Day | null;
  }[];
  readonly nextStep: string | null;
  readonly nextOn: Day | null;
  /** The day the next step was done; null while it is open. */
  readonly nextDoneOn: Day | null;
}

/** A task of a plan of the fictional school; `doneOn` is null while it is open. */
export interface DemoTask {
  readonly advice: AdviceCode;
  readonly phase: PlanPhase;
  readonly owner: AdviceOwner;
  readonly title: string;
  readonly dueOn: Day;
  readonly doneOn: Day | null;
}

/** What the fictional school has done for one applicant. */
export interface DemoCasework {
  readonly externalId: string;
  readonly meetings: readonly DemoMeeting[];
  readonly plan: {
    readonly agreedOn: Day | null;
    readonly tasks: readonly DemoTask[];
    readonly goals: readonly { readonly change: RecordChange; readonly dueOn: Day }[];
  } | null;
  /** Who spoke for them, to a program they have applied to. */
  readonly advocacy: {
    readonly program: string;
    readonly specialty: SpecialtyKey | null;
    readonly advocate: string;
    readonly role: AdvocateRole;
    readonly way: AdvocacyWay;
    readonly on: Day;
    readonly said: string;
    readonly outcome: AdvocacyOutcome;
    readonly outcomeOn: Day | null;
  } | null;
  readonly referral: { readonly kind: ReferralKind; readonly madeOn: Day; readonly dueOn: Day; readonly note: string } | null;
}

const talks: readonly { readonly topics: readonly MeetingTopic[]; readonly note: string; readonly advised: readonly Intervention[] }[] = [
  {
    topics: ['scores', 'specialty'],
    note: 'Talked the score report through and what it means for the first choice.',
    advised: ['add-backup', 'widen-list'],
  },
  { topics: ['program-list'], note: 'Went through the list row by row; several programs are out of reach.', advised: ['widen-list'] },
  {
    topics: ['exam-date', 'study'],
    note: 'Practice scores are rising slowly; looked at the calendar together.',
    advised: ['delay-exam', 'question-bank'],
  },
  { topics: ['letters', 'clinical'], note: 'Two attendings know the work well and will be asked this month.', advised: ['ask-letters'] },
  {
    topics: ['statement', 'interview'],
    note: 'Read the draft; the second paragraph says it best. Mock interview to follow.',
    advised: ['statement-review', 'mock-interview'],
  },
  { topics: ['progress'], note: 'Short check on the plan: most of it is on its way.', advised: [] },
];

const steps = [
  'Send the revised list',
  'Write with two dates for a mock interview',
  'Ask Dr Lee for a letter',
  'Look at the practice scores again',
] as const;

interface TaskKind {
  readonly advice: AdviceCode;
  readonly phase: PlanPhase;
  readonly owner: AdviceOwner;
  readonly title: string;
}

const tasks: readonly TaskKind[] = [
  {
    advice: 'debrief-score',
    phase: 'stabilize',
    owner: 'applicant',
    title: 'Write the debrief of the preparation: questions, practice exams, weak areas',
  },
  { advice: 'meet-advisor', phase: 'stabilize', owner: 'advisor', title: 'A frank talk about realistic specialties' },
  { advice: 'name-backup', phase: 'stabilize', owner: 'applicant', title: 'Name a backup specialty you would accept' },
  { advice: 'ask-letters', phase: 'rebuild', owner: 'applicant', title: 'Ask for two letters at the end of the rotation' },
  { advice: 'write-statement', phase: 'rebuild', owner: 'applicant', title: 'A first draft of the personal statement' },
  { advice: 'review-statement', phase: 'rebuild', owner: 'advisor', title: 'Read the statement and write back' },
  { advice: 'build-program-list', phase: 'communicate', owner: 'applicant', title: 'A program list of three bands' },
  { advice: 'hold-mock-interview', phase: 'communicate', owner: 'advisor', title: 'Hold a mock interview' },
  { advice: 'draw-the-line', phase: 'contingency', owner: 'applicant', title: 'Decide what happens if there is no match' },
  { advice: 'prepare-soap-kit', phase: 'contingency', owner: 'applicant', title: 'Short statement and general letters for SOAP' },
];

/**
 * What the fictional school has done by a day: something for the cast, but for those who show that nothing was done, and for about
 * a third of the others, the same for the same seed and day.
 */
export function demoCasework(
  records: readonly ApplicantRecord[],
  { asOf, season, seed }: { asOf: Day; season: number; seed: number },
): DemoCasework[] {
  const cast = new Map(castIn(season).map(({ record, raises }) => [record.externalId, raises]));
  return records.flatMap((record, at) => {
    if (record.season !== season || record.advisor === undefined) return [];
    const raises = cast.get(record.externalId);
    const chance = new Chance(seed ^ 0x5eed, at);
    const isNeglected = raises?.some((code) => code === 'care.no-meeting' || code === 'care.no-plan') ?? false;
    if (isNeglected || (raises === undefined && !chance.yes(1 / 3))) return [];
    const advocacy = advocacyFor(record, asOf, new Chance(seed ^ 0xad0c, at));
    return [{ ...workFor(record, asOf, chance, raises?.includes('care.overdue-task') ?? false), advocacy }];
  });
}

function workFor(record: ApplicantRecord, asOf: Day, chance: Chance, late: boolean): Omit<DemoCasework, 'advocacy'> {
  const meetings = Array.from({ length: chance.whole(1, 3) }, (_, n) =>
    meeting(record, addDays(asOf, -(7 + 21 * n + chance.whole(0, 9))), asOf, chance),
  );
  const isPlanned = chance.yes(0.3);
  const planned = isPlanned
    ? [
        {
          ...meeting(record, addDays(asOf, chance.whole(1, 12)), asOf, chance),
          state: 'planned' as const,
          note: null,
          advised: [],
          nextStep: null,
          nextOn: null,
          nextDoneOn: null,
        },
      ]
    : [];
  const hasReferral = chance.yes(0.15);
  return {
    externalId: record.externalId,
    meetings: [...meetings, ...planned],
    plan: chance.yes(0.7) || late ? plan(record, asOf, chance, late) : null,
    referral: hasReferral
      ? {
          kind: chance.pick(['tutoring', 'learning-specialist', 'finance', 'faculty-mentor'] as const),
          madeOn: addDays(asOf, -chance.whole(3, 20)),
          dueOn: addDays(asOf, chance.whole(-2, 14)),
          note: 'Asked for a first talk in the coming days.',
        }
      : null,
  };
}

const advocates = [
  ['Prof. Iris Kwan', 'chair'],
  ['Margaret Whitfield', 'dean'],
  ['Dr Samuel Adeyemi', 'faculty'],
  ['Dr Lucía Ferrer', 'mentor'],
] as const;

/** For every fourth who has applied somewhere: one word from somebody, to a program that has not answered yet. */
function advocacyFor({ programs }: ApplicantRecord, asOf: Day, chance: Chance): DemoCasework['advocacy'] {
  const applied = programs?.filter(({ status }) => status === 'applied').slice(0, 30) ?? [];
  if (applied.length === 0 || !chance.yes(0.25)) return null;
  const { program, specialty } = chance.pick(applied);
  const [advocate, role] = chance.pick(advocates);
  const on = addDays(asOf, -chance.whole(4, 40));
  const outcome = chance.weighted([
    ['waiting', 4],
    ['noted', 3],
    ['will-look', 3],
    ['no-answer', 1],
  ] as const);
  return {
    program,
    specialty: specialty ?? null,
    advocate,
    role,
    way: chance.pick(['call', 'mail', 'in-person'] as const),
    on,
    said: 'Told them how the work on the wards has been, and that the score says less than that.',
    outcome,
    outcomeOn: outcome === 'waiting' ? null : addDays(on, chance.whole(1, 4)),
  };
}

function meeting(record: ApplicantRecord, on: Day, asOf: Day, chance: Chance): DemoMeeting {
  const talk = chance.pick(talks);
  const hasNext = chance.yes(0.5);
  const nextOn = hasNext ? addDays(on, chance.whole(5, 30)) : null;
  const answer = () =>
    chance.weighted([
      ['agreed', 6],
      ['declined', 2],
      ['deferred', 1],
      ['open', 1],
    ] as const);
  return {
    on,
    at: `${String(chance.whole(9, 16)).padStart(2, '0')}:${chance.pick(['00', '15', '30', '45'])}`,
    state: 'held',
    kind: chance.weighted([
      ['in-person', 5],
      ['video', 3],
      ['phone', 2],
    ] as const),
    topics: talk.topics,
    note: talk.note,
    restricted: false,
    advised: talk.advised.map((intervention) => {
      const said = answer();
      const goal = said === 'agreed' ? goalOf(record, intervention) : null;
      const dueOn = said === 'agreed' || said === 'deferred' ? addDays(on, chance.whole(14, 60)) : null;
      return { intervention, answer: said, why: said === 'declined' ? 'Wants to see the next practice score first' : null, goal, dueOn };
    }),
    nextStep: hasNext ? chance.pick(steps) : null,
    nextOn,
    nextDoneOn: nextOn !== null && nextOn < asOf && chance.yes(0.85) ? nextOn : null,
  };
}

/** What the record would show; only where the record tells enough to say it. */
function goalOf({ specialtyPlan, programs, interviewPrep }: ApplicantRecord, intervention: Intervention): RecordChange | null {
  const primary = specialtyPlan?.primary;
  if (intervention === 'widen-list' && primary !== undefined && programs !== undefined) {
    const kind = { specialty: primary, track: 'categorical' } as const;
    const now = programs.filter((each) => each.specialty === primary && (each.track ?? 'categorical') === 'categorical').length;
    return { fact: 'list.programs', from: { ...kind, programs: now }, to: { ...kind, programs: Math.ceil((now + 12) / 10) * 10 } };
  }
  if (intervention === 'mock-interview') return { fact: 'interview.mocks', from: interviewPrep?.mockInterviews ?? null, to: 2 };
  return null;
}

function plan(record: ApplicantRecord, asOf: Day, chance: Chance, late: boolean): DemoCasework['plan'] {
  const chosen = tasks.filter(() => chance.yes(0.65));
  const agreedOn = chance.yes(0.85) || late ? addDays(asOf, -chance.whole(15, 50)) : null;
  const begun = agreedOn ?? asOf;
  const some = chosen.length > 0 ? chosen : tasks.slice(0, 3);
  const phaseAt = (phase: PlanPhase) => planPhases.indexOf(phase);
  const goal = goalOf(record, 'mock-interview');
  return {
    agreedOn,
    tasks: some.map((kind, at): DemoTask => {
      const isLate = late && at === 0;
      const dueOn = isLate ? addDays(asOf, -24) : addDays(begun, 10 + 14 * phaseAt(kind.phase) + chance.whole(0, 9));
      const isDone = agreedOn !== null && !isLate && dueOn <= asOf && chance.yes(0.8);
      return { ...kind, dueOn, doneOn: isDone ? addDays(dueOn, -chance.whole(0, 4)) : null };
    }),
    goals: goal && chance.yes(0.4) ? [{ change: goal, dueOn: addDays(begun, 45) }] : [],
  };
}
