import { type ApplicantRecord, type Day, dayNumber } from '@matchwatch/domain';
import type { Chance } from '../chance.js';
import { calendarOf, type SeasonCalendar } from '../season-calendar.js';
import type { Life } from './life.js';
import { expectedStep2, hasRange, reachFor } from './specialty-choice.js';
import {
  clerkshipEnteredAsFailed,
  drawnTo,
  h1bOnly,
  letterWithdrawn,
  mistypedStep2,
  type Retelling,
  step1EnteredAsFailed,
} from './turn.js';

/** The weeks that a cohort is told of: day numbers of their Mondays. */
export type Mondays = readonly number[];

/** The Mondays from a year and three months before the end of a current season to its end; a demonstration looks back twelve weeks. */
export function mondaysOf({ januaries: [, application, match] }: SeasonCalendar): Mondays {
  const mondays: number[] = [];
  for (let monday = application + 55 - ((application + 55 + 3) % 7); monday < match + 155; monday += 7) mondays.push(monday);
  return mondays;
}

const kinds = ['drawn-higher', 'mistyped', 'letter-withdrawn', 'clerkship-entered', 'visa', 'step1-entered'] as const;
type Kind = (typeof kinds)[number];

/** How many turns begin in a week of the current season; July has enough news of its own. */
const perWeek = 2;

/**
 * Gives settled lives turns for the worse that end again, so many beginning in each week that a cohort never stands still.
 * `away` says how far from its own Match the season is: 0 for the one under way.
 */
export function withTurns(lives: readonly Life[], mondays: Mondays, calendar: SeasonCalendar, away: 0 | 1, chance: Chance): Life[] {
  const told = [...lives];
  mondays.forEach((monday) => {
    const busy = away === 0 && monday > calendar.submit - 62 && monday < calendar.submit - 22;
    const count = away === 1 || busy ? 1 : perWeek;
    for (let i = 0; i < count; i++) begin(told, monday, calendarOf(calendar.season + away), chance);
  });
  return told;
}

function begin(lives: Life[], monday: number, calendar: SeasonCalendar, chance: Chance): void {
  const from = monday - chance.whole(0, 4);
  const first = chance.weighted(from < lastChange(calendar) ? planning : decided);
  const start = chance.whole(0, lives.length - 1);
  for (const kind of [first, ...kinds.filter((other) => other !== first)]) {
    for (let i = 0; i < lives.length; i++) {
      const at = (start + i) % lives.length;
      const life = lives[at] as Life;
      if (!free(life, from)) continue;
      const retell = retelling(kind, life, from, calendar, chance);
      if (retell === undefined) continue;
      const weeks =
        kind === 'drawn-higher'
          ? chance.whole(4, 7)
          : kind === 'visa'
            ? chance.whole(3, 6)
            : kind === 'letter-withdrawn'
              ? chance.whole(2, 4)
              : 2;
      lives[at] = { ...life, turns: [...(life.turns ?? []), { from, until: from + 7 * weeks, retell }] };
      return;
    }
  }
}

const planning: readonly (readonly [Kind, number])[] = [
  ['drawn-higher', 46],
  ['mistyped', 18],
  ['clerkship-entered', 16],
  ['visa', 14],
  ['step1-entered', 6],
];
const decided: readonly (readonly [Kind, number])[] = [
  ['letter-withdrawn', 40],
  ['mistyped', 22],
  ['clerkship-entered', 18],
  ['visa', 14],
  ['step1-entered', 6],
];

/** Who turns to another specialty does so while a list and letters can still follow, and is back before applications go out. */
const lastChange = ({ submit }: SeasonCalendar): number => submit - 80;

/** Whether everything about somebody is settled by a day and no other turn lies near. */
function free({ pace, arrivesOn = 0, turns = [] }: Life, from: number): boolean {
  const settled = Math.max(arrivesOn + 7, pace.examsFrom, pace.advisedOn ?? 0, pace.graduationFrom, pace.visaFrom);
  return settled <= from && turns.every(({ until }) => until + 90 < from);
}

function retelling(kind: Kind, { record, pace }: Life, from: number, calendar: SeasonCalendar, chance: Chance): Retelling | undefined {
  if (record.exams?.some(({ outcome }) => outcome === 'fail') === true) return undefined;
  const need = record.visa?.need;
  const specialty = record.specialtyPlan?.primary;
  const known = (takenOn: Day | undefined) => takenOn !== undefined && dayNumber(takenOn) + pace.resultAfter <= from;
  const score = passedStep2(record, known);
  if (kind === 'step1-entered')
    return record.exams?.some(({ exam, takenOn }) => exam === 'step1' && known(takenOn)) ? step1EnteredAsFailed : undefined;
  if (kind === 'clerkship-entered') return graded(record, pace.gradeAfter, from) ? clerkshipEnteredAsFailed : undefined;
  if (kind === 'letter-withdrawn')
    return from >= calendar.submit && from < calendar.monday - 14 && needsEach(record) ? letterWithdrawn : undefined;
  if (kind === 'visa') return need === 'j1' || need === 'j1-or-h1b' ? h1bOnly : undefined;
  if (score === undefined || specialty === undefined || pace.decidesOn > from || !hasRange(specialty)) return undefined;
  const expected = expectedStep2(specialty);
  if (score < expected) return undefined;
  if (kind === 'mistyped') {
    const typed = wrongDigit(score, expected);
    return typed === undefined ? undefined : mistypedStep2(typed);
  }
  if (from >= lastChange(calendar)) return undefined;
  const reach = reachFor(chance, score);
  return reach === undefined ? undefined : drawnTo(reach);
}

const graded = ({ clerkships = [] }: ApplicantRecord, gradeAfter: number, from: number): boolean =>
  clerkships.some(({ endedOn }) => endedOn !== undefined && dayNumber(endedOn) + gradeAfter <= from) &&
  clerkships.every(({ grade }) => grade !== 'fail');

/** Whether somebody has three letters and could not do without one of them. */
const needsEach = ({ letters = [] }: ApplicantRecord): boolean =>
  letters.length === 3 && letters.every(({ status, strength }) => status === 'uploaded' && strength !== 'generic');

function passedStep2({ exams = [] }: ApplicantRecord, known: (takenOn: Day | undefined) => boolean): number | undefined {
  const passed = exams.find(({ exam, outcome }) => exam === 'step2ck' && outcome === 'pass');
  return passed !== undefined && known(passed.takenOn) ? passed.score : undefined;
}

/** The score with its second digit wrong, so far off that somebody notices: clearly below the range. */
function wrongDigit(score: number, expected: number): number | undefined {
  for (let typed = score - 10; typed >= 224; typed -= 10) if (typed < expected - 10) return typed;
  return undefined;
}
