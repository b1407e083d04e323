import {
  type ApplicantType,
  type Clerkship,
  type Day,
  dayNumber,
  type Experience,
  type Letter,
  type RedFlag,
  type ScholarlyWork,
  type SpecialtyKey,
} from '@matchwatch/domain';
import type { Chance } from '../chance.js';
import { dayText, type SeasonCalendar } from '../season-calendar.js';

const day = dayText;
const coreClerkships = [
  'Internal Medicine',
  'Surgery',
  'Pediatrics',
  'Obstetrics and Gynecology',
  'Psychiatry',
  'Family Medicine',
  'Neurology',
];
const hospitals = [
  'Riverside University Hospital',
  'Lakeview Regional Medical Center',
  'Northgate Community Hospital',
  'Cedar Hill Memorial Hospital',
];

/** The core clerkships of a third year (earlier for international graduates), graded in step with ability `z`. */
export function clerk(chance: Chance, calendar: SeasonCalendar, img: boolean, graduated: number, z: number): Clerkship[] {
  const start = img ? Math.min(graduated - 700, calendar.submit - 720) : calendar.januaries[0] + 145;
  const turn = chance.whole(0, coreClerkships.length - 1);
  const climb = chance.normal() * 0.5;
  // Some tire over their first months and then find their feet.
  const tires = chance.yes(0.035) ? chance.whole(3, 6) : 0;
  return coreClerkships.map((_, i) => {
    const place = z * 0.7 + chance.normal() * 0.7 + climb * (i / 6 - 0.5);
    return {
      name: coreClerkships[(i + turn) % coreClerkships.length] as string,
      core: true,
      grade: place > 0.55 ? 'honors' : place > -0.45 ? 'high-pass' : place > -2.75 ? 'pass' : 'fail',
      shelf: i < tires ? 84 - 4 * i : Math.min(97, Math.max(tires > 0 ? 70 : 52, Math.round(76 + 6 * place))),
      endedOn: day(start + 44 * (i + 1)),
    };
  });
}

/** Rotations, electives and the rest of a working life. */
export function gather(
  chance: Chance,
  calendar: SeasonCalendar,
  type: ApplicantType,
  specialty: SpecialtyKey,
  graduated: number,
): Experience[] {
  const img = type === 'us-img' || type === 'non-us-img';
  const may = calendar.januaries[1] + 124;
  const list: Experience[] = [];
  const rotate = (kind: Experience['kind'], from: number, length: number, handsOn: boolean): void => {
    list.push({
      kind,
      specialty,
      us: true,
      handsOn,
      acgmeSite: handsOn,
      site: chance.pick(hospitals),
      from: day(from),
      to: day(from + length),
    });
  };
  if (img) {
    const draw = chance.next();
    if (draw > 0.06) {
      const handsOn = draw > 0.14;
      // Now and then the first rotation in the US comes only in the application year.
      const from = may - chance.whole(40, 330) + (draw > 0.86 ? 300 : 0);
      rotate(handsOn ? (type === 'us-img' ? 'us-clerkship' : 'externship') : 'observership', from, chance.whole(40, 62), handsOn);
      rotate(handsOn ? (chance.yes(0.7) ? 'sub-internship' : 'us-clerkship') : 'observership', from + 70, chance.whole(40, 55), handsOn);
    }
    if (graduated < calendar.submit - 300)
      list.push({
        kind: 'clinical-job',
        us: false,
        handsOn: true,
        site: 'District Hospital',
        from: day(graduated + 60),
        to: day(calendar.matchDay + 60),
      });
  } else {
    rotate('sub-internship', may + chance.whole(-20, 25), 28, true);
    if (chance.yes(0.6)) rotate('away', may + chance.whole(50, 100), 28, true);
  }
  if (chance.yes(img ? 0.3 : 0.55)) {
    const from = calendar.januaries[0] + chance.whole(-200, 250);
    list.push({
      kind: 'research',
      specialty,
      us: true,
      site: chance.pick(hospitals),
      from: day(from),
      to: day(from + chance.whole(60, 420)),
    });
  }
  if (chance.yes(0.7)) {
    const from = calendar.januaries[0] + chance.whole(-300, 200);
    list.push({ kind: 'volunteering', us: true, site: 'Northgate Free Clinic', from: day(from), to: day(from + chance.whole(200, 700)) });
  }
  return list;
}

/** Letters, asked for as the rotations they come from end; a few wait too long. */
export function askForLetters(
  chance: Chance,
  calendar: SeasonCalendar,
  specialty: SpecialtyKey,
  img: boolean,
  z: number,
  experiences: readonly Experience[],
): Letter[] {
  const june = calendar.januaries[1] + 155;
  const ends = experiences.filter((each) => each.specialty === specialty && each.kind !== 'research').map(({ to }) => to as Day);
  const waits = chance.yes(0.06) ? chance.whole(16, 35) : 0;
  const thin = chance.yes(0.02);
  const count = thin ? chance.whole(1, 2) : chance.yes(0.55) ? 4 : 3;
  return Array.from({ length: count }, (_, i) => ({
    writer:
      i === 1
        ? 'clerkship-director'
        : i === 3
          ? chance.yes(0.5)
            ? 'chair'
            : 'program-director'
          : i === 2 && chance.yes(0.15)
            ? 'researcher'
            : 'attending',
    specialty: i < 3 ? specialty : 'internal-medicine',
    us: !img || i < 3 || chance.yes(0.4),
    status: thin && chance.yes(0.4) ? 'agreed' : 'uploaded',
    strength: chance.yes(z < -1 ? 0.06 : 0.02) ? 'generic' : chance.yes(0.5 + 0.12 * z) ? 'strong' : 'unknown',
    askedOn: day(
      Math.min(
        i < 2 && ends[i] !== undefined ? dayNumber(ends[i]) + chance.whole(-9, 8) : june + 60,
        june + 10 * i + chance.whole(-12, 12),
      ) + waits,
    ),
  }));
}

/** Output; more of it the harder the field. */
export function publish(chance: Chance, calendar: SeasonCalendar, specialty: SpecialtyKey, expected: number): ScholarlyWork[] {
  const count = Math.floor((expected >= 250 ? 3.5 : expected >= 240 ? 2 : 1.4) * (0.35 + 1.3 * chance.next()) + chance.next());
  return Array.from({ length: count }, () => ({
    kind: chance.weighted([
      ['poster', 34],
      ['abstract', 20],
      ['publication', 18],
      ['case-report', 12],
      ['presentation', 8],
      ['qi', 5],
      ['review', 3],
    ]),
    status: chance.weighted([
      ['published', 40],
      ['accepted', 30],
      ['submitted', 24],
      ['in-progress', 6],
    ]),
    specialty,
    on: day(calendar.januaries[0] + chance.whole(0, 590)),
  }));
}

/** What a record may hold against somebody. */
export function stumble(chance: Chance, calendar: SeasonCalendar, graduated: number, failures: number): RedFlag[] {
  const flags: RedFlag[] = [];
  const [early] = calendar.januaries;
  if (chance.yes(failures > 0 ? 0.1 : 0.02)) {
    const from = early - chance.whole(60, 500);
    flags.push({ kind: 'leave', from: day(from), to: day(from + chance.whole(60, 300)), explained: chance.yes(0.8) });
  }
  if (chance.yes(0.003)) flags.push({ kind: 'professionalism', from: day(early + chance.whole(0, 500)) });
  if (chance.yes(failures > 0 ? 0.06 : 0.01))
    flags.push({ kind: 'course-failure', from: day(early - chance.whole(60, 600)), explained: true });
  if (graduated < early - 365 && chance.yes(0.12)) {
    const from = graduated + chance.whole(100, 400);
    flags.push({ kind: 'gap', from: day(from), to: day(from + chance.whole(190, 400)), explained: chance.yes(0.6) });
  }
  return flags;
}
