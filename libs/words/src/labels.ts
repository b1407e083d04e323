import type {
  ApplicantType,
  Area,
  ExamName,
  Experience,
  FindingLevel,
  FlagEventKind,
  ImgTier,
  Letter,
  PracticeExam,
  ProgramTarget,
  RiskLevel,
  Role,
  ScoreCategory,
  SpecialtyKey,
  SpecialtyTier,
} from '@matchwatch/domain';
import { specialties } from '@matchwatch/domain';
import { numberText } from './format.js';

const riskLevels: Readonly<Record<RiskLevel, string>> = {
  'on-track': 'On track',
  watch: 'Watch',
  'at-risk': 'At risk',
  'high-risk': 'High risk',
  'not-assessable': 'Cannot assess yet',
};
/** Where an applicant stands. */
export const riskLevelLabel = (level: RiskLevel): string => riskLevels[level];

const findingLevels: Readonly<Record<FindingLevel, string>> = {
  note: 'Good to know',
  watch: 'Keep an eye on it',
  act: 'Needs a check-in',
  urgent: 'Needs someone now',
};
/** What one finding asks for. */
export const findingLevelLabel = (level: FindingLevel): string => findingLevels[level];

const areas: Readonly<Record<Area, string>> = {
  exam: 'Exams',
  practice: 'Practice exams',
  timeline: 'Timeline',
  clinical: 'Clinical experience',
  letters: 'Letters',
  scholarly: 'Scholarly work',
  plan: 'Specialty plan',
  list: 'Program list',
  img: 'International graduates',
  visa: 'Visa',
  record: 'Record',
  statement: 'Statement',
  interview: 'Interviews',
  contingency: 'Contingency plan',
  care: 'Our response',
  data: 'Data',
};
/** An area of the rulebook. */
export const areaLabel = (area: Area): string => areas[area];

const categories: Readonly<Record<ScoreCategory, string>> = {
  'on-target': 'On target',
  A: 'Category A',
  B: 'Category B',
  C: 'Category C',
  failed: 'Not passed yet',
};
/** A score category. */
export const categoryLabel = (category: ScoreCategory): string => categories[category];

/** A score category inside a sentence. */
export const categoryText = (category: ScoreCategory): string =>
  category.length === 1 ? `category ${category}` : categories[category].toLowerCase();

const specialtyTiers: Readonly<Record<SpecialtyTier, string>> = {
  'ultra-competitive': 'Ultra-competitive',
  competitive: 'Competitive',
  'mid-competitive': 'Mid-competitive',
  'less-competitive': 'Less competitive',
};
/** A tier of specialties. */
export const specialtyTierLabel = (tier: SpecialtyTier): string => specialtyTiers[tier];

const imgTiers: Readonly<Record<ImgTier, string>> = { moderate: 'Moderate', high: 'High', 'very-high': 'Very high' };
/** A tier of international graduates. */
export const imgTierLabel = (tier: ImgTier): string => imgTiers[tier];

const applicantTypes: Readonly<Record<ApplicantType, string>> = {
  'us-md': 'US MD',
  'us-do': 'US DO',
  'us-img': 'US IMG',
  'non-us-img': 'Non-US IMG',
};
/** A type of applicant. */
export const applicantTypeLabel = (type: ApplicantType): string => applicantTypes[type];

const exams: Readonly<Record<ExamName, string>> = {
  step1: 'Step 1',
  step2ck: 'Step 2 CK',
  step3: 'Step 3',
  comlex1: 'COMLEX Level 1',
  comlex2: 'COMLEX Level 2',
  comlex3: 'COMLEX Level 3',
};
/** An exam. */
export const examLabel = (exam: ExamName): string => exams[exam];

const practiceKinds: Readonly<Record<PracticeExam['kind'], string>> = {
  'nbme-cbssa': 'NBME CBSSA',
  'nbme-ccssa': 'NBME CCSSA',
  uwsa: 'UWSA',
  free120: 'Free 120',
  amboss: 'AMBOSS',
  other: 'Other practice exam',
};
/** A kind of practice exam. */
export const practiceKindLabel = (kind: PracticeExam['kind']): string => practiceKinds[kind];

const experienceKinds: Readonly<Record<Experience['kind'], string>> = {
  'sub-internship': 'sub-internship',
  away: 'away rotation',
  externship: 'externship',
  'us-clerkship': 'US clerkship',
  observership: 'observership',
  shadowing: 'shadowing',
  research: 'research',
  volunteering: 'volunteering',
  teaching: 'teaching',
  'clinical-job': 'clinical job',
  degree: 'degree',
  other: 'other experience',
};
/** A kind of experience inside a sentence. */
export const experienceKindText = (kind: Experience['kind']): string => experienceKinds[kind];

const letterWriters: Readonly<Record<Letter['writer'], string>> = {
  attending: 'attending',
  'program-director': 'program director',
  'associate-program-director': 'associate program director',
  'clerkship-director': 'clerkship director',
  chair: 'chair',
  researcher: 'researcher',
  other: 'other writer',
};
/** Who writes a letter, inside a sentence. */
export const letterWriterText = (writer: Letter['writer']): string => letterWriters[writer];

const roles: Readonly<Record<Role, string>> = {
  dean: 'Dean',
  'lead-advisor': 'Lead advisor',
  advisor: 'Advisor',
  assessor: 'Assessor',
  'data-steward': 'Data steward',
  administrator: 'Administrator',
  auditor: 'Auditor',
  service: 'Service',
};
/** A role in a school. */
export const roleLabel = (role: Role): string => roles[role];

const flagEvents: Readonly<Record<FlagEventKind, string>> = {
  opened: 'New',
  raised: 'More serious',
  lowered: 'Less serious',
  closed: 'Cleared',
};
/** What a run changed about a flag. */
export const flagEventLabel = (kind: FlagEventKind): string => flagEvents[kind];

/** The printed name of a specialty without what is said in brackets. */
export const specialtyText = (key: SpecialtyKey): string => specialties[key].name.replace(/ \(.*\)$/, '');

/** The abbreviation of a specialty, for chips. */
export const specialtyAbbreviation = (key: SpecialtyKey): string => specialties[key].abbreviations[0];

/** How many programs, and what asks for it. */
export function programTargetText({ minimum, maximum, because }: ProgramTarget): string {
  const range = minimum === maximum ? numberText(minimum) : `${numberText(minimum)}–${numberText(maximum)}`;
  return `${range} programs (${because})`;
}
