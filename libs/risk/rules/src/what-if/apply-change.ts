import type { ApplicantRecord, ChangeOf, Letter, ProgramChoice, RecordChange, SpecialtyPlan } from '@matchwatch/domain';

/** A copy of the record in which one fact is as the change says; the record itself stays as it is. */
export function applyChange(record: ApplicantRecord, change: RecordChange): ApplicantRecord {
  switch (change.fact) {
    case 'exam.result':
    case 'exam.booking':
      return { ...record, exams: replaced(record.exams, change) };
    case 'practice.result':
      return { ...record, practice: replaced(record.practice, change) };
    case 'study.question-bank':
      return { ...record, study: { ...record.study, questionBankPct: change.to } };
    case 'study.full-length-days':
      return { ...record, study: { ...record.study, fullLengthDays: change.to } };
    case 'plan.primary':
      return planned(record, { primary: change.to });
    case 'plan.backups':
      return planned(record, { backups: change.to });
    case 'plan.dual-applying':
      return planned(record, { dualApplying: change.to });
    case 'plan.geography':
      return planned(record, { geography: change.to });
    case 'plan.priority':
      return planned(record, { priority: change.to });
    case 'visa.need':
      return { ...record, visa: { need: change.to } };
    case 'clinical.experience':
      return { ...record, experiences: replaced(record.experiences, change) };
    case 'letters.uploaded':
      return { ...record, letters: uploaded(record.letters ?? [], change) };
    case 'letters.new':
      return { ...record, letters: [...(record.letters ?? []), ...Array.from({ length: change.to.count }, () => change.to.letter)] };
    case 'letters.generic':
      return { ...record, letters: strengthened(record.letters ?? [], change.to) };
    case 'scholarly.work':
      return { ...record, scholarly: replaced(record.scholarly, change) };
    case 'list.programs':
      return { ...record, programs: listed(record.programs ?? [], change) };
    case 'statement':
      return { ...record, statement: change.to };
    case 'record.gaps-explained':
      return { ...record, redFlags: record.redFlags?.map((flag) => (flag.kind === 'gap' ? { ...flag, explained: change.to } : flag)) };
    case 'interview.account-rehearsed':
      return { ...record, interviewPrep: { ...record.interviewPrep, accountRehearsedOn: change.to } };
    case 'interview.mocks':
      return { ...record, interviewPrep: { ...record.interviewPrep, mockInterviews: change.to } };
    case 'contingency':
      return { ...record, contingency: change.to };
    case 'match.rank-list-certified':
      return { ...record, match: { ...record.match, rankListCertifiedOn: change.to } };
  }
}

/** A copy of the record in which every change holds, each told from what the one before it left. */
export const applyChanges = (record: ApplicantRecord, changes: readonly RecordChange[]): ApplicantRecord =>
  changes.reduce(applyChange, record);

const planned = (record: ApplicantRecord, plan: SpecialtyPlan): ApplicantRecord => ({
  ...record,
  specialtyPlan: { ...record.specialtyPlan, ...plan },
});

/** The list with `to` in the place of the item that `from` tells of, or at its end. */
function replaced<T extends object>(list: readonly T[] | undefined, { from, to }: { readonly from: T | null; readonly to: T }): T[] {
  const items = list ?? [];
  const at = from === null ? -1 : items.findIndex((item) => isSame(item, from));
  return at === -1 ? [...items, to] : items.with(at, to);
}

const isSame = (a: object, b: object): boolean => a === b || (bothWays(a, b) && bothWays(b, a));
const bothWays = (a: object, b: object): boolean =>
  Object.entries(a).every(([name, value]) => (b as Readonly<Record<string, unknown>>)[name] === value);

const nearness: readonly Letter['status'][] = ['agreed', 'asked', 'to-ask'];

/** Letters that are nearest to being there arrive first. */
function uploaded(letters: readonly Letter[], { to }: ChangeOf<'letters.uploaded'>): Letter[] {
  let missing = to - letters.filter(({ status }) => status === 'uploaded').length;
  const result = [...letters];
  for (const nearest of nearness) {
    for (let i = 0; i < result.length && missing > 0; i++) {
      const letter = result[i] as Letter;
      if (letter.status !== nearest) continue;
      result[i] = { ...letter, status: 'uploaded' };
      missing--;
    }
  }
  return result;
}

function strengthened(letters: readonly Letter[], genericLeft: number): Letter[] {
  let left = genericLeft;
  return letters.map((letter) => {
    if (letter.strength !== 'generic' || letter.status === 'declined' || left-- > 0) return letter;
    return { ...letter, strength: 'strong' };
  });
}

/** Added rows say what a fitting program would: a safer community program that takes applicants like this one. */
function listed(programs: readonly ProgramChoice[], { to }: ChangeOf<'list.programs'>): ProgramChoice[] {
  const { specialty, track } = to;
  const missing = to.programs - countPrograms(programs, to);
  const added = Array.from(
    { length: Math.max(0, missing) },
    (_, i): ProgramChoice => ({
      program: `${addedProgram} ${i + 1}`,
      specialty,
      track,
      setting: 'community',
      band: 'safer',
      status: 'planned',
    }),
  );
  return [...programs, ...added];
}

const addedProgram = 'Added program';

/** Programs of one specialty and track on a list; a row that does not state its track leads to a whole residency. */
export const countPrograms = (
  programs: readonly ProgramChoice[],
  { specialty, track }: Pick<ProgramChoice, 'specialty' | 'track'>,
): number =>
  programs.filter((row) => row.specialty === specialty && (row.track === track || (row.track === undefined && track === 'categorical')))
    .length;
