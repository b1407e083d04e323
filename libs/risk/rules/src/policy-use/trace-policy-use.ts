import { type ApplicantRecord, type Day, type ExamName, examNames, specialtyKeys, type ValueKind } from '@matchwatch/domain';
import type { RecordContext } from '@matchwatch/risk-engine';
import { defaultPolicy, findPolicyValue, type Policy, policyFromChanges, type SeasonCalendar } from '@matchwatch/risk-policy';
import { createAssessor } from '../assess.js';
import { careRules, recordRules } from '../rules.js';
import { type Audience, askOf } from '../scope.js';
import { findStrengths } from '../strengths.js';
import { ApplicantView } from '../view/applicant-view.js';
import type { Exams } from '../view/exam-history.js';
import type { ProgramList } from '../view/program-list.js';
import type { PrimaryCategory, Step2Standing } from '../view/score-category.js';
import type { Season } from '../view/season.js';
import { ViewPolicy } from '../view/view-policy.js';

// For the spec that keeps `policy-use.table.ts` true; no product code uses it.

/** A record to watch rules on. */
export interface TracedTrial {
  readonly record: ApplicantRecord;
  readonly asOf: Day;
  readonly context: RecordContext;
}

/**
 * The policy keys that each rule, and each other part of an answer, was seen to read through its view, over all trials. Which keys stand
 * behind a field of the view's policy is found by changing each key in turn and looking which fields become other ones.
 */
export function tracePolicyUse(trials: readonly TracedTrial[]): Map<string, ReadonlySet<string>> {
  const keysOf = keysByField();
  const use = new Map<string, Set<string>>();
  const ledger = new Ledger();
  const note = (code: string) => {
    const keys = use.get(code) ?? new Set();
    use.set(code, keys);
    for (const read of ledger.take()) for (const key of read.startsWith('=') ? [read.slice(1)] : (keysOf.get(read) ?? [])) keys.add(key);
  };
  const policies = new Map<Day, { policy: ViewPolicy; traced: ViewPolicy; assess: ReturnType<typeof createAssessor> }>();
  for (const { record, asOf, context } of trials) {
    let of = policies.get(asOf);
    if (of === undefined) {
      const policy = new ViewPolicy(defaultPolicy, asOf);
      of = { policy, traced: tracedPolicy(policy, ledger), assess: createAssessor(defaultPolicy, asOf) };
      policies.set(asOf, of);
    }
    const { policy, traced, assess } = of;
    const view = () => new TracedView(record, context, traced, ledger);
    for (const rule of recordRules) {
      askOf(rule, view(), policy.values);
      note(rule.code);
    }
    const { riskLevel, findings, unknown } = assess(record, context);
    for (const rule of careRules) {
      rule.bind(policy.values)({ applicant: view(), riskLevel, findings, unknown, casework: context.casework });
      note(rule.code);
    }
    const parts: readonly [string, (view: ApplicantView) => unknown][] = [
      ['answer.risk-level', (of) => of.missingEssentials],
      ['answer.categories', (of) => of.categories],
      ['answer.img-tier', (of) => (of.isImg ? of.img.tier : null)],
      ['answer.program-target', (of) => of.programTarget],
      ['answer.strengths', findStrengths],
    ];
    for (const [part, read] of parts) {
      read(view());
      note(part);
    }
  }
  return use;
}

/** What has been read since the last look; nothing is noted while a derived fact is being worked out. */
class Ledger {
  readonly #reads = new Set<string>();
  #silent = 0;

  note(read: string): void {
    if (this.#silent === 0) this.#reads.add(read);
  }

  quietly<T>(work: () => T): T {
    this.#silent++;
    try {
      return work();
    } finally {
      this.#silent--;
    }
  }

  take(): string[] {
    const reads = [...this.#reads];
    this.#reads.clear();
    return reads;
  }
}

const examReads = (exam: ExamName): string[] => [`passMark:${exam}`, `scaleOf:${exam}`];
const step2Reads = examReads('step2ck');
const failureReads = ['countedFailures', ...examNames.flatMap(examReads)];
const gapReads = ['tierOf', ...step2Reads];
const categoryReads = [...gapReads, 'gapOfA', 'gapOfB', 'nearPassMargin'];
const standingReads: Readonly<Record<keyof Step2Standing, readonly string[]>> = {
  passed: step2Reads,
  failed: step2Reads,
  missing: step2Reads,
  nearPass: [...step2Reads, 'nearPassMargin'],
};
const primaryReads: Readonly<Record<keyof PrimaryCategory, readonly string[]>> = {
  category: categoryReads,
  specialty: [],
  tier: ['tierOf'],
  low: ['tierOf'],
  gap: gapReads,
  missing: gapReads,
};

/** A view whose derived facts tell what they rest on only when they are looked at: a category is worked out for all and read by some. */
class TracedView extends ApplicantView {
  readonly #ledger: Ledger;

  constructor(record: ApplicantRecord, context: RecordContext, policy: ViewPolicy, ledger: Ledger) {
    super(record, context, policy);
    this.#ledger = ledger;
  }

  /** Tells only what a scope asks of it. */
  override get audience(): Audience {
    const season = () => this.season;
    const matchIsOver = () => this.matchIsOver;
    return {
      applicantType: this.record.applicantType,
      get season() {
        return season();
      },
      get matchIsOver() {
        return matchIsOver();
      },
    };
  }

  override get exams(): Exams | undefined {
    const exams = this.#ledger.quietly(() => super.exams);
    return exams && watched(exams, this.#ledger, (name) => (name === 'failures' || name === 'unresolved' ? failureReads : examReads(name)));
  }

  override get programs(): ProgramList | undefined {
    const programs = this.#ledger.quietly(() => super.programs);
    return programs && watched(programs, this.#ledger, (name) => (name === 'excluded' ? [...failureReads, ...step2Reads] : []));
  }

  override get standing(): Step2Standing {
    return watched(
      this.#ledger.quietly(() => super.standing),
      this.#ledger,
      (name) => standingReads[name],
    );
  }

  override get primary(): PrimaryCategory {
    return watched(
      this.#ledger.quietly(() => super.primary),
      this.#ledger,
      (name) => primaryReads[name],
    );
  }
}

/** The same object, noting what stands behind each part that is read. */
function watched<T extends object>(object: T, ledger: Ledger, reads: (name: keyof T) => readonly string[]): T {
  return new Proxy(object, {
    get(target, name) {
      if (typeof name === 'string') for (const read of reads(name as keyof T) ?? []) ledger.note(read);
      return Reflect.get(target, name, target) as unknown;
    },
  });
}

function tracedPolicy(policy: ViewPolicy, ledger: Ledger): ViewPolicy {
  const values = watched(policy.values, ledger, (key) => [`=${key}`]);
  const traced: Partial<Record<keyof ViewPolicy, unknown>> = {
    values,
    tierOf: (...args: Parameters<ViewPolicy['tierOf']>) => (ledger.note('tierOf'), policy.tierOf(...args)),
    signalsOf: (...args: Parameters<ViewPolicy['signalsOf']>) => (ledger.note('signalsOf'), policy.signalsOf(...args)),
    passMark: (exam: ExamName, day: Day) => (ledger.note(`passMark:${exam}`), policy.passMark(exam, day)),
    scaleOf: (exam: ExamName) => (ledger.note(`scaleOf:${exam}`), policy.scaleOf(exam)),
    season: (year: number) => tracedSeason(policy.season(year), ledger),
  };
  return new Proxy(policy, {
    get(target, name) {
      if (typeof name === 'string' && Object.hasOwn(traced, name)) return traced[name as keyof ViewPolicy];
      if (typeof name === 'string') ledger.note(name);
      return Reflect.get(target, name, target) as unknown;
    },
  });
}

/** Only the organisers' calendar comes from keys of its own; lines are named by whoever asks for their day. */
function tracedSeason(season: Season, ledger: Ledger): Season {
  return new Proxy(season, {
    get(target, name) {
      if (name === 'calendar' || name === 'daysBefore') ledger.note('season');
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

const seasons = [2026, 2027];
const someDay: Day = '2026-10-12';

/** Which keys each field of the view's policy is made of. */
function keysByField(): Map<string, string[]> {
  const before = prints(defaultPolicy);
  const keys = new Map<string, string[]>();
  for (const key of Object.keys(defaultPolicy.values)) {
    const changed = prints(changing(key));
    for (const [field, print] of before) if (changed.get(field) !== print) keys.set(field, [...(keys.get(field) ?? []), key]);
  }
  return keys;
}

/** Everything a field of the view's policy can answer, as text. */
function prints(policy: Policy): Map<string, string> {
  const view = new ViewPolicy(policy, someDay);
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(view)) {
    if (name === 'values' || name === 'today' || name === 'asOf') continue;
    texts.set(name, print(value));
  }
  const scores = Array.from({ length: 300 }, (_, i) => i + 1);
  texts.set('clearedScreens', print(scores.map(view.clearedScreens)));
  texts.set('programTargets', print(needs.map((need) => view.programTargets.find(need))));
  texts.set('tierOf', print(specialtyKeys.map((specialty) => view.tierOf(specialty))));
  texts.set('signalsOf', print(specialtyKeys.map((specialty) => view.signalsOf(specialty))));
  for (const exam of examNames) {
    texts.set(`passMark:${exam}`, print(examDays.map((day) => view.passMark(exam, day))));
    texts.set(`scaleOf:${exam}`, print(view.scaleOf(exam)));
  }
  texts.set('season', print(seasons.map((season) => view.season(season).calendar)));
  return texts;
}

const examDays: readonly Day[] = ['2011-01-01', '2013-01-01', '2014-01-01', '2015-01-01', '2019-01-01', '2023-01-01', '2026-01-01'];
const needs = (['A', 'B', 'C', null] as const).flatMap((category) =>
  (['competitive', null] as const).flatMap((tier) =>
    [true, false].flatMap((primaryCare) =>
      (['moderate', 'high', 'very-high', null] as const).map((imgTier) => ({ category, tier, primaryCare, imgTier })),
    ),
  ),
);
const print = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Set ? [...(part as Set<unknown>)] : part)) ?? '';

/** The default policy with every value of one key another one. */
function changing(key: string): Policy {
  const standard = findPolicyValue(key);
  if (standard === undefined) throw new RangeError(`Not a key of the policy: ${key}`);
  const changed = Object.entries(standard.values).map(([since, { value }]) => [
    since,
    { value: otherValue(standard.kind, value), sources: ['school'] },
  ]);
  return policyFromChanges('traced', { [key]: Object.fromEntries(changed) as never });
}

function otherValue(kind: ValueKind, value: unknown): unknown {
  switch (kind.type) {
    case 'number':
      return (value as number) < kind.max ? (value as number) + kind.step : (value as number) - kind.step;
    case 'level':
      return value === 'watch' ? 'act' : 'watch';
    case 'day':
      return value === '2000-01-01' ? '2000-01-02' : '2000-01-01';
    case 'month-day':
      return value === '01-01' ? '01-02' : '01-01';
    case 'season-line':
      return { ...(value as object), on: '04-04' };
    case 'choice':
      return kind.options.find((option) => option !== value);
    case 'choices':
      return (value as unknown[]).length === 0 ? kind.options.slice(0, 1) : (value as unknown[]).slice(1);
    case 'numbers':
      return (value as number[]).map((each) => each + 1);
    case 'range':
      return Object.fromEntries(Object.entries(value as object).map(([end, each]) => [end, (each ?? kind.each.max - 1) + 1]));
    case 'fields':
      return Object.fromEntries(
        Object.keys(kind.fields).map((name) => [name, ((value as Record<string, number> | null)?.[name] ?? 0) + 1]),
      );
    case 'calendar':
      return { ...(value as SeasonCalendar), ends: '2099-05-31' };
  }
}
