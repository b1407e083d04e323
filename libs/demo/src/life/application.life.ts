import type { ApplicantRecord, SpecialtyKey } from '@matchwatch/domain';
import type { Chance } from '../chance.js';
import { dayText, type SeasonCalendar } from '../season-calendar.js';
import type { ProgramPlan } from './life.js';
import { allotment, programStep, programsOfSpecialty, takes } from './programs.js';
import { expectedStep2 } from './specialty-choice.js';

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
    const invited = calendar.review + 4 + Math.round(75 * chance.next() ** 1.6);
    invitedOn.push(invited);
    interviewOn.push(invited + chance.whole(12, 34));
  }
  return { entries, gold, silver, single, invitedOn, interviewOn };
}

/** Most apply to as many programs as the school recommends; a few stop short of it. */
function listSize(chance: Chance, aim: Aim): number {
  const size = recommendedSize(chance, aim);
  return chance.yes(0.03) ? Math.round(size * 0.7) : size;
}

function recommendedSize(chance: Chance, { specialty, img, margin, failed }: Aim): number {
  if (img) return margin >= 0 && !failed ? chance.whole(95, 140) : chance.whole(152, 195);
  if (failed || margin < -20) return chance.whole(82, 110);
  if (margin < -10) return chance.whole(68, 95);
  if (expectedStep2(specialty) >= 240) return chance.whole(62, 85);
  if (margin < 0) return chance.whole(61, 75);
  return chance.whole(31, 55);
}

function countInterviews(chance: Chance, { img, margin, failed }: Aim, size: number): number {
  const mean = (img ? 10 : 14) + margin / (img ? 7 : 9) - (failed ? 4 : 0);
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
  return {
    registeredOn,
    rankListCertifiedOn: day(calendar.rol - (chance.yes(0.04) ? chance.whole(0, 2) : chance.whole(4, 26))),
    outcome: outcomeOf(chance, interviews, aim, dual),
  };
}
