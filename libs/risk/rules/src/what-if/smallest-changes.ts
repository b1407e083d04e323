import {
  type Answer,
  type ApplicantRecord,
  addDays,
  type ChangeableFact,
  changeableFacts,
  type Day,
  daysBetween,
  type FindingLevel,
  findingRank,
  type RecordChange,
  type RiskLevel,
  riskRank,
} from '@matchwatch/domain';
import type { Assessor, RecordContext } from '@matchwatch/risk-engine';
import type { Policy } from '@matchwatch/risk-policy';
import { ApplicantView } from '../view/applicant-view.js';
import type { Season, SeasonMark } from '../view/season.js';
import { ViewPolicy } from '../view/view-policy.js';
import { applicationFamilies } from './application-families.js';
import { applyChanges } from './apply-change.js';
import { type Effort, getEffort } from './efforts.js';
import { examFamilies } from './exam-families.js';
import type { ChangeFamily } from './family.js';
import { planFamilies } from './plan-families.js';

/** What would lower the level: one change, or two where no single one does. */
export interface SmallestChange {
  readonly changes: readonly [RecordChange] | readonly [RecordChange, RecordChange];
  readonly levelAfter: RiskLevel;
  /** Codes of findings that the record would no longer raise, in display order; each of their rules would say clear. */
  readonly clears: readonly string[];
  /** Codes of findings that stay at a lower level. */
  readonly lowers: readonly string[];
  readonly effort: Effort;
  /** The last day of the season on which it is still of use; null when the season has passed it, or is not known. */
  readonly dueOn: Day | null;
  /** Whether the effort still fits before that day. */
  readonly inTime: boolean;
}

/** The smallest changes that lower the level; without any, why there is none. */
export interface SmallestChanges {
  readonly levelNow: RiskLevel;
  /** In time first, then least effort, then soonest due. */
  readonly options: readonly SmallestChange[];
  /** `at-best`: nothing can be lowered; `facts-missing`: there is no level until they are known; `none`: no one or two changes lower it. */
  readonly without?: 'at-best' | 'facts-missing' | 'none';
  /** Of what sets the level: findings that no change of a changeable fact clears. */
  readonly fixed: readonly string[];
  /** Of those, findings that hold the level each by itself, whatever else is cleared. */
  readonly heldBy: readonly string[];
}

/** What the search rests on besides the record. */
export interface ChangeSearch {
  readonly policy: Policy;
  /** The day the assessor was made for. */
  readonly asOf: Day;
  readonly context?: RecordContext;
}

/** A change that was tried, with the answer it leads to. */
interface Trial {
  readonly changes: readonly RecordChange[];
  readonly answer: Answer;
}

/**
 * Finds the single smallest changes that lower the risk level, one for each fact, or the pair of least effort where no single change does.
 * Only facts that can still be changed are touched: never a result, a graduation or a failure that is there. Same record, policy and day, same result.
 */
export function smallestChanges(record: ApplicantRecord, assess: Assessor, { policy, asOf, context = {} }: ChangeSearch): SmallestChanges {
  const now = assess(record, context);
  const { riskLevel: levelNow } = now;
  if (levelNow === 'on-track') return { levelNow, options: [], without: 'at-best', fixed: [], heldBy: [] };
  if (levelNow === 'not-assessable') return { levelNow, options: [], without: 'facts-missing', fixed: [], heldBy: [] };

  const view = new ApplicantView(record, context, new ViewPolicy(policy, asOf));
  const families = [...examFamilies(view), ...planFamilies(view), ...applicationFamilies(view)].filter(({ steps }) => steps > 0);
  const tryOut = (...changes: RecordChange[]): Trial => ({ changes, answer: assess(applyChanges(record, changes), context) });
  const helps = ({ answer }: Trial): boolean => isLower(answer, now);
  const told = ({ changes, answer }: Trial): SmallestChange => {
    const effort = effortOf(changes, policy, asOf);
    const dueOn = dueDay(changes, view.season, asOf);
    return {
      changes: changes as SmallestChange['changes'],
      levelAfter: answer.riskLevel,
      clears: codesWhere(now, answer, (_before, after) => after === undefined),
      lowers: codesWhere(now, answer, (before, after) => after !== undefined && findingRank[after] < findingRank[before]),
      effort,
      dueOn,
      inTime: dueOn !== null && addDays(asOf, effort.days) <= dueOn,
    };
  };

  const singles = families.flatMap((family) => smallestOf(family, (change) => tryOut(change), helps) ?? []);
  if (singles.length > 0) return { levelNow, options: leastOfEachFact(singles.map(told)), fixed: [], heldBy: [] };
  const fixed = fixedCauses(now, families, tryOut);
  // What no change clears no pair clears either, and the level stays with it.
  const heldBy = fixed.filter((code) => alone(code, now));
  const pair = heldBy.length > 0 ? undefined : bestPair(families, tryOut, helps, told);
  return pair === undefined ? { levelNow, options: [], without: 'none', fixed, heldBy } : { levelNow, options: [pair], fixed, heldBy };
}

/** A lower level that is an answer, with nothing that was raised now merely unknown: what is not known clears nothing. */
function isLower(answer: Answer, now: Answer): boolean {
  if (answer.riskLevel === 'not-assessable' || riskRank[answer.riskLevel] >= riskRank[now.riskLevel]) return false;
  return !answer.unknown.some(({ code }) => now.findings.some((finding) => finding.code === code));
}

/** Codes of the findings whose level before and after is as asked. */
const codesWhere = (now: Answer, then: Answer, is: (before: FindingLevel, after: FindingLevel | undefined) => boolean): string[] =>
  now.findings.filter(({ code, level }) => is(level, levelIn(then, code))).map(({ code }) => code);

const levelIn = ({ findings }: Answer, code: string): FindingLevel | undefined => findings.find((finding) => finding.code === code)?.level;

/** The smallest step of a family that helps: by halving where more never does less, one by one otherwise. */
function smallestOf({ steps, at, monotone }: ChangeFamily, tryOut: (change: RecordChange) => Trial, helps: (trial: Trial) => boolean) {
  if (!monotone) {
    for (let step = 0; step < steps; step++) {
      const trial = tryOut(at(step));
      if (helps(trial)) return trial;
    }
    return undefined;
  }
  let best = tryOut(at(steps - 1));
  if (!helps(best)) return undefined;
  let low = 0;
  let high = steps - 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const trial = tryOut(at(middle));
    if (helps(trial)) {
      best = trial;
      high = middle;
    } else low = middle + 1;
  }
  return best;
}

const byOrder = (a: SmallestChange, b: SmallestChange): number =>
  Number(b.inTime) - Number(a.inTime) ||
  a.effort.days - b.effort.days ||
  (a.dueOn ?? never).localeCompare(b.dueOn ?? never) ||
  rankOf(a) - rankOf(b);
const never = '9999-12-31';
const rankOf = ({ changes: [{ fact }] }: SmallestChange): number => changeableFacts.indexOf(fact);

/** One suggestion a fact, as several ways to the same end only hide the others. */
function leastOfEachFact(options: readonly SmallestChange[]): SmallestChange[] {
  const facts = new Set<string>();
  return options.toSorted(byOrder).filter(({ changes: [{ fact }] }) => !facts.has(fact) && facts.add(fact));
}

/** Of what sets the level: findings that no change clears. */
function fixedCauses(now: Answer, families: readonly ChangeFamily[], tryOut: (change: RecordChange) => Trial): string[] {
  const stays = new Set(now.setBy);
  for (const { steps, at, monotone } of families) {
    for (let step = monotone ? steps - 1 : 0; step < steps && stays.size > 0; step++) {
      const { answer } = tryOut(at(step));
      for (const code of stays) {
        const isUnknown = answer.unknown.some((one) => one.code === code);
        if (levelIn(answer, code) !== levelIn(now, code) && !isUnknown) stays.delete(code);
      }
    }
  }
  return now.setBy.filter((code) => stays.has(code));
}

/** Whether a finding alone holds the level: urgent ones do, and one at act keeps at risk. */
function alone(code: string, now: Answer): boolean {
  const level = levelIn(now, code);
  if (now.riskLevel === 'high-risk') return level === 'urgent';
  if (now.riskLevel === 'at-risk') return level === 'act';
  return level === 'watch';
}

/** The pair of least effort that helps, its counted parts made as small as the other allows. */
function bestPair(
  families: readonly ChangeFamily[],
  tryOut: (...changes: RecordChange[]) => Trial,
  helps: (trial: Trial) => boolean,
  told: (trial: Trial) => SmallestChange,
): SmallestChange | undefined {
  let best: SmallestChange | undefined;
  for (let i = 0; i < families.length; i++) {
    for (let j = i + 1; j < families.length; j++) {
      const [a, b] = [families[i] as ChangeFamily, families[j] as ChangeFamily];
      const found = smallestPair(a, b, tryOut, helps);
      if (found === undefined) continue;
      const option = told(found);
      if (best === undefined || byOrder(option, best) < 0) best = option;
    }
  }
  return best;
}

function smallestPair(
  a: ChangeFamily,
  b: ChangeFamily,
  tryOut: (...changes: RecordChange[]) => Trial,
  helps: (trial: Trial) => boolean,
): Trial | undefined {
  // Two changes of one fact would tell of the same thing twice.
  if (a.at(0).fact === b.at(0).fact) return undefined;
  for (let step = a.monotone ? a.steps - 1 : 0; step < a.steps; step++) {
    const found = smallestOf(b, (change) => tryOut(a.at(step), change), helps);
    if (found === undefined) continue;
    const [, second] = found.changes as [RecordChange, RecordChange];
    return smallestOf(a, (change) => tryOut(change, second), helps) ?? found;
  }
  return undefined;
}

/** Two changes take as long as both together. */
function effortOf(changes: readonly RecordChange[], policy: Policy, asOf: Day): Effort {
  const each = changes.map((change) => {
    const { days, sources } = getEffort(policy, change.fact, asOf);
    return { days: daysKnownFrom(change, asOf) ?? days, sources };
  });
  return {
    days: each.reduce((sum, { days }) => sum + days, 0),
    sources: [...new Set(each.flatMap(({ sources }) => sources))],
  };
}

/** The days that the change itself tells: a rotation from its first day to its last, a sitting until the day it is booked for. */
function daysKnownFrom(change: RecordChange, asOf: Day): number | undefined {
  if (change.fact === 'clinical.experience' && change.to.from !== undefined && change.to.to !== undefined) {
    return daysBetween(change.to.from, change.to.to) + 1;
  }
  if (change.fact === 'exam.result' && change.from?.bookedFor !== undefined) return Math.max(1, daysBetween(asOf, change.from.bookedFor));
  return undefined;
}

/** The days of a season until which a change of each fact is of use, the first that is still to come. */
const marks: Readonly<Record<ChangeableFact, readonly SeasonMark[]>> = {
  'exam.result': ['submit', 'rol'],
  'exam.booking': ['submit', 'rol'],
  'practice.result': ['submit', 'rol'],
  'study.question-bank': ['submit', 'rol'],
  'study.full-length-days': ['submit', 'rol'],
  'plan.primary': ['submit', 'rol'],
  'plan.backups': ['submit', 'rol'],
  'plan.dual-applying': ['submit', 'rol'],
  'plan.geography': ['submit', 'rol'],
  'plan.priority': ['rol'],
  'visa.need': ['submit', 'rol'],
  'clinical.experience': ['submit', 'rol'],
  'letters.uploaded': ['submit', 'review', 'rol'],
  'letters.new': ['submit', 'review', 'rol'],
  'letters.generic': ['submit', 'review', 'rol'],
  'scholarly.work': ['submit', 'rol'],
  'list.programs': ['submit', 'review', 'rol'],
  statement: ['submit', 'review', 'rol'],
  'record.gaps-explained': ['submit', 'rol'],
  'interview.account-rehearsed': ['rol'],
  'interview.mocks': ['rol'],
  contingency: ['monday'],
  'match.rank-list-certified': ['rol'],
};

/** The sooner of the days until which the changes are of use. */
function dueDay(changes: readonly RecordChange[], { calendar }: Season, asOf: Day): Day | null {
  if (calendar === undefined) return null;
  let due: Day | null = null;
  for (const { fact } of changes) {
    const day = marks[fact].map((mark) => calendar[mark]).find((mark) => mark >= asOf);
    if (day === undefined) return null;
    if (due === null || day < due) due = day;
  }
  return due;
}
