import type { ApplicantRecord, ApplicantType, SpecialtyPlan } from '@matchwatch/domain';
import { advisors } from '../advisors.js';
import type { Chance } from '../chance.js';
import { familyNames, givenNames } from '../names.js';
import { dayText, type SeasonCalendar } from '../season-calendar.js';
import { type Aim, listPrograms, matchOf } from './application.life.js';
import { askForLetters, clerk, gather, publish, stumble } from './clinical.life.js';
import { sitExams } from './exams.life.js';
import type { Life, Pace } from './life.js';
import { chooseBackup, chooseSpecialty, expectedStep2, reachFor } from './specialty-choice.js';

const day = dayText;

/** Who is who in one school with an international programme. */
const types = [
  ['us-md', 74],
  ['us-do', 11],
  ['us-img', 6],
  ['non-us-img', 9],
] as const satisfies readonly (readonly [ApplicantType, number])[];

/** One applicant's whole way to one Match, generated from a source of chance of its own. */
export function live(chance: Chance, calendar: SeasonCalendar, externalId: string): Life {
  const { season } = calendar;
  const type = chance.weighted(types);
  const img = type === 'us-img' || type === 'non-us-img';
  const given = chance.pick(givenNames);
  const family = chance.pick(familyNames);
  const graduated = graduation(chance, calendar, type);
  const exams = sitExams(chance, calendar, type, graduated);
  const specialty = chooseSpecialty(chance, type, exams.step2);
  const expected = expectedStep2(specialty);
  const margin = exams.step2 - expected;
  const z = (exams.step2 - 250) / 15;
  const need = visa(chance, type);
  const aim: Aim = { specialty, img, failed: exams.failures > 0, needsVisa: need !== 'none', step2: exams.step2, margin };
  const programs = listPrograms(chance, calendar, aim);
  const interviews = programs.interviewOn.length;
  const weak = margin < 0 || aim.failed;
  const plan = planOf(chance, aim, weak);
  const firstPlan = planBefore(chance, aim, plan, weak);
  const [, application, match] = calendar.januaries;
  const rehearsed = weak ? chance.yes(0.8) : chance.yes(0.55);
  const contingency = weak || img ? chance.yes(0.85) : chance.yes(0.1);
  const experiences = gather(chance, calendar, type, specialty, graduated);
  const finalOn = calendar.submit - chance.whole(9, 30) + (chance.yes(0.02) ? 45 : 0);

  const record: ApplicantRecord = {
    externalId,
    name: { given, family },
    email: `${mailName(given)}.${mailName(family)}.${externalId.toLowerCase()}@example.edu`,
    season,
    applicantType: type,
    graduatesOn: day(graduated),
    bornOn: day(graduated - 9_400 - chance.whole(0, 1_900)),
    visa: { need },
    exams: exams.exams,
    practice: exams.practice,
    study: {
      questionBankPct: chance.yes(0.06) ? chance.whole(70, 89) : chance.whole(92, 100),
      fullLengthDays: chance.whole(1, 3),
      asOf: day(exams.step2On - 4),
    },
    clerkships: clerk(chance, calendar, img, graduated, z),
    experiences,
    letters: askForLetters(chance, calendar, specialty, img, z, experiences),
    scholarly: publish(chance, calendar, specialty, expected),
    redFlags: stumble(chance, calendar, graduated, exams.failures),
    specialtyPlan: plan,
    statement: chance.yes(weak ? 0.93 : 0.7) ? { status: 'final', reviewedOn: day(finalOn - chance.whole(4, 14)) } : { status: 'final' },
    interviewPrep: rehearsed
      ? { accountRehearsedOn: day(calendar.review - chance.whole(-5, 25)), mockInterviews: chance.whole(1, 3) }
      : { mockInterviews: chance.yes(0.85) ? 1 : 0 },
    match: matchOf(chance, calendar, aim, interviews, plan.dualApplying === true),
  };
  if (chance.yes(0.9)) record.advisor = (img && chance.yes(0.6) ? advisors[2] : chance.pick(advisors))?.email;
  if (contingency) {
    record.contingency = {
      path: chance.weighted([
        ['soap', 6],
        ['reapply', 1],
        ['preliminary', 1],
        ['research-year', 1],
      ]),
      soapStatement: chance.yes(0.9),
      generalLetters: chance.yes(0.88),
    };
  }

  const pace: Pace = {
    advisorFrom: application - chance.whole(20, 250),
    examsFrom: chance.yes(0.05) ? application + chance.whole(290, 680) : 0,
    graduationFrom: img && chance.yes(0.12) ? application + chance.whole(60, 420) : 0,
    visaFrom: type === 'non-us-img' && chance.yes(0.18) ? application + chance.whole(60, 380) : 0,
    bookedAhead: chance.whole(85, 200),
    resultAfter: chance.whole(15, 26),
    gradeAfter: chance.whole(10, 40),
    uploadAfter: chance.whole(18, 40),
    decidesOn: application + (chance.yes(0.04) ? chance.whole(45, 190) : chance.whole(-110, 25)),
    backupsOn: application + chance.whole(-20, 140),
    ...(firstPlan === undefined ? {} : { firstPlan, advisedOn: application + (weak ? chance.whole(80, 400) : chance.whole(50, 205)) }),
    draftOn: calendar.submit - chance.whole(50, 90),
    finalOn,
    mocksFrom: calendar.review + (chance.yes(0.06) ? chance.whole(12, 40) : chance.whole(-30, 2)),
    listFrom: calendar.submit - chance.whole(60, 80),
    listBy: calendar.submit - chance.whole(20, 38),
    contingencyOn: match + chance.whole(-60, 13),
    programs,
  };
  return { record, pace };
}

/** Day number of graduation: seniors graduate in May of the Match year, international graduates often years before. */
function graduation(chance: Chance, calendar: SeasonCalendar, type: ApplicantType): number {
  const may = calendar.januaries[2] + 139;
  if (type === 'us-md' || type === 'us-do') return may;
  const draw = chance.next();
  const years = type === 'us-img' ? [0.66, 0.95] : [0.34, 0.89];
  if (draw < (years[0] as number)) return may + chance.whole(-30, 20);
  if (draw < (years[1] as number)) return may - 365 * chance.whole(1, 4) + chance.whole(-60, 60);
  return may - 365 * chance.whole(6, 10) + chance.whole(-60, 60);
}

function visa(chance: Chance, type: ApplicantType): NonNullable<ApplicantRecord['visa']>['need'] {
  if (type !== 'non-us-img') return 'none';
  return chance.weighted([
    ['none', 25],
    ['j1', 40],
    ['j1-or-h1b', 32],
    ['h1b-only', 3],
  ]);
}

function planOf(chance: Chance, aim: Aim, weak: boolean): SpecialtyPlan {
  const plan: SpecialtyPlan = { primary: aim.specialty };
  if (chance.yes(weak ? 0.88 : 0.45)) plan.backups = [{ specialty: chooseBackup(chance, aim.specialty), acceptable: chance.yes(0.92) }];
  plan.dualApplying = plan.backups !== undefined && chance.yes(aim.margin < -18 ? 0.75 : weak ? 0.3 : 0.03);
  plan.geography = chance.weighted([
    ['open', 56],
    ['regional', 37],
    ['single-area', 7],
  ]);
  if (chance.yes(0.9))
    plan.priority = chance.weighted([
      ['specialty', 6],
      ['location', 3],
      ['prestige', 1],
    ]);
  return plan;
}

/**
 * The plan before somebody spoke about it, for those whose plan a meeting changed: no field chosen yet, a field above the score,
 * or, with a score below the range, no backup that would do, one city only and a single application.
 */
function planBefore(chance: Chance, { step2 }: Aim, plan: SpecialtyPlan, weak: boolean): SpecialtyPlan | undefined {
  const draw = chance.next();
  if (weak) {
    if (draw > 0.5) return undefined;
    const backups = plan.backups?.map((backup) => ({ ...backup, acceptable: false }));
    const first: SpecialtyPlan = { ...plan, geography: draw < 0.2 ? 'single-area' : 'regional', dualApplying: false };
    if (backups !== undefined) first.backups = draw < 0.25 ? [] : backups;
    return first;
  }
  if (draw < 0.025) return plan.geography === undefined ? {} : { geography: plan.geography };
  const reach = draw < 0.16 ? reachFor(chance, step2) : undefined;
  return reach === undefined || reach === plan.primary ? undefined : { ...plan, primary: reach };
}

const mailName = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
