import { type BriefKind, type BriefSection, briefSections, studentSections } from '@matchwatch/contracts';
import { type Answer, type ApplicantRecord, type Day, specialtyName } from '@matchwatch/domain';
import type { ChallengeRow, MeetingRow, PlanRow, StandingAnswer, TaskRow } from '@matchwatch/store';
import {
  applicantTypeLabel,
  categoryLabel,
  challengeText,
  changeText,
  dayWithYear,
  examLabel,
  interventionAnswerLabel,
  interventionLabel,
  meetingKindLabel,
  missingLabel,
  riskLevelLabel,
  sentence,
  strengthText,
  taskOwnerLabel,
} from '@matchwatch/words';

/** A part of a brief: a heading, and lines, each a fact, a reason or a thing to do. */
export interface BriefPart {
  section: BriefSection;
  heading: string;
  lines: string[];
}

/** A brief ready to be set: nothing in it is computed any more. */
export interface BriefDocument {
  title: string;
  subtitle: string;
  parts: BriefPart[];
  footer: string;
}

/** What a brief is made from; the reader's right to each of it has been looked at. */
export interface BriefSource {
  record: ApplicantRecord;
  answer: StandingAnswer['answer'] | undefined;
  meetings: readonly MeetingRow[];
  plans: readonly PlanRow[];
  tasks: readonly TaskRow[];
  challenges: readonly ChallengeRow[];
}

interface Making {
  kind: BriefKind;
  sections: readonly BriefSection[];
  /** Most lines of one part: what is left out is counted. */
  most: number;
  school: string;
  madeBy: string;
  today: Day;
}

const headings: Readonly<Record<BriefSection, string>> = {
  level: 'Where things stand',
  facts: 'Facts',
  strengths: 'What speaks for the application',
  meetings: 'What was talked about',
  plan: 'The plan',
  dates: 'Dates',
};

/** Puts a brief together from the parts asked for; for the student none but those that are for students, whatever was asked. */
export function briefDocument(source: BriefSource, { kind, sections, most, school, madeBy, today }: Making): BriefDocument {
  const { record } = source;
  const isStudent = kind === 'student';
  const wanted = briefSections.filter((section) => sections.includes(section) && (!isStudent || studentSections.has(section)));
  const parts = wanted.flatMap((section): BriefPart[] => {
    const lines = linesOf[section](source, { isStudent, today });
    if (lines.length === 0) return [];
    const shown = lines.length > most ? [...lines.slice(0, most), `and ${lines.length - most} more`] : lines;
    return [{ section, heading: headings[section], lines: shown }];
  });
  const { given, family, preferred } = record.name;
  return {
    title: `${preferred ?? given} ${family}`,
    subtitle: `${applicantTypeLabel(record.applicantType)} · ${record.season} Match · ${record.externalId}`,
    parts,
    footer: `${school} · ${dayWithYear(today)} · made by ${madeBy}${isStudent ? '' : ' · for those who advise this person'}`,
  };
}

interface Reader {
  isStudent: boolean;
  today: Day;
}

const linesOf: Readonly<Record<BriefSection, (source: BriefSource, reader: Reader) => string[]>> = {
  level: ({ answer }) => (answer ? levelLines(answer) : ['Not assessed yet.']),
  facts: ({ record, challenges }, { isStudent }) => [...factLines(record), ...contested(challenges, isStudent)],
  strengths: ({ answer }) => answer?.strengths.map(strengthText) ?? [],
  meetings: ({ meetings }) => meetings.filter(({ state, restricted }) => state === 'held' && !restricted).map(meetingLine),
  plan: ({ plans, tasks }, { isStudent }) => planLines(plans, tasks, isStudent),
  dates: dateLines,
};

function levelLines({
  riskLevel,
  setBy,
  findings,
  careGaps,
  categories,
  unknown,
}: Omit<Answer, 'externalId' | 'asOf' | 'policy'>): string[] {
  const raised = [...findings, ...careGaps];
  const first = raised.filter(({ code }) => setBy.includes(code));
  const rest = raised.filter(({ code, level }) => !setBy.includes(code) && level !== 'note');
  const ranges = categories.flatMap(({ specialty, category }) =>
    category === null ? [] : [`${specialtyName(specialty)}: ${categoryLabel(category)}`],
  );
  const missing = riskLevel === 'not-assessable' ? [...new Set(unknown.flatMap((each) => each.missing))].map(missingLabel) : [];
  return [
    riskLevelLabel(riskLevel),
    ...[...first, ...rest].map(sentence),
    ...(ranges.length > 0 ? [`Score against the specialty: ${ranges.join('; ')}`] : []),
    ...(missing.length > 0 ? [`Not known: ${missing.join(', ')}`] : []),
  ];
}

const outcomes = { pass: 'passed', fail: 'not passed', incomplete: 'incomplete', pending: 'result pending' } as const;

function factLines({ specialtyPlan, exams = [], letters, programs, experiences, advisor }: ApplicantRecord): string[] {
  const backups = specialtyPlan?.backups?.map(({ specialty }) => specialtyName(specialty)) ?? [];
  const specialty =
    specialtyPlan?.primary &&
    `Specialty: ${specialtyName(specialtyPlan.primary)}${backups.length > 0 ? `, with ${backups.join(', ')} as a backup` : ''}`;
  const taken = exams.flatMap(({ exam, takenOn, score, outcome }) =>
    takenOn === undefined
      ? []
      : [
          [examLabel(exam), score, outcome && outcomes[outcome], `on ${dayWithYear(takenOn)}`]
            .filter((each) => each !== undefined)
            .join(' '),
        ],
  );
  const uploaded = letters?.filter(({ status }) => status === 'uploaded').length;
  return [
    ...(specialty ? [specialty] : []),
    ...taken,
    ...(letters ? [`Letters: ${uploaded} of ${letters.length} uploaded`] : []),
    ...(programs ? [`Programs on the list: ${programs.length}`] : []),
    ...(experiences ? [`Experiences recorded: ${experiences.length}`] : []),
    ...(advisor ? [`Advisor: ${advisor}`] : []),
  ];
}

/** What the applicant contests goes wherever it is shown; a finding is nothing that a student's copy speaks of. */
const contested = (challenges: readonly ChallengeRow[], isStudent: boolean): string[] =>
  challenges.filter(({ state, subject }) => state !== 'corrected' && (!isStudent || subject.kind === 'fact')).map(challengeText);

function meetingLine({ on, kind, with: _with, advised }: MeetingRow): string {
  const said = advised.map(
    ({ intervention, answer }) => `${interventionLabel(intervention)} (${interventionAnswerLabel(answer).toLowerCase()})`,
  );
  return `${dayWithYear(on)}, ${meetingKindLabel(kind).toLowerCase()}${said.length > 0 ? `: ${said.join('; ')}` : ''}`;
}

/** Tasks of a plan that is still a draft are nobody’s yet; restricted ones are on no paper. */
function openTasks(plans: readonly PlanRow[], tasks: readonly TaskRow[]): TaskRow[] {
  const drafts = new Set(plans.filter(({ state }) => state === 'draft').map(({ id }) => id));
  return tasks.filter(({ state, restricted, planId }) => state === 'open' && !restricted && !(planId !== null && drafts.has(planId)));
}

function planLines(plans: readonly PlanRow[], tasks: readonly TaskRow[], isStudent: boolean): string[] {
  const plan = plans.find(({ state }) => state === 'agreed');
  const goals = plan?.goals.map(({ change, dueOn }) => `${changeText(change)} by ${dayWithYear(dueOn)}`) ?? [];
  // What colleagues see to among themselves is not for the student's copy.
  const shown = openTasks(plans, tasks).filter(({ owner, planId }) => !isStudent || owner === 'applicant' || planId !== null);
  return [
    ...goals,
    ...shown.map(
      ({ title, owner, person, dueOn }) => `${title} (${taskOwnerLabel(owner, person).toLowerCase()}, by ${dayWithYear(dueOn)})`,
    ),
  ];
}

function dateLines({ record, plans, tasks, meetings }: BriefSource, { isStudent, today }: Reader): string[] {
  const dates = [
    ...(record.exams ?? []).flatMap(({ exam, takenOn, bookedFor }) =>
      takenOn === undefined && bookedFor !== undefined ? [{ on: bookedFor, what: examLabel(exam) }] : [],
    ),
    ...meetings.flatMap(({ state, on, restricted, kind }) =>
      state === 'planned' && !restricted ? [{ on, what: `Meeting (${meetingKindLabel(kind).toLowerCase()})` }] : [],
    ),
    ...openTasks(plans, tasks)
      .filter(({ owner }) => !isStudent || owner === 'applicant')
      .map(({ dueOn, title }) => ({ on: dueOn, what: title })),
  ];
  return dates
    .filter(({ on }) => on >= today)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
    .map(({ on, what }) => `${dayWithYear(on)}: ${what}`);
}
