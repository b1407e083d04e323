import { type ApplicantRecord, type Day, dayNumber } from '@matchwatch/domain';
import type { Chance } from '../chance.js';
import type { SeasonCalendar } from '../season-calendar.js';
import type { Life } from './life.js';
import { expectedStep2, hasRange, reachFor } from './specialty-choice.js';
import { drawnTo, h1bOnly, mistypedStep2, type Retelling, step1EnteredAsFailed } from './turn.js';

/** The weeks that a cohort is told of: day numbers of their Mondays. */
export type Mondays = readonly number[];

/** The Mondays from a year and three months before the end of a current season to its end; a demonstration looks back twelve weeks. */
export function mondaysOf({ januaries: [, application, match] }: SeasonCalendar): Mondays {
  const mondays: number[] = [];
  for (let monday = application + 55 - ((application + 55 + 3) % 7); monday < match + 155; monday += 7) mondays.push(monday);
  return mondays;
}

const kinds = ['drawn-higher', 'mistyped', 'visa', 'step1-entered'] as const;
type Kind = (typeof kinds)[number];

/** How many turns begin in each week, in rotation; July has enough news of its own. */
const current = [1, 2] as const;

/**
 * Gives settled lives turns for the worse that end again, so many beginning in each week that a cohort never stands still.
 * `away` says how far from its own Match the season is: 0 for the one under way.
 */
export function withTurns(lives: readonly Life[], mondays: Mondays, calendar: SeasonCalendar, away: 0 | 1, chance: Chance): Life[] {
  const told = [...lives];
  mondays.forEach((monday, week) => {
    const busy = away === 0 && monday > calendar.submit - 62 && monday < calendar.submit - 22;
    const count = away === 1 || busy ? 1 : (current[week % current.length] as number);
    for (let i = 0; i < count; i++) begin(told, monday, calendar, chance);
  });
  return told;
}

function begin(lives: Life[], monday: number, calendar: SeasonCalendar, chance: Chance): void {
  const from = monday - chance.whole(0, 4);
  const first = chance.weighted(from < calendar.rol - 20 ? planning : decided);
  const start = chance.whole(0, lives.length - 1);
  for (const kind of [first, ...kinds.filter((other) => other !== first)]) {
    for (let i = 0; i < lives.length; i++) {
      const at = (start + i) % lives.length;
      const life = lives[at] as Life;
      if (!free(life, from)) continue;
      const retell = retelling(kind, life, from, calendar, chance);
      if (retell === undefined) continue;
      const weeks = kind === 'drawn-higher' ? chance.whole(4, 10) : kind === 'visa' ? chance.whole(3, 6) : 2;
      lives[at] = { ...life, turns: [...(life.turns ?? []), { from, until: from + 7 * weeks, retell }] };
      return;
    }
  }
}

const planning: readonly (readonly [Kind, number])[] = [
  ['drawn-higher', 58],
  ['mistyped', 22],
  ['visa', 14],
  ['step1-entered', 6],
];
const decided: readonly (readonly [Kind, number])[] = [
  ['mistyped', 60],
  ['visa', 25],
  ['step1-entered', 15],
];

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
  if (kind === 'visa') return need === 'j1' || need === 'j1-or-h1b' ? h1bOnly : undefined;
  if (score === undefined || specialty === undefined || pace.decidesOn > from || !hasRange(specialty)) return undefined;
  const expected = expectedStep2(specialty);
  if (score < expected) return undefined;
  if (kind === 'mistyped') {
    const typed = wrongDigit(score, expected);
    return typed === undefined ? undefined : mistypedStep2(typed);
  }
  if (from >= calendar.rol - 20) return undefined;
  const reach = reachFor(chance, score);
  return reach === undefined ? undefined : drawnTo(reach);
}

function passedStep2({ exams = [] }: ApplicantRecord, known: (takenOn: Day | undefined) => boolean): number | undefined {
  const passed = exams.find(({ exam, outcome }) => exam === 'step2ck' && outcome === 'pass');
  return passed !== undefined && known(passed.takenOn) ? passed.score : undefined;
}

/** The score with its second digit wrong, so far off that somebody notices: clearly below the range, or a "pass" below the pass mark. */
function wrongDigit(score: number, expected: number): number | undefined {
  for (let typed = score - 10; typed >= 200; typed -= 10) if (typed < expected - 10 && (typed >= 224 || typed < 214)) return typed;
  return undefined;
}
