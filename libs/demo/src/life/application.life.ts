import type { ApplicantRecord, SpecialtyKey } from '@matchwatch/domain';
import type { Chance } from '../chance.js';
import { dayText, type SeasonCalendar } from '../season-calendar.js';
import type { ProgramPlan } from './life.js';
import { allotment, programStep, programsOfSpecialty, takes } from './programs.js';

const day = dayText;

/** What the program list is drawn from. */
export interface Aim {
  readonly specialty: SpecialtyKey;
  readonly img: boolean;
  readonly failed: boolean;
  readonly needsVisa: boolean;
  readonly step2: number;
  /** The score above (or, negative, below) what the specialty expects. */
  readonly margin: number;
}

/** Programs an applicant applies to, with the interviews that come of it, most of the invitations by mid November. */
export function listPrograms(chance: Chance, calendar: SeasonCalendar, aim: Aim): ProgramPlan {
  const size = listSize(chance, aim);
  const interviews = countInterviews(chance, aim, size);
  const { gold = 0, silver = 0, single = 0 } = chance.yes(0.03) ? {} : allotment(aim.specialty);
  const careless = chance.yes(0.1);
  const entries: number[] = [];
  let entry = chance.whole(0, programsOfSpecialty - 1);
  for (let step = 0; entries.length < size && step < programsOfSpecialty; step++) {
    if (careless || takes(entry, aim)) entries.push(entry);
    entry = (entry + programStep) % programsOfSpecialty;
  }
  const invitedOn: number[] = [];
  const interviewOn: number[] = [];
  for (let i = 0; i < Math.min(interviews, entries.length); i++) {
    const invited = calendar.review + 4 + Math.round(95 * chance.next() ** 1.7);
    invitedOn.push(invited);
    interviewOn.push(invited + chance.whole(12, 34));
  }
  return { entries, gold, silver, single, invitedOn, interviewOn };
}

function listSize(chance: Chance, { img, margin, failed }: Aim): number {
  if (img) return margin >= 0 && !failed ? chance.whole(85, 140) : chance.whole(120, 190);
  if (failed || margin < -20) return chance.whole(70, 105);
  if (margin < -10) return chance.whole(56, 85);
  if (margin < 0) return chance.whole(40, 70);
  return chance.whole(22, 55);
}

function countInterviews(chance: Chance, { img, margin, failed }: Aim, size: number): number {
  const mean = (img ? 8.5 : 14) + margin / (img ? 7 : 9) - (failed ? 4 : 0);
  return Math.min(size, Math.max(0, Math.round(mean + 3 * chance.normal())));
}

/** How the Match ended: the odds rise with the interviews held, as with contiguous ranks. */
export function outcomeOf(
  chance: Chance,
  interviews: number,
  { img }: Aim,
  dual: boolean,
): NonNullable<NonNullable<ApplicantRecord['match']>['outcome']> {
  const odds = (1 - Math.exp(-0.3 * interviews)) * (img ? 0.93 : 0.985);
  if (chance.yes(odds)) return 'matched-primary';
  if (dual && chance.yes(0.5)) return 'matched-backup';
  return chance.weighted([
    ['soap', img ? 18 : 48],
    ['preliminary-only', img ? 6 : 14],
    ['unmatched', img ? 70 : 32],
    ['withdrawn', 6],
  ]);
}

/** Registration, rank list and outcome. */
export function matchOf(chance: Chance, calendar: SeasonCalendar, aim: Aim, interviews: number, dual: boolean): ApplicantRecord['match'] {
  const registeredOn = day(calendar.review - 8 + Math.round(110 * chance.next() ** 2));
  if (interviews === 0) return { registeredOn, outcome: outcomeOf(chance, interviews, aim, dual) };
  return { registeredOn, rankListCertifiedOn: day(calendar.rol - chance.whole(0, 22)), outcome: outcomeOf(chance, interviews, aim, dual) };
}
