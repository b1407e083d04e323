import { type Day, type ExamName, type SpecialtyKey, type SpecialtyTier, specialtyKeys } from '@matchwatch/domain';
import { ReferenceDay, timeline } from '@matchwatch/risk-engine';
import {
  type ApplicantType,
  type ExperienceKind,
  findSeason,
  type Policy,
  type ResolvedValues,
  resolvePolicy,
  type ScoreScale,
  type SeasonLine,
  type SignalAllotment,
  type VisaNeed,
} from '@matchwatch/risk-policy';
import { ProgramTargets } from './program-target.js';
import { Season } from './season.js';
import type { Step1Lines } from './trend.js';

/** The tier of a specialty with the low end of its range. */
export interface TierLine {
  readonly tier: SpecialtyTier;
  readonly low: number;
}

/** The lines that trigger and set the tier of an IMG. */
export interface ImgLines {
  readonly triggerStep2: number;
  readonly triggerStep1: number;
  readonly triggerFailures: number;
  readonly highStep2: number;
  readonly highFailures: number;
  readonly veryHighFailures: number;
}

/** A policy compiled for the views of one day: every look-up that each applicant would repeat is done here once. */
export class ViewPolicy {
  readonly asOf: Day;
  readonly today: ReferenceDay;
  readonly values: ResolvedValues;
  readonly countedFailures: ReadonlySet<ExamName>;
  readonly usceKinds: ReadonlySet<ExperienceKind>;
  readonly handsOnKinds: ReadonlySet<ExperienceKind>;
  readonly primaryCare: ReadonlySet<SpecialtyKey>;
  readonly programTargets: ProgramTargets;
  readonly specialtyDueFrom: SeasonLine;
  readonly countsAsVisaNeed: ReadonlySet<VisaNeed>;
  readonly visaAskedOf: ReadonlySet<ApplicantType>;
  readonly img: ImgLines;
  /** Graduation before this day counts against an IMG. */
  readonly graduatedLongAgoBefore: Day;
  /** US clinical experience from this day on is recent. */
  readonly recentUsceFrom: Day;
  readonly comlexResults: number;
  readonly shelfResults: number;
  readonly step1Lines: Step1Lines;
  readonly passFailFrom: Day;
  readonly nearPassMargin: number;
  readonly gapOfA: number;
  readonly gapOfB: number;
  /** The common screens a score clears; the lists are shared. */
  readonly clearedScreens: (score: number) => readonly number[];
  readonly #tiers = new Map<SpecialtyKey, TierLine>();
  readonly #signals = new Map<SpecialtyKey, SignalAllotment>();
  readonly #seasons = new Map<number, Season>();
  readonly #policy: Policy;
  readonly #step1Mark: (day: Day) => number | undefined;
  readonly #step2Mark: (day: Day) => number | undefined;
  readonly #step3Mark: (day: Day) => number | undefined;

  constructor(policy: Policy, asOf: Day) {
    const values = resolvePolicy(policy, asOf);
    this.#policy = policy;
    this.asOf = asOf;
    this.today = new ReferenceDay(asOf);
    this.values = values;
    this.countedFailures = new Set(values['exam.failures.counted']);
    this.usceKinds = new Set(values['usce.kinds']);
    this.handsOnKinds = new Set(values['usce.hands-on-kinds']);
    this.primaryCare = new Set(values['specialty.primary-care']);
    this.specialtyDueFrom = values['plan.no-specialty.watch-from'];
    this.countsAsVisaNeed = new Set(values['visa.counts-as-need']);
    this.visaAskedOf = new Set(values['visa.asked-of']);
    this.img = {
      triggerStep2: values['img.trigger.step2-below'],
      triggerStep1: values['img.trigger.step1-below'],
      triggerFailures: values['img.trigger.failures'],
      highStep2: values['img.high.step2-up-to'],
      highFailures: values['img.high.failures'],
      veryHighFailures: values['img.very-high.failures'],
    };
    this.graduatedLongAgoBefore = this.today.yearsBefore(values['img.graduation.years']);
    this.recentUsceFrom = this.today.monthsBefore(values['usce.recent.months']);
    this.comlexResults = values['exam.declining.comlex-results'];
    this.shelfResults = values['exam.declining.shelf-results'];
    this.step1Lines = {
      academic: values['exam.numeric-step1.academic'],
      midRange: values['exam.numeric-step1.mid-range'],
      clearlyLow: values['exam.numeric-step1.clearly-low'],
    };
    this.passFailFrom = values['exam.step1.pass-fail-from'];
    this.nearPassMargin = values['category.near-pass-margin'];
    this.gapOfA = values['category.A.gap-up-to'];
    this.gapOfB = values['category.B.gap-up-to'];
    this.clearedScreens = screensBelow(values['exam.screens']);
    this.programTargets = new ProgramTargets(values);
    this.#step1Mark = timeline(policy.values['exam.pass-mark.step1']);
    this.#step2Mark = timeline(policy.values['exam.pass-mark.step2ck']);
    this.#step3Mark = timeline(policy.values['exam.pass-mark.step3']);
    for (const specialty of specialtyKeys) {
      const signals = values[`signals.${specialty}`];
      if (signals !== null) this.#signals.set(specialty, signals);
      const tier = values[`specialty.tier.${specialty}`];
      if (tier !== null) this.#tiers.set(specialty, { tier, low: values[`specialty.range.${tier}`].low });
    }
  }

  /** Undefined for a specialty that the policy gives no tier. */
  tierOf(specialty: SpecialtyKey): TierLine | undefined {
    return this.#tiers.get(specialty);
  }

  /** The program signals of a specialty; undefined where the policy knows no number. */
  signalsOf(specialty: SpecialtyKey): SignalAllotment | undefined {
    return this.#signals.get(specialty);
  }

  /** The pass mark on an exam day; undefined where the policy knows none. */
  passMark(exam: ExamName, day: Day): number | undefined {
    switch (exam) {
      case 'step1':
        return this.#step1Mark(day);
      case 'step2ck':
        return this.#step2Mark(day);
      case 'step3':
        return this.#step3Mark(day);
      default:
        return undefined;
    }
  }

  scaleOf(exam: ExamName): ScoreScale {
    return exam === 'step1' || exam === 'step2ck' || exam === 'step3' ? this.values['exam.scale.step'] : this.values['exam.scale.comlex'];
  }

  season(matchYear: number): Season {
    let season = this.#seasons.get(matchYear);
    if (season === undefined) {
      season = new Season(matchYear, this.asOf, findSeason(this.#policy, matchYear, this.asOf));
      this.#seasons.set(matchYear, season);
    }
    return season;
  }
}

function screensBelow(screens: readonly number[]): (score: number) => readonly number[] {
  const ascending = [...screens].sort((a, b) => a - b);
  const lists = Array.from({ length: ascending.length + 1 }, (_, count) => ascending.slice(0, count));
  return (score) => {
    let count = 0;
    while (count < ascending.length && (ascending[count] as number) <= score) count++;
    return lists[count] as readonly number[];
  };
}
