import {
  addDays,
  type Day,
  type Program,
  type ProgramChoice,
  type ProgramFacts,
  type ProgramSource,
  type SpecialtyKey,
  specialtyKeys,
  specialtyName,
} from '@matchwatch/domain';
import { programList } from './cast/solid-record.js';
import { Chance } from './chance.js';
import { programAt, programsOfSpecialty } from './life/programs.js';

/** Specialties whose programs the fictional school has looked up, those that most of its applicants choose. */
const lookedUp: readonly SpecialtyKey[] = [
  'internal-medicine',
  'family-medicine',
  'pediatrics',
  'psychiatry',
  'general-surgery',
  'emergency-medicine',
  'anesthesiology',
  'obstetrics-and-gynecology',
  'neurology',
];
const places = [
  ['Arden', 'PA'],
  ['Millbrook', 'OH'],
  ['Cedar Falls', 'MI'],
  ['Port Linden', 'NY'],
  ['Rosehill', 'NJ'],
  ['Eastmoor', 'IL'],
  ['Fort Calder', 'TX'],
  ['Palm Inlet', 'FL'],
  ['Redwater', 'AZ'],
  ['Sable Creek', 'GA'],
] as const;
const sources: readonly ProgramSource[] = ['website', 'freida', 'website', 'residency-explorer', 'website', 'program', 'forum'];
/** Days before today on which somebody looked, and how old looks can be: the oldest are of the season before. */
const oldestLook = 420;

/** A code that no program has: those of the ACGME begin with the digits of a specialty, and none begins with 99. */
const codeOf = (specialty: SpecialtyKey, entry: number): string =>
  `99${String(specialtyKeys.indexOf(specialty)).padStart(3, '0')}${String(entry).padStart(5, '0')}`;

/** Programs of the cast's own lists have numbers of their own. */
const castFrom = 1000;
const castPrograms = 120;
const castScreens = [undefined, 210, 220, undefined, 225, 215, undefined, 230] as const;

/**
 * The fictional school's table of programs by a day: about three of four programs of the specialties it has looked up, by several hands and at
 * several times; the same for the same seed. They bear the names of the programs on the lists of the fictional applicants.
 */
export function demoPrograms({ asOf, seed }: { asOf: Day; seed: number }): Program[] {
  return lookedUp.flatMap((specialty, of) => {
    const named = [
      ...Array.from({ length: programsOfSpecialty }, (_, entry) => ({ entry, stated: programAt(specialty, entry) })),
      ...programList(specialty, castPrograms).map((stated, at) => ({ entry: castFrom + at, stated })),
    ];
    return named.flatMap(({ entry, stated }, at) => {
      const chance = new Chance(seed ^ 0x7ab1e, of * named.length + at);
      return chance.yes(0.76) ? [programOf(specialty, entry, entry < castFrom ? stated : castOf(stated, chance), asOf, chance)] : [];
    });
  });
}

/** What a program of the cast's lists says of itself; the lists themselves say little. */
const castOf = ({ program, setting }: ProgramChoice, chance: Chance): ProgramChoice => ({
  program,
  setting,
  minimumStep2: castScreens[chance.whole(0, castScreens.length - 1)],
  sponsorsJ1: chance.yes(0.8),
  sponsorsH1b: chance.yes(0.25),
  takesImg: chance.yes(0.88),
  takesFailedAttempt: chance.yes(0.75),
  ...(chance.yes(0.33) && { maximumYearsSinceGraduation: chance.whole(3, 10) }),
});

function programOf(specialty: SpecialtyKey, entry: number, stated: ProgramChoice, asOf: Day, chance: Chance): Program {
  const [city, state] = places[entry % places.length] as (typeof places)[number];
  const look = { source: sources[chance.whole(0, sources.length - 1)] ?? 'website', checkedOn: addDays(asOf, -chance.whole(3, 170)) };
  const old = { source: 'freida' as const, checkedOn: addDays(asOf, -chance.whole(200, oldestLook)) };
  const now = <V>(value: V) => ({ value, ...look });
  const before = <V>(value: V) => ({ value, ...old });
  const share =
    stated.takesImg === false ? 0 : chance.whole(stated.setting === 'academic' ? 2 : 15, stated.setting === 'academic' ? 30 : 85);
  const facts: ProgramFacts = {
    ...(stated.setting !== undefined && { setting: now(stated.setting) }),
    ...(chance.yes(0.5) && { underserved: now(stated.setting === 'community' && chance.yes(0.5)) }),
    ...(chance.yes(0.6) && { positions: before(chance.whole(4, 28)) }),
    ...(stated.minimumStep2 !== undefined && { minimumStep2: now(stated.minimumStep2) }),
    ...(chance.yes(0.2) && { preferredStep2: now((stated.minimumStep2 ?? 215) + 10) }),
    ...(chance.yes(0.4) && { step2ToApply: now(chance.yes(0.7)) }),
    ...(chance.yes(0.7) && { maximumAttempts: now(stated.takesFailedAttempt === false ? 1 : chance.whole(2, 3)) }),
    ...(chance.yes(0.85) && { sponsorsJ1: now(stated.sponsorsJ1 === true) }),
    ...(chance.yes(0.8) && { sponsorsH1b: (chance.yes(0.25) ? before : now)(stated.sponsorsH1b === true) }),
    ...(chance.yes(0.8) && { takesImg: now(stated.takesImg !== false) }),
    ...(chance.yes(0.5) && { imgShare: before(share) }),
    ...(stated.maximumYearsSinceGraduation !== undefined && { maximumYearsSinceGraduation: now(stated.maximumYearsSinceGraduation) }),
    ...(chance.yes(0.15) && { usceMonths: now(chance.whole(1, 4)) }),
    ...(chance.yes(0.45) && { holisticReview: now(chance.yes(0.6)) }),
    ...(chance.yes(0.4) && { letters: now(chance.whole(3, 4)) }),
    ...(chance.yes(0.5) && { takesSignals: before(chance.yes(0.85)) }),
    ...(chance.yes(0.3) && { interviewShare: before(chance.whole(6, 30)) }),
    ...(chance.yes(0.12) && { formerStudents: { value: chance.whole(1, 4), source: 'own-graduates', checkedOn: addDays(asOf, -60) } }),
  };
  return {
    code: codeOf(specialty, entry),
    name: stated.program,
    specialty,
    institution: stated.program.replace(` ${specialtyName(specialty)}`, ''),
    city,
    state,
    facts,
  };
}
