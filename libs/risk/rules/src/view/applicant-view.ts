import type { ApplicantRecord, ProgramTarget, SpecialtyCategory } from '@matchwatch/domain';
import type { RecordContext } from '@matchwatch/risk-engine';
import { type Audience, isImgType } from '../scope.js';
import { evenRecord } from './even-record.js';
import { type Attempt, type Exams, readExams } from './exam-history.js';
import { type ImgStanding, imgStanding } from './img-tier.js';
import { LetterRecord } from './letters.js';
import { paths, tierPath } from './paths.js';
import { ProgramList } from './program-list.js';
import { type PrimaryCategory, primaryCategory, type Step2Standing, specialtyCategories, step2Standing } from './score-category.js';
import type { Season } from './season.js';
import { comlexScores, steadyShelfScores } from './trend.js';
import { findUsce, type Usce, UsceRecord } from './usce.js';
import type { ViewPolicy } from './view-policy.js';

/** A numeric Step 1 score, from the years when there was one. */
export interface NumericStep1 {
  readonly attempt: Attempt | undefined;
  readonly score: number | undefined;
  /** The path of the score when Step 1 was taken in those years and the record lacks it. */
  readonly missing: string | undefined;
}

const noScores: readonly number[] = [];
const noNumericStep1: NumericStep1 = { attempt: undefined, score: undefined, missing: undefined };

const nothingMissing: readonly string[] = [];
const examsMissing: readonly string[] = [paths.exams];
const planIsMissing: readonly string[] = [paths.primary];
const bothMissing: readonly string[] = [paths.exams, paths.primary];

/**
 * One applicant's record as known on the day, with the facts that rules derive from it. Each fact is worked out when first asked for, and at most once.
 */
export class ApplicantView {
  readonly isImg: boolean;
  #season: Season | null = null;
  #matchIsOver: boolean | null = null;
  #exams: Exams | undefined | null = null;
  #standing: Step2Standing | null = null;
  #primary: PrimaryCategory | null = null;
  #numericStep1: NumericStep1 | null = null;
  #usce: Usce | null = null;
  #usceRecord: UsceRecord | undefined | null = null;
  #comlex: readonly number[] | null = null;
  #shelves: readonly number[] | null = null;
  #letters: LetterRecord | undefined | null = null;
  #img: ImgStanding | null = null;
  #programs: ProgramList | undefined | null = null;

  /** The record, whose fields all stand in one place for rules to read. */
  readonly record: ApplicantRecord;

  constructor(
    record: ApplicantRecord,
    readonly context: RecordContext,
    readonly policy: ViewPolicy,
  ) {
    this.record = evenRecord(record);
    this.isImg = isImgType(record.applicantType);
  }

  /** Paths of essential facts that are unknown; from the day a specialty is expected on, the specialty plan is one of them. */
  get missingEssentials(): readonly string[] {
    const { exams, specialtyPlan } = this.record;
    const planMissing = specialtyPlan === undefined && this.season.reached(this.policy.specialtyDueFrom);
    if (exams === undefined) return planMissing ? bothMissing : examsMissing;
    return planMissing ? planIsMissing : nothingMissing;
  }

  get season(): Season {
    this.#season ??= this.policy.season(this.record.season);
    return this.#season;
  }

  /** Nothing about this application can change any more: its outcome is known, or Match Day has passed. */
  get matchIsOver(): boolean {
    this.#matchIsOver ??= this.#isMatchOver();
    return this.#matchIsOver;
  }

  /** The applicants who are asked the same rules. */
  get audience(): Audience {
    return this.season.audience(this.record.applicantType, this.matchIsOver);
  }

  #isMatchOver(): boolean {
    const outcome = this.record.match?.outcome;
    if (outcome !== undefined && outcome !== null) return true;
    const { calendar } = this.season;
    return calendar !== undefined && calendar.matchDay < this.policy.asOf;
  }

  /** Undefined when the exam history is unknown; without sittings when none was taken by the day. */
  get exams(): Exams | undefined {
    if (this.#exams === null) this.#exams = this.record.exams === undefined ? undefined : readExams(this.record.exams, this.policy);
    return this.#exams;
  }

  get standing(): Step2Standing {
    this.#standing ??= step2Standing(this.exams, this.policy);
    return this.#standing;
  }

  /** The score category for the primary specialty. */
  get primary(): PrimaryCategory {
    this.#primary ??= primaryCategory(this.standing, this.record.specialtyPlan?.primary, this.policy);
    return this.#primary;
  }

  /** The low end of the primary specialty's range, or the path that would tell it. */
  get target(): { readonly low: number | null; readonly missing: string } {
    const { low, specialty } = this.primary;
    return { low, missing: specialty === null ? paths.primary : tierPath(specialty) };
  }

  get categories(): readonly SpecialtyCategory[] {
    return specialtyCategories(this.record, this.standing, this.primary, this.policy);
  }

  /** The sitting of Step 2 CK that programs see: the passed one, or else the latest with a result. */
  get step2Attempt(): Attempt | undefined {
    return this.standing.passed ?? this.exams?.step2ck.latest;
  }

  get step2Score(): number | undefined {
    return this.step2Attempt?.score;
  }

  /** Numeric Step 1 of the passed sitting, or of the latest. */
  get numericStep1(): NumericStep1 {
    this.#numericStep1 ??= this.#readNumericStep1();
    return this.#numericStep1;
  }

  #readNumericStep1(): NumericStep1 {
    const step1 = this.exams?.step1;
    const attempt = step1?.passing ?? step1?.latest;
    if (attempt === undefined || attempt.takenOn >= this.policy.passFailFrom) return noNumericStep1;
    if (attempt.score === undefined)
      return attempt.result === 'incomplete' ? noNumericStep1 : { attempt, score: undefined, missing: paths.step1Score };
    return { attempt, score: attempt.score, missing: undefined };
  }

  /** First passed COMLEX scores, in order of the levels. */
  get comlexScores(): readonly number[] {
    this.#comlex ??= this.exams === undefined ? noScores : comlexScores(this.exams);
    return this.#comlex;
  }

  /** Shelf scores in order of the clerkships, where they steadily rise or fall. */
  get shelfScores(): readonly number[] {
    this.#shelves ??= this.record.clerkships === undefined ? noScores : steadyShelfScores(this.record.clerkships, this.policy.asOf);
    return this.#shelves;
  }

  /** Undefined when the letters are unknown. */
  get letters(): LetterRecord | undefined {
    if (this.#letters === null) {
      const { letters, specialtyPlan } = this.record;
      this.#letters = letters && new LetterRecord(letters, specialtyPlan?.primary);
    }
    return this.#letters;
  }

  get usce(): Usce {
    this.#usce ??= findUsce(this.record.experiences, this.policy);
    return this.#usce;
  }

  /** Undefined when the experiences are unknown. */
  get usceRecord(): UsceRecord | undefined {
    if (this.#usceRecord === null) {
      const { experiences, specialtyPlan } = this.record;
      this.#usceRecord = experiences && new UsceRecord(experiences, specialtyPlan?.primary, this.policy);
    }
    return this.#usceRecord;
  }

  /** Undefined when the record does not say and the applicant's type leaves it open. */
  get needsVisa(): boolean | undefined {
    const need = this.record.visa?.need;
    if (need !== undefined) return this.policy.countsAsVisaNeed.has(need);
    return this.policy.visaAskedOf.has(this.record.applicantType) ? undefined : false;
  }

  /** More years since graduation than the policy accepts from an IMG; false while the day is unknown. */
  get graduatedLongAgo(): boolean {
    const { graduatesOn } = this.record;
    return graduatesOn !== undefined && graduatesOn < this.policy.graduatedLongAgoBefore;
  }

  /** Years since graduation, begun ones counted as whole; 0 before it and while the day is unknown. */
  get yearsSinceGraduation(): number {
    const { graduatesOn } = this.record;
    if (graduatesOn === undefined) return 0;
    const { today } = this.policy;
    let years = 0;
    while (graduatesOn < today.yearsBefore(years)) years++;
    return years;
  }

  /** Meaningful for IMGs only. */
  get img(): ImgStanding {
    this.#img ??= imgStanding(this, this.policy);
    return this.#img;
  }

  /** How many programs to apply to: only for a category below target, a failure or an IMG tier. */
  get programTarget(): ProgramTarget | null {
    const { category, tier, specialty } = this.primary;
    const imgTier = this.isImg ? this.img.tier : null;
    const belowTarget = category === 'A' || category === 'B' || category === 'C';
    if (!belowTarget && imgTier === null && !((this.exams?.failures ?? 0) > 0)) return null;
    const primaryCare = specialty !== null && this.policy.primaryCare.has(specialty);
    return this.policy.programTargets.find({ category: this.isImg ? null : category, tier, primaryCare, imgTier });
  }

  /** Paths that would tell how many programs; empty when it is known, "no number is asked for" included. */
  get programTargetMissing(): readonly string[] {
    const { primary } = this;
    if (this.isImg && this.img.missing.length > 0) return this.img.missing;
    return primary.missing === undefined ? nothingMissing : [primary.missing];
  }

  /** Undefined when the program list is unknown. */
  get programs(): ProgramList | undefined {
    if (this.#programs === null) {
      const { programs } = this.record;
      this.#programs = programs === undefined ? undefined : new ProgramList(programs, this);
    }
    return this.#programs;
  }
}
