import { type ApplicantRecord, type ApplicantType, addDays, type ProgramChoice, type SpecialtyKey } from '@matchwatch/domain';
import { allotment } from '../life/programs.js';
import type { SeasonDays } from './cast-member.js';

/** Who somebody is; everything else of a solid record follows from it. */
export interface Person {
  readonly externalId: string;
  readonly given: string;
  readonly family: string;
  readonly type: ApplicantType;
  readonly specialty: SpecialtyKey;
  readonly backup: SpecialtyKey;
  readonly step2: number;
  readonly advisor?: string;
}

/** Somebody's list once interviews are over: each of them on a day of its own, a week apart from October on, and thanked for the next day. */
export const withInterviewDays = ({ on }: SeasonDays, list: readonly ProgramChoice[]): ProgramChoice[] => {
  let next = on(-1, '10-09');
  return list.map((program) => {
    if (program.status !== 'interviewed') return program;
    const interviewedOn = next;
    next = addDays(next, 7);
    return { interviewedOn, thankedOn: addDays(interviewedOn, 1), ...program };
  });
};

/**
 * A program list: a fifth reach, a fifth safer, the rest in the middle; three in five community or community-affiliated.
 * The first `interviewed` are interviewed, the first `gold` and the next `silver` signalled; all else is applied to.
 */
export function programList(
  specialty: SpecialtyKey,
  size: number,
  { interviewed = 0, gold = 0, silver = 0, single = 0, img = false } = {},
): ProgramChoice[] {
  return Array.from({ length: size }, (_, i) => {
    const signal = i < gold ? 'gold' : i < gold + silver ? 'silver' : i < gold + silver + single ? 'single' : undefined;
    return {
      program: `${places[i % places.length]} ${sites[Math.floor(i / places.length) % sites.length]}`,
      specialty,
      setting: i % 5 < 2 ? ('academic' as const) : i % 5 < 4 ? ('community-affiliated' as const) : ('community' as const),
      band: i % 5 === 0 ? ('reach' as const) : i % 5 === 4 ? ('safer' as const) : ('middle' as const),
      status: i < interviewed ? ('interviewed' as const) : ('applied' as const),
      ...(signal === undefined ? {} : { signal }),
      ...(img ? { takesImg: true, sponsorsJ1: true, takesFailedAttempt: true } : {}),
    };
  });
}

const places = [
  'Riverside',
  'Lakeview',
  'Northgate',
  'Cedar Hill',
  'Harbor Point',
  'Fairmont',
  'Stonebridge',
  'Westfield',
  'Maple Valley',
  'Summit Ridge',
  'Bayshore',
  'Oakland Park',
  'Granite Falls',
  'Prairie View',
  'Silver Spring Lake',
  'Elmwood',
  'Highland',
  'Clearwater Bend',
  'Ashford',
  'Brookhaven',
];
const sites = [
  'University Hospital',
  'Regional Medical Center',
  'Community Hospital',
  'Health System',
  'Memorial Hospital',
  'County Hospital',
  'General Hospital',
  'Medical Center',
  'Methodist Hospital',
  'Teaching Hospital',
];

/** A complete record with nothing wrong in it late in its season; each of the cast changes what it shows. */
export function solidRecord({ season, on }: SeasonDays, person: Person): ApplicantRecord {
  const img = person.type === 'us-img' || person.type === 'non-us-img';
  return {
    externalId: person.externalId,
    name: { given: person.given, family: person.family },
    email: `${slug(person.given)}.${slug(person.family)}@example.edu`,
    season,
    applicantType: person.type,
    graduatesOn: img ? on(-2, '06-30') : on(0, '05-21'),
    bornOn: on(-28, '04-12'),
    visa: { need: 'none' },
    advisor: person.advisor ?? 'helen.marsh@example.edu',
    exams: [
      { exam: 'step1', takenOn: on(-2, '02-20'), outcome: 'pass' },
      { exam: 'step2ck', takenOn: on(-1, '06-24'), score: person.step2, outcome: 'pass' },
    ],
    practice: [
      { for: 'step2ck', kind: 'nbme-ccssa', takenOn: on(-1, '04-24'), score: person.step2 - 6 },
      { for: 'step2ck', kind: 'nbme-ccssa', takenOn: on(-1, '05-07'), score: person.step2 - 5 },
      { for: 'step2ck', kind: 'nbme-ccssa', takenOn: on(-1, '05-20'), score: person.step2 - 4 },
      { for: 'step2ck', kind: 'nbme-ccssa', takenOn: on(-1, '06-02'), score: person.step2 - 3 },
      { for: 'step2ck', kind: 'uwsa', takenOn: on(-1, '06-14'), score: person.step2 - 2 },
    ],
    study: { questionBankPct: 98, fullLengthDays: 2, asOf: on(-1, '06-20') },
    clerkships: [
      { name: 'Internal Medicine', core: true, grade: 'honors', shelf: 79, endedOn: on(-2, '08-28') },
      { name: 'Surgery', core: true, grade: 'high-pass', shelf: 78, endedOn: on(-2, '10-23') },
      { name: 'Pediatrics', core: true, grade: 'high-pass', shelf: 80, endedOn: on(-2, '12-11') },
      { name: 'Obstetrics and Gynecology', core: true, grade: 'pass', shelf: 79, endedOn: on(-1, '02-05') },
      { name: 'Psychiatry', core: true, grade: 'honors', shelf: 84, endedOn: on(-1, '03-19') },
      { name: 'Family Medicine', core: true, grade: 'high-pass', shelf: 81, endedOn: on(-1, '04-30') },
    ],
    experiences: [
      {
        kind: 'sub-internship',
        specialty: person.specialty,
        us: true,
        handsOn: true,
        acgmeSite: true,
        site: 'Riverside University Hospital',
        from: on(-1, '05-04'),
        to: on(-1, '06-05'),
      },
      {
        kind: img ? 'us-clerkship' : 'away',
        specialty: person.specialty,
        us: true,
        handsOn: true,
        acgmeSite: true,
        site: 'Lakeview Regional Medical Center',
        from: on(-1, '07-06'),
        to: on(-1, '09-11'),
      },
      { kind: 'volunteering', us: true, site: 'Northgate Free Clinic', from: on(-2, '09-01'), to: on(0, '02-15') },
    ],
    letters: [
      { writer: 'attending', specialty: person.specialty, us: true, status: 'uploaded', strength: 'strong', askedOn: on(-1, '06-03') },
      {
        writer: 'clerkship-director',
        specialty: person.specialty,
        us: true,
        status: 'uploaded',
        strength: 'strong',
        askedOn: on(-1, '06-08'),
      },
      { writer: 'attending', specialty: person.specialty, us: true, status: 'uploaded', strength: 'strong', askedOn: on(-1, '07-28') },
      { writer: 'chair', us: true, status: 'uploaded', strength: 'strong', askedOn: on(-1, '06-15') },
    ],
    scholarly: [
      { kind: 'poster', status: 'accepted', specialty: person.specialty, on: on(-1, '03-14') },
      { kind: 'case-report', status: 'published', specialty: person.specialty, on: on(-1, '05-20') },
    ],
    redFlags: [],
    specialtyPlan: {
      primary: person.specialty,
      backups: [{ specialty: person.backup, acceptable: true }],
      dualApplying: false,
      geography: 'open',
      priority: 'specialty',
    },
    statement: { status: 'final', reviewedOn: on(-1, '08-12') },
    interviewPrep: { accountRehearsedOn: on(-1, '09-18'), mockInterviews: 2 },
    programs: programList(person.specialty, 45, { interviewed: 12, ...allotment(person.specialty), img }),
    contingency: { path: 'soap', soapStatement: true, generalLetters: true },
    match: { registeredOn: on(-1, '10-05'), rankListCertifiedOn: on(0, '02-22') },
  };
}

/** A name as the local part of an address. */
export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} '-]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
