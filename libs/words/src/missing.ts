import { type ExamName, examNames, type SpecialtyKey, specialties, type UnknownFinding } from '@matchwatch/domain';
import { listText, sentenceCase } from './format.js';
import { examLabel, specialtyText } from './labels.js';

const labels: Readonly<Record<string, string>> = {
  exams: 'exam history',
  clerkships: 'clerkship results',
  experiences: 'clinical experience',
  'experiences.us': 'country of the clinical experience',
  graduatesOn: 'graduation day',
  'visa.need': 'visa need',
  specialtyPlan: 'specialty plan',
  'specialtyPlan.primary': 'primary specialty',
  'specialtyPlan.backups': 'backup specialties',
  'specialtyPlan.backups.acceptable': 'whether a backup would be accepted',
  'specialtyPlan.dualApplying': 'whether two specialties are applied to',
  'specialtyPlan.geography': 'where the applicant would go',
  changedOn: 'day of the last change',
  'season calendar': 'calendar of the season',
  letters: 'letters of recommendation',
  practice: 'practice exams',
  'experiences.to': 'last day of the experience',
  'experiences.specialty': 'specialty of the experience',
  'experiences.site': 'site of the experience',
  'experiences.acgmeSite': 'whether the site has an accredited program',
  'clerkships.core': 'which clerkships are core',
  'clerkships.grade': 'clerkship grades',
  'letters.specialty': 'specialty of each letter',
  'letters.us': 'country of each letter',
  'letters.askedOn': 'day each letter was asked for',
  'practice.score': 'practice score on the exam’s scale',
  study: 'study progress',
  'study.questionBankPct': 'progress in the question bank',
  'study.fullLengthDays': 'number of full-length days',
  scholarly: 'scholarly work',
  redFlags: 'leaves, gaps and citations',
  programs: 'program list',
  'programs.band': 'reach, middle or safer for each program',
  'programs.setting': 'setting of each program',
  'programs.specialty': 'specialty of each program',
  'programs.status': 'status of each program',
  'programs.track': 'track of each program',
  'programs.letters': 'letters assigned to each program',
  'programs.interviewedOn': 'day of each interview',
  'redFlags.explained': 'whether the application explains it',
  'redFlags.from': 'day a gap began',
  'interviewPrep.mockInterviews': 'mock interviews',
  'contingency.soapStatement': 'whether the SOAP statement is ready',
  'contingency.generalLetters': 'whether general letters are ready',
  'match.rankListCertifiedOn': 'whether the rank list is certified',
  'match.outcome': 'outcome of the Match',
  'experiences.from': 'days of each experience',
  casework: 'meetings, plans and reviews',
  'casework.mentors': 'mentors',
  'casework.agreed': 'what was agreed',
  'casework.agreed facts': 'facts that would show what was agreed',
  statement: 'personal statement',
  interviewPrep: 'interview preparation',
  contingency: 'contingency plan',
  match: 'match results',
};

const ofExam = /^exams\[(\w+)\]\.(score|outcome)$/;
const ofTier = /^policy\.specialty\.tier\.([\w-]+)$/;
const ofSignals = /^policy\.signals\.([\w-]+)$/;
const isExam = (name: string | undefined): name is ExamName => examNames.some((exam) => exam === name);
const isSpecialty = (key: string | undefined): key is SpecialtyKey => key !== undefined && Object.hasOwn(specialties, key);

/** A missing fact in plain words, as it stands inside a sentence: “Step 2 CK score”. */
export function missingLabel(path: string): string {
  const [, exam, what] = ofExam.exec(path) ?? [];
  if (isExam(exam)) return `${examLabel(exam)} ${what === 'score' ? 'score' : 'result'}`;
  const [, specialty] = ofTier.exec(path) ?? [];
  if (isSpecialty(specialty)) return `tier of ${specialtyText(specialty)}`;
  const [, signalled] = ofSignals.exec(path) ?? [];
  if (isSpecialty(signalled)) return `program signals of ${specialtyText(signalled)}`;
  return (Object.hasOwn(labels, path) && labels[path]) || path;
}

/** What a rule is waiting for: “Needs: exam history”. A specialty without a tier waits for an advisor. */
export function unknownText({ missing }: Pick<UnknownFinding, 'missing'>): string {
  const facts = sentenceCase(`needs: ${listText(missing.map(missingLabel))}`);
  return missing.some((path) => ofTier.test(path)) ? `${facts} (ask an advisor to set it)` : facts;
}
