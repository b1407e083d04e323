import {
  type ApplicantRecord,
  type Casework,
  type Day,
  type Exam,
  type ExamName,
  noCasework,
  type ProgramChoice,
  type SpecialtyKey,
  type SpecialtyPlan,
} from '@matchwatch/domain';
import type { RecordContext, Rule, Verdict } from '@matchwatch/risk-engine';
import {
  type DailyValues,
  defaultPolicy,
  type Policy,
  type PolicyValues,
  type ResolvedValues,
  revisePolicy,
} from '@matchwatch/risk-policy';
import { createAssessor } from './assess.js';
import { type Audience, askOf } from './scope.js';
import { ApplicantView } from './view/applicant-view.js';
import type { CareView } from './view/care-view.js';
import { ViewPolicy } from './view/view-policy.js';

/** For specs only. A day on which all of season 2027's scores are in: after submission, before reading starts. */
export const late: Day = '2026-09-10';

export const us: ApplicantRecord = {
  externalId: 'S-1',
  name: { given: 'Ada', family: 'Osei' },
  season: 2027,
  applicantType: 'us-md',
};
export const img: ApplicantRecord = { ...us, applicantType: 'non-us-img' };
export const usImg: ApplicantRecord = { ...us, applicantType: 'us-img' };

export const taken = (exam: ExamName, takenOn: Day, result: Pick<Exam, 'score' | 'outcome'> = {}): Exam => ({ exam, takenOn, ...result });
export const step2 = (score: number, takenOn: Day = '2026-06-15'): Exam => taken('step2ck', takenOn, { score });

/** A record with a Step 2 CK score and a plan for one specialty. */
export const scored = (score: number, primary: SpecialtyKey, plan: SpecialtyPlan = {}): ApplicantRecord => ({
  ...us,
  exams: [step2(score)],
  specialtyPlan: { primary, ...plan },
});

/** The verdict of one rule for one record. */
export function verdictOf(
  rule: Rule<ApplicantView, ResolvedValues, Audience>,
  record: ApplicantRecord,
  asOf: Day = late,
  { policy = defaultPolicy, context = {} }: { policy?: Policy; context?: RecordContext } = {},
): Verdict {
  const viewPolicy = new ViewPolicy(policy, asOf);
  return askOf(rule, new ApplicantView(record, context, viewPolicy), viewPolicy.values);
}

/** The verdict of one rule about the school's response, for a record whose level is found by all the other rules. */
export function careVerdictOf(
  rule: Rule<CareView, ResolvedValues>,
  record: ApplicantRecord,
  casework?: Casework,
  asOf: Day = late,
  policy: Policy = defaultPolicy,
): Verdict {
  const viewPolicy = new ViewPolicy(policy, asOf);
  const { riskLevel, findings, unknown } = createAssessor(policy, asOf)(record);
  return rule.bind(viewPolicy.values)({ applicant: new ApplicantView(record, {}, viewPolicy), riskLevel, findings, unknown, casework });
}

/** A school that has done nothing about an applicant and knows of no flag. */
export const nothingDone: Casework = { ...noCasework, mentors: [] };

/** The level of a verdict, or `clear`, or the missing paths. */
export const told = (verdict: Verdict): string =>
  verdict.is === 'raised' ? verdict.level : verdict.is === 'clear' ? 'clear' : `unknown: ${verdict.missing.join(', ')}`;

/** The level at which a rule is raised, or `clear`, or the missing paths. */
export function levelOf(...args: Parameters<typeof verdictOf>): string {
  return told(verdictOf(...args));
}

/** The default policy with one value changed from a day on. */
export function changing<K extends keyof DailyValues>(key: K, from: Day, value: ResolvedValues[K]): Policy {
  const before = defaultPolicy.values[key];
  const changed = { ...before, values: { ...before.values, [from]: { value, sources: ['default'] } } };
  return revisePolicy(defaultPolicy, 'spec', { [key]: changed } as unknown as Partial<PolicyValues>);
}

/** So many program rows that all say the same. */
export const rows = (count: number, row: Partial<ProgramChoice> = {}): ProgramChoice[] =>
  Array.from({ length: count }, (_, i) => ({ program: `Program ${i + 1}`, ...row }));

/** The same record with its Match decided. */
export const decided = (record: ApplicantRecord): ApplicantRecord => ({ ...record, match: { outcome: 'matched-primary' } });

/** The same record in a season whose calendar nobody has announced. */
export const unannounced = (record: ApplicantRecord): ApplicantRecord => ({ ...record, season: 2028 });
