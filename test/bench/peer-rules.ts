import type { Answer, ApplicantRecord, Exam, FindingLevel } from '@matchwatch/domain';
import { defaultPolicy, type PolicyValues } from '@matchwatch/risk-rules';
import type { NestedCondition, RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { asOf, season } from './school.js';

/** The nine rules that are put to json-rules-engine as well. */
export const peerCodes = [
  'exam.multiple-failures',
  'exam.step2-failed',
  'exam.step2-category',
  'exam.step2-below-screens',
  'visa.h1b-only',
  'plan.no-backup',
  'plan.no-dual-application',
  'plan.rigid-geography',
  'plan.no-priority',
] as const;
type Code = (typeof peerCodes)[number];

/** What the nine ask of a record, worked out beforehand: the peer is given it, our engine finds it out itself. */
interface Facts extends Record<string, unknown> {
  examsKnown: boolean;
  failures: number;
  possibleFailures: number;
  ckFailed: number;
  ckPassed: boolean;
  ckUnresolved: number;
  scoreKnown: boolean;
  score: number;
  scoreMissing: boolean;
  isImg: boolean;
  visa: string;
  category: string;
  categoryMissing: boolean;
  backups: 'acceptable' | 'undecided' | 'unknown' | 'declined';
  dualApplying: string;
  geography: string;
  priority: string;
}

type Key = keyof PolicyValues & string;
/** The value of a key on a day. */
function inForce(key: Key, day: string = asOf): unknown {
  const dated: Readonly<Record<string, { value: unknown }>> = defaultPolicy.values[key]?.values ?? {};
  const since = Object.keys(dated)
    .sort()
    .findLast((from) => from <= day);
  return since === undefined ? undefined : dated[since]?.value;
}
const level = (key: Key) => inForce(key) as FindingLevel;
const line = (key: Key) => inForce(key) as number;
const hasCome = (key: Key): boolean => {
  const { year, on } = inForce(key) as { year: string; on: string };
  return `${season - ({ match: 0, application: 1 }[year] ?? 2)}-${on}` <= asOf;
};

const is = (fact: keyof Facts & string, value: unknown): NestedCondition => ({ fact, operator: 'equal', value });
const below = (fact: keyof Facts & string, value: number): NestedCondition => ({ fact, operator: 'lessThan', value });
const atLeast = (fact: keyof Facts & string, value: number): NestedCondition => ({ fact, operator: 'greaterThanInclusive', value });
const among = (fact: keyof Facts & string, value: readonly unknown[]): NestedCondition => ({ fact, operator: 'in', value });
const all = (...conditions: NestedCondition[]): TopLevelCondition => ({ all: conditions });
const any = (...conditions: NestedCondition[]): TopLevelCondition => ({ any: conditions });

const answers = (code: Code, answer: FindingLevel | 'unknown', conditions: TopLevelCondition): RuleProperties => ({
  conditions,
  event: { type: code, params: { answer } },
});

const screens = inForce('exam.screens') as readonly number[];
const imgScreens = inForce('exam.screens.img') as readonly number[];
const [lowest = 0] = screens;
const [many = lowest, competitive = lowest] = imgScreens;
const belowTarget = [is('categoryMissing', false), among('category', ['B', 'C'])];
const due = (key: Key, ...conditions: NestedCondition[]): NestedCondition[] => (hasCome(key) ? conditions : [is('examsKnown', 'never')]);

/** The same nine questions as JSON rules: one for each level a question can be raised at, and one for "unknown". */
export const peerRules: readonly RuleProperties[] = [
  answers(
    'exam.multiple-failures',
    'unknown',
    any(
      is('examsKnown', false),
      all(below('failures', line('exam.multiple-failures.from')), atLeast('possibleFailures', line('exam.multiple-failures.from'))),
    ),
  ),
  answers('exam.multiple-failures', level('exam.multiple-failures.level'), all(atLeast('failures', line('exam.multiple-failures.from')))),
  answers('exam.step2-failed', 'unknown', any(is('examsKnown', false), all(is('ckFailed', 0), atLeast('ckUnresolved', 1)))),
  answers('exam.step2-failed', level('exam.step2-failed.level.open'), all(atLeast('ckFailed', 1), is('ckPassed', false))),
  answers('exam.step2-failed', level('exam.step2-failed.level.passed'), all(atLeast('ckFailed', 1), is('ckPassed', true))),
  answers('exam.step2-category', 'unknown', all(is('categoryMissing', true))),
  ...(['A', 'B', 'C'] as const).map((category) =>
    answers(
      'exam.step2-category',
      level(`exam.step2-category.level.${category}`),
      all(is('categoryMissing', false), is('category', category)),
    ),
  ),
  answers('exam.step2-below-screens', 'unknown', all(is('scoreKnown', false), is('scoreMissing', true))),
  answers('exam.step2-below-screens', level('exam.step2-below-screens.level.img-many'), all(is('isImg', true), below('score', many))),
  answers(
    'exam.step2-below-screens',
    level('exam.step2-below-screens.level.img-competitive'),
    all(is('isImg', true), atLeast('score', many), below('score', competitive)),
  ),
  answers(
    'exam.step2-below-screens',
    level('exam.step2-below-screens.level.common'),
    all(below('score', lowest), any(is('isImg', false), atLeast('score', competitive))),
  ),
  answers('visa.h1b-only', 'unknown', all(is('visa', 'unknown'))),
  answers('visa.h1b-only', level('visa.h1b-only.level.h1b-only'), all(is('visa', 'h1b-only'))),
  answers('visa.h1b-only', level('visa.h1b-only.level.j1'), all(among('visa', ['j1', 'j1-or-h1b']))),
  answers(
    'plan.no-backup',
    'unknown',
    any(
      all(is('categoryMissing', true), among('backups', ['undecided', 'unknown', 'declined'])),
      all(...belowTarget, among('backups', ['undecided', 'unknown'])),
    ),
  ),
  answers(
    'plan.no-backup',
    level('plan.no-backup.level.B'),
    all(is('categoryMissing', false), is('category', 'B'), is('backups', 'declined')),
  ),
  answers(
    'plan.no-backup',
    level(hasCome('plan.no-backup.urgent-from') ? 'plan.no-backup.level.C-late' : 'plan.no-backup.level.C-early'),
    all(is('categoryMissing', false), is('category', 'C'), is('backups', 'declined')),
  ),
  answers(
    'plan.no-dual-application',
    'unknown',
    any(
      ...due(
        'plan.no-dual-application.act-from',
        all(is('categoryMissing', true), among('dualApplying', ['no', 'unknown'])),
        all(is('categoryMissing', false), is('category', 'C'), is('dualApplying', 'unknown')),
      ),
    ),
  ),
  answers(
    'plan.no-dual-application',
    level('plan.no-dual-application.level'),
    all(...due('plan.no-dual-application.act-from', is('categoryMissing', false), is('category', 'C'), is('dualApplying', 'no'))),
  ),
  answers(
    'plan.rigid-geography',
    'unknown',
    any(all(is('categoryMissing', true), among('geography', ['single-area', 'unknown'])), all(...belowTarget, is('geography', 'unknown'))),
  ),
  answers('plan.rigid-geography', level('plan.rigid-geography.level'), all(...belowTarget, is('geography', 'single-area'))),
  answers(
    'plan.no-priority',
    'unknown',
    any(
      ...due(
        'plan.no-priority.watch-from',
        all(is('categoryMissing', true), is('priority', 'none')),
        all(is('categoryMissing', true), is('priority', 'unknown')),
        all(...belowTarget, is('priority', 'unknown')),
      ),
    ),
  ),
  answers(
    'plan.no-priority',
    level('plan.no-priority.level'),
    all(...due('plan.no-priority.watch-from', ...belowTarget, is('priority', 'none'))),
  ),
];

/** The facts of one record; what our engine already found out about the category is taken from its answer. */
export function factsOf(record: ApplicantRecord, { categories, unknown }: Answer): Facts {
  const sat = record.exams?.filter(({ takenOn }) => takenOn !== undefined && takenOn <= asOf) ?? [];
  const ck = sat.filter(({ exam }) => exam === 'step2ck').sort((a, b) => ((a.takenOn ?? '') < (b.takenOn ?? '') ? -1 : 1));
  const results = sat.map(resultOf);
  const failures = results.filter((result) => result === 'fail').length;
  const passing = ck.findLast((sitting) => resultOf(sitting) === 'pass');
  const seen = passing ?? ck.at(-1);
  const unresolved = ck.some((sitting) => resultOf(sitting) === undefined);
  const plan = record.specialtyPlan;
  const category = categories.find(({ role }) => role === 'primary')?.category ?? 'none';
  return {
    examsKnown: record.exams !== undefined,
    failures,
    possibleFailures: failures + results.filter((result) => result === undefined).length,
    ckFailed: ck.filter((sitting) => resultOf(sitting) === 'fail').length,
    ckPassed: passing !== undefined,
    ckUnresolved: ck.filter((sitting) => resultOf(sitting) === undefined).length,
    scoreKnown: seen?.score !== undefined,
    score: seen?.score ?? Number.POSITIVE_INFINITY,
    scoreMissing: record.exams === undefined || (passing === undefined ? unresolved : passing.score === undefined),
    isImg: record.applicantType.endsWith('img'),
    visa: record.visa?.need ?? (record.applicantType === 'non-us-img' ? 'unknown' : 'none'),
    category: category === 'failed' ? 'none' : category,
    categoryMissing: unknown.some(({ code }) => code === 'exam.step2-category'),
    backups: backupsOf(plan?.backups),
    dualApplying: plan?.dualApplying === undefined ? 'unknown' : plan.dualApplying ? 'yes' : 'no',
    geography: plan?.geography ?? 'unknown',
    priority: plan === undefined ? 'unknown' : (plan.priority ?? 'none'),
  };
}

function backupsOf(backups: NonNullable<ApplicantRecord['specialtyPlan']>['backups']): Facts['backups'] {
  if (backups === undefined) return 'unknown';
  if (backups.some(({ acceptable }) => acceptable === true)) return 'acceptable';
  return backups.some(({ acceptable }) => acceptable === undefined) ? 'undecided' : 'declined';
}

function resultOf({ exam, score, outcome, takenOn }: Exam): Exam['outcome'] {
  if (outcome === 'incomplete') return outcome;
  const mark =
    exam === 'step1' || exam === 'step2ck' || exam === 'step3'
      ? (inForce(`exam.pass-mark.${exam}`, takenOn) as number | undefined)
      : undefined;
  if (score !== undefined && mark !== undefined) return score >= mark ? 'pass' : 'fail';
  return outcome === 'pending' ? undefined : outcome;
}
