import { dayNumber, onYear } from '@matchwatch/domain';
import { drawnTo, h1bOnly, mistypedStep2, type Retelling, step1EnteredAsFailed, type Turn } from '../life/turn.js';
import type { Mondays } from '../life/weekly-turns.js';
import type { SeasonCalendar } from '../season-calendar.js';

/** What happens to one of the cast for two weeks: while plans are made, and once they are made. */
interface Part {
  readonly id: string;
  readonly planning: Retelling;
  readonly decided: Retelling;
}

const always = (id: string, retell: Retelling): Part => ({ id, planning: retell, decided: retell });

/** Before Step 2 CK results are in; each is worse off for it. */
const early: readonly Part[] = [
  always('S-0003', h1bOnly),
  always('S-0001', step1EnteredAsFailed),
  always('S-0017', h1bOnly),
  always('S-0008', step1EnteredAsFailed),
  always('S-0025', step1EnteredAsFailed),
  always('S-0004', step1EnteredAsFailed),
  always('S-0029', step1EnteredAsFailed),
  always('S-0016', step1EnteredAsFailed),
  always('S-0005', step1EnteredAsFailed),
  always('S-0021', step1EnteredAsFailed),
  always('S-0022', step1EnteredAsFailed),
  always('S-0023', step1EnteredAsFailed),
  always('S-0028', step1EnteredAsFailed),
];

/** Each is worse off for it. */
const worse: readonly Part[] = [
  { id: 'S-0003', planning: h1bOnly, decided: mistypedStep2(219) },
  { id: 'S-0008', planning: drawnTo('orthopaedic-surgery'), decided: mistypedStep2(228) },
  { id: 'S-0004', planning: drawnTo('dermatology'), decided: mistypedStep2(213) },
  always('S-0001', mistypedStep2(225)),
  { id: 'S-0009', planning: drawnTo('ophthalmology'), decided: mistypedStep2(226) },
  { id: 'S-0025', planning: drawnTo('neurological-surgery'), decided: mistypedStep2(213) },
  { id: 'S-0005', planning: drawnTo('interventional-radiology'), decided: mistypedStep2(213) },
  always('S-0029', mistypedStep2(204)),
];

/** Each looks better off for it. */
const better: readonly Part[] = [
  { id: 'S-0021', planning: drawnTo('internal-medicine'), decided: mistypedStep2(246) },
  always('S-0006', mistypedStep2(246)),
  always('S-0020', mistypedStep2(238)),
  { id: 'S-0022', planning: drawnTo('internal-medicine'), decided: mistypedStep2(246) },
  always('S-0017', mistypedStep2(244)),
  { id: 'S-0023', planning: drawnTo('general-surgery'), decided: mistypedStep2(256) },
  always('S-0019', mistypedStep2(242)),
  always('S-0016', mistypedStep2(237)),
];

/** Worse off for it, once: in the week when the first of `better` begins and the last of `early` ends. */
const between = always('S-0002', mistypedStep2(217));

/**
 * The turns of the cast by id. In every week one turn begins and one of two weeks before ends; as both are of one direction, somebody is
 * worse off and somebody better off each week. Nobody plays twice within what a demonstration looks back on.
 */
export function castTurns(mondays: Mondays, { submit }: SeasonCalendar, season: number): ReadonlyMap<string, readonly Turn[]> {
  const turns = new Map<string, Turn[]>();
  const resultsIn = dayNumber(onYear(season - 1, '07-20'));
  const parts = mondays.map((monday, week) => (monday < resultsIn ? early : week % 2 === 0 ? worse : better));
  mondays.forEach((monday, week) => {
    const from = monday - (week % 4);
    const until = monday + 14 - ((week + 2) % 4);
    const play = ({ id, planning, decided }: Part): void => {
      const turn = { from, until, retell: from < submit - 14 ? planning : decided };
      turns.set(id, [...(turns.get(id) ?? []), turn]);
    };
    const cycle = parts[week] as readonly Part[];
    play(cycle[(cycle === early ? week : Math.floor(week / 2)) % cycle.length] as Part);
    if (cycle === better && parts[week - 2] === early) play(between);
  });
  return turns;
}
