import { proposed, stated } from '../entry.js';
import { amount, between, days, dollars, fields, letters, letterWriterList, monthAndDay, programs, weeks } from '../kinds.js';

/** How many programs; equal ends where a source names one number. */
export interface ProgramRange {
  readonly minimum: number;
  readonly maximum: number;
}

/** What a list of applications costs: the first `programs` of a specialty at one price, each further one at another. */
export interface ApplicationFee {
  readonly programs: number;
  readonly each: number;
  readonly eachBeyond: number;
}

const programRange = (about: string, minimum: number, maximum: number, ...sources: [string, ...string[]]) =>
  stated(about, between(programs, 'minimum', 'maximum'), { minimum, maximum }, ...sources);

/** Letters, study time and the number of programs. */
export const applicationValues = {
  'letters.total': stated('Letters to have, at least', letters, 3, '002#letters', '004#letters'),
  'letters.total-best': stated('Letters to have', letters, 4, '004#letters'),
  'letters.specialty': stated('Letters from the target specialty, at least', letters, 2, '000#letters', '004#letters'),
  'letters.us': stated('US letters of an IMG, at least', letters, 2, '002#letters', '004#letters'),
  'letters.us-best': stated('US letters of an IMG to aim for', letters, 3, '002#letters'),
  'letters.educator': stated('Letters of an IMG from someone in residency education', letters, 1, '004#letters'),
  'letters.educators': stated(
    'Writers who are in residency education',
    letterWriterList,
    ['program-director', 'associate-program-director', 'clerkship-director'],
    '004#letters',
  ),
  'letters.per-program': stated('Letters one program receives, at most', letters, 4, 'eras-letters'),
  'study.dedicated.weeks-least': stated('Dedicated study for Step 2 CK, at least', weeks, 4, '001#dedicated'),
  'study.dedicated.weeks-most': stated('Dedicated study for Step 2 CK, at most', weeks, 8, '001#dedicated'),
  'study.practice.interval-least': stated('Days between practice exams, at least', days, 7, '001#dedicated'),
  'study.practice.interval-most': stated('Days between practice exams, at most', days, 14, '001#dedicated'),
  'study.step2.usual-from': stated('Usual Step 2 CK dates of the application year begin', monthAndDay, '06-20', '001#step2-timing'),
  'study.step2.usual-until': stated('Usual Step 2 CK dates of the application year end', monthAndDay, '07-31', '001#step2-timing'),
  'programs.category.A': programRange('Programs for a US applicant of category A', 40, 40, '003#phase-3'),
  'programs.category.B': programRange('Programs for a US applicant of category B', 60, 60, '003#phase-3'),
  'programs.category.C': programRange('Programs for a US applicant of category C', 80, 80, '003#phase-3'),
  'programs.primary-care': programRange('Programs in the primary care group', 30, 60, '000#application-volume'),
  'programs.competitive': programRange(
    'Programs in the ultra-competitive and competitive tiers, with a backup',
    60,
    100,
    '000#application-volume',
  ),
  'programs.img.moderate': programRange('Programs for an IMG of the moderate tier', 80, 120, '004#program-count'),
  'programs.img.high': programRange('Programs for an IMG of the high tier', 150, 200, '002#targeting', '004#program-count'),
  'programs.img.very-high': programRange('Programs for an IMG of the very high tier', 150, 200, '002#targeting', '004#program-count'),
  'programs.fee': stated(
    'Application fee by number of programs in one specialty',
    fields('US dollars', { programs, each: dollars, eachBeyond: dollars }),
    { programs: 30, each: 11, eachBeyond: 30 },
    'eras-fees',
  ),
  'risk.stacking.act-areas': proposed(
    'Areas with findings at act that make at risk high risk',
    amount('areas', 1, 16),
    3,
    '004#risk-factors',
    '004#risk-tiers',
  ),
  'risk.stacking.watch-areas': proposed(
    'Areas with findings at watch that make watch at risk',
    amount('areas', 1, 16),
    3,
    '004#risk-factors',
    '004#risk-tiers',
  ),
};
