import { type ApplicantRecord, addDays, type Day, type Experience, type Letter, type SpecialtyKey } from '@matchwatch/domain';
import type { ApplicantView } from '../view/applicant-view.js';
import { countPrograms } from './apply-change.js';
import { type ChangeFamily, choices, counted } from './family.js';

/** What an application is made of: experience, letters, works, programs, statement, interviews, and what is done without a match. */
export function applicationFamilies(view: ApplicantView): ChangeFamily[] {
  if (view.matchIsOver) return [];
  const primary = view.record.specialtyPlan?.primary;
  return [
    ...(primary === undefined ? [] : [experienceFamily(view, primary)]),
    ...letterFamilies(view, primary),
    ...(primary === undefined ? [] : [workFamily(view, primary)]),
    ...programFamilies(view),
    ...preparationFamilies(view),
    ...contingencyFamilies(view),
  ];
}

/** Hands-on months in the specialty: a sub-internship, or for an IMG up to as many months as are best. */
function experienceFamily({ policy, isImg, record }: ApplicantView, specialty: SpecialtyKey): ChangeFamily {
  const { asOf, values } = policy;
  const days = values['clinical.usce-short.month-days'];
  return counted(1, isImg ? values['usce.amount.months-best'] : 1, (months) => ({
    fact: 'clinical.experience',
    from: null,
    to: furtherExperience(record, specialty, months * days, asOf),
  }));
}

/** So many more days of hands-on US experience; they end on the day, or before experience that is there already: days count once. */
export const furtherExperience = (
  { experiences, applicantType }: Pick<ApplicantRecord, 'experiences' | 'applicantType'>,
  specialty: SpecialtyKey,
  days: number,
  until: Day,
): Experience => ({
  kind: applicantType === 'us-img' || applicantType === 'non-us-img' ? 'externship' : 'sub-internship',
  specialty,
  us: true,
  handsOn: true,
  acgmeSite: true,
  site: furtherSite,
  ...freeDays(experiences ?? [], specialty, until, days),
});

const furtherSite = 'A further site';

/** The latest so many days in a row, up to a day, without experience in the specialty. */
export function freeDays(experiences: readonly Experience[], specialty: SpecialtyKey, until: Day, days: number): { from: Day; to: Day } {
  let to = until;
  let from = addDays(to, 1 - days);
  for (;;) {
    const taken = experiences.find(
      (one) => one.specialty === specialty && one.from !== undefined && one.from <= to && (one.to === undefined || one.to >= from),
    );
    if (taken?.from === undefined) return { from, to };
    to = addDays(taken.from, -1);
    from = addDays(to, 1 - days);
  }
}

function letterFamilies({ record, policy }: ApplicantView, specialty: SpecialtyKey | undefined): ChangeFamily[] {
  const { letters } = record;
  const { values } = policy;
  if (letters === undefined) return [];
  const uploaded = letters.filter(({ status }) => status === 'uploaded').length;
  const expected = letters.filter(({ status }) => status !== 'declined').length;
  const generic = letters.filter(({ strength, status }) => strength === 'generic' && status !== 'declined').length;
  const [educator = 'attending'] = values['letters.educators'];
  const written = (writer: Letter['writer']) =>
    counted(1, values['letters.total-best'], (count) => ({
      fact: 'letters.new',
      from: null,
      to: { count, letter: { writer, ...(specialty && { specialty }), us: true, status: 'uploaded', strength: 'strong' } },
    }));
  return [
    counted(uploaded + 1, expected, (to) => ({ fact: 'letters.uploaded', from: uploaded, to })),
    written('attending'),
    written(educator),
    // From one fewer down to none.
    { steps: generic, at: (step) => ({ fact: 'letters.generic', from: generic, to: generic - 1 - step }), monotone: true },
  ];
}

const workFamily = ({ policy: { asOf } }: ApplicantView, specialty: SpecialtyKey): ChangeFamily =>
  choices({ fact: 'scholarly.work', from: null, to: { kind: 'case-report', status: 'submitted', specialty, on: asOf } });

/** More programs of the specialties of the plan, up to what is asked for, or as many as make the list even. */
function programFamilies({ record, programTarget, policy }: ApplicantView): ChangeFamily[] {
  const { programs, specialtyPlan } = record;
  if (programs === undefined) return [];
  const { primary, backups = [] } = specialtyPlan ?? {};
  const most = Math.max(programTarget?.minimum ?? 0, 2 * programs.length, policy.values['list.backup-thin.minimum']);
  const family = (specialty: SpecialtyKey, track: 'categorical' | 'preliminary') => {
    const now = countPrograms(programs, { specialty, track });
    return counted(now + 1, now + most, (count) => ({
      fact: 'list.programs',
      from: { specialty, track, programs: now },
      to: { specialty, track, programs: count },
    }));
  };
  return [
    ...(primary === undefined ? [] : [family(primary, 'categorical')]),
    ...backups.map(({ specialty }) => family(specialty, 'categorical')),
    ...(primary === undefined ? [] : [family(primary, 'preliminary')]),
  ];
}

function preparationFamilies({ record, policy: { asOf } }: ApplicantView): ChangeFamily[] {
  const { statement, interviewPrep, redFlags } = record;
  const families: ChangeFamily[] = [];
  const reached = (['none', 'draft', 'reviewed', 'final'] as const).indexOf(statement?.status ?? 'none');
  if (statement !== undefined) {
    const steps = [
      { status: 'draft' },
      { status: 'reviewed', reviewedOn: asOf },
      { status: 'final', reviewedOn: statement.reviewedOn ?? asOf },
    ] as const;
    families.push(choices(...steps.slice(Math.max(0, reached - 1)).map((to) => ({ fact: 'statement' as const, from: statement, to }))));
  }
  if (redFlags?.some(({ kind, explained }) => kind === 'gap' && explained === false)) {
    families.push(choices({ fact: 'record.gaps-explained', from: false, to: true }));
  }
  const { accountRehearsedOn = null, mockInterviews = null } = interviewPrep ?? {};
  if (accountRehearsedOn === null || accountRehearsedOn > asOf) {
    families.push(choices({ fact: 'interview.account-rehearsed', from: accountRehearsedOn, to: asOf }));
  }
  if (mockInterviews === null || mockInterviews === 0) families.push(choices({ fact: 'interview.mocks', from: mockInterviews, to: 1 }));
  return families;
}

function contingencyFamilies({ record, policy: { asOf }, programs }: ApplicantView): ChangeFamily[] {
  const { contingency, match } = record;
  const families: ChangeFamily[] = [];
  if (contingency !== undefined) {
    const ready = { path: 'soap', soapStatement: true, generalLetters: true } as const;
    families.push(
      choices(
        { fact: 'contingency', from: contingency, to: { ...contingency, path: 'reapply' } },
        { fact: 'contingency', from: contingency, to: ready },
      ),
    );
  }
  if ((programs?.held ?? 0) > 0 && match?.rankListCertifiedOn === null) {
    families.push(choices({ fact: 'match.rank-list-certified', from: null, to: asOf }));
  }
  return families;
}
