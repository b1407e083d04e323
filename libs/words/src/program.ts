import { type AuditReason, isDay, type ProgramFactGroup, type ProgramFactName, type ProgramSource, programFacts } from '@matchwatch/domain';
import { counted, dayWithYear, sentenceCase } from './format.js';

const groups: Readonly<Record<ProgramFactGroup, string>> = {
  program: 'The program',
  exams: 'Exams',
  international: 'International graduates',
  application: 'The application',
};
/** A group of facts about a program. */
export const programFactGroupLabel = (group: ProgramFactGroup): string => groups[group];

const facts: Readonly<Record<ProgramFactName, string>> = {
  setting: 'Setting',
  underserved: 'Rural or underserved region',
  positions: 'Positions a year',
  curriculum: 'Curriculum and patients',
  coordinator: 'Coordinator',
  minimumStep2: 'Lowest Step 2 CK',
  preferredStep2: 'Preferred Step 2 CK',
  step2ToApply: 'Wants Step 2 CK with the application',
  maximumAttempts: 'Most attempts at one Step',
  maximumExamAge: 'Oldest exams',
  asksStep3: 'Asks for Step 3',
  sponsorsJ1: 'Sponsors J-1',
  sponsorsH1b: 'Sponsors H-1B',
  takesImg: 'Takes international graduates',
  imgShare: 'International graduates among residents',
  ecfmgToInterview: 'Wants ECFMG certification to interview',
  maximumYearsSinceGraduation: 'Most years since graduation',
  residentsGraduatedFrom: 'Residents graduated from',
  usceMonths: 'US clinical experience in the specialty',
  handsOnUsce: 'Wants hands-on US experience',
  holisticReview: 'Says it reviews holistically',
  letters: 'Letters asked for',
  specialtyLetters: 'Of them from the specialty',
  usLetters: 'Of them from the US',
  takesSignals: 'Takes part in signals',
  interviewShare: 'Interviews of applicants',
  takesAways: 'Takes away rotations',
  formerStudents: 'Our earlier students there',
};
/** The name of a fact about a program. */
export const programFactLabel = (name: ProgramFactName): string => facts[name];
/** The same inside a sentence. */
export const programFactText = (name: ProgramFactName): string => facts[name].charAt(0).toLowerCase() + facts[name].slice(1);

const settings: Readonly<Record<string, string>> = {
  academic: 'Academic',
  'community-affiliated': 'Community, affiliated with a university',
  community: 'Community',
};

/** The value of a fact about a program as people write it. */
export function programValueText(name: ProgramFactName, value: boolean | number | string): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return settings[value] ?? value;
  const kind = programFacts[name];
  if (kind.kind !== 'number') return String(value);
  switch (kind.unit) {
    case 'percent':
      return `${value} %`;
    case 'years':
    case 'months':
    case 'attempts':
      return counted(value, kind.unit.slice(0, -1));
    default:
      return String(value);
  }
}

const sources: Readonly<Record<ProgramSource, string>> = {
  program: 'the program itself',
  website: 'its website',
  freida: 'FREIDA',
  nrmp: 'NRMP data',
  'residency-explorer': 'Residency Explorer',
  'own-graduates': 'our graduates',
  forum: 'a forum',
};
/** Where a fact about a program is from, as in “from …”. */
export const programSourceText = (source: ProgramSource): string => sources[source];
export const programSourceLabel = (source: ProgramSource): string => sentenceCase(sources[source]);

const own = (value: AuditReason['own'], text: (known: string) => string): string =>
  value === null ? 'not known of the applicant' : text(String(value));

/** What a program says and how it stands to an applicant, as a sentence. Reasons of the standing `for` say what speaks for it. */
export function auditReasonText({ question, value, own: theirs, standing }: AuditReason): string {
  const score = own(theirs, (known) => `the applicant has ${known}`);
  switch (question) {
    case 'visa':
      return visaText(value === true, theirs, standing);
    case 'score':
      return `Asks for Step 2 CK of at least ${value}; ${score}.`;
    case 'preferred-score':
      return `Prefers Step 2 CK from ${value}; ${score}.`;
    case 'score-to-apply':
      return theirs === null
        ? 'Wants a Step 2 CK score with the application; exams are not known of the applicant.'
        : 'Wants a Step 2 CK score with the application, and there is none yet.';
    case 'attempts':
      return `Accepts at most ${counted(Number(value), 'attempt')} at a Step; ${own(theirs, (known) => `the applicant sat one ${counted(Number(known), 'time')}`)}.`;
    case 'exam-age':
      return `Counts no exam older than ${counted(Number(value), 'year')}; the first Step was ${dayOr(theirs)}.`;
    case 'graduation':
      return `Accepts at most ${counted(Number(value), 'year')} since graduation; ${own(theirs, () => `graduated ${dayOr(theirs)}`)}.`;
    case 'img':
      return typeof value === 'number' ? 'Has no international graduates among its residents.' : 'Takes no international graduates.';
    case 'resident-years':
      return `No resident graduated before ${value}; the applicant did in ${theirs}.`;
    case 'certification':
      return 'Wants ECFMG certification before an interview; whether it will be there is not kept in the record.';
    case 'step3':
      return theirs === null ? 'Asks for Step 3; exams are not known of the applicant.' : 'Asks for Step 3, which is not passed.';
    case 'usce':
      return `Asks for ${counted(Number(value), 'month')} of US experience in the specialty; ${own(theirs, (known) => `the applicant has ${counted(Number(known), 'month')}`)}.`;
    case 'hands-on':
      return theirs === null
        ? 'Wants hands-on US experience; whether the applicant has any is not known.'
        : 'Wants hands-on US experience, and the applicant has none.';
    case 'letters':
      return `Asks for ${counted(Number(value), 'letter')}; ${own(theirs, (known) => `${known} agreed or uploaded`)}.`;
    case 'specialty-letters':
      return `Asks for ${counted(Number(value), 'letter')} from the specialty; ${own(theirs, (known) => `${known} agreed or uploaded`)}.`;
    case 'us-letters':
      return `Asks for ${counted(Number(value), 'letter')} from the US; ${own(theirs, (known) => `${known} agreed or uploaded`)}.`;
    case 'signal':
      return 'Takes no part in signals, so one sent here is lost.';
    case 'holistic':
      return 'Says that it reviews applications holistically.';
    case 'former-students':
      return `${counted(Number(value), 'earlier student')} of ours went there.`;
  }
}

const dayOr = (value: AuditReason['own']): string =>
  typeof value === 'string' && isDay(value) ? `on ${dayWithYear(value)}` : 'on an unknown day';

function visaText(sponsors: boolean, need: AuditReason['own'], standing: AuditReason['standing']): string {
  if (standing === 'asks') return 'Sponsors neither J-1 nor H-1B; whether the applicant needs a visa is not known.';
  switch (need) {
    case 'j1':
      return sponsors ? 'Sponsors J-1, which the applicant needs.' : 'Does not sponsor J-1, which the applicant needs.';
    case 'h1b-only':
      return sponsors ? 'Sponsors H-1B, which the applicant needs.' : 'Does not sponsor H-1B, which the applicant needs.';
    default:
      return sponsors ? 'Sponsors a visa that would do.' : 'Sponsors neither J-1 nor H-1B, and the applicant needs one.';
  }
}
