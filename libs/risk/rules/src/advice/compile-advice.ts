import {
  type Advice,
  type AdviceOwner,
  addDays,
  adviceOwners,
  type Day,
  type Evidence,
  type Finding,
  type FindingLevel,
} from '@matchwatch/domain';
import type { ResolvedValues } from '@matchwatch/risk-policy';
import type { ApplicantView } from '../view/applicant-view.js';
import type { Season } from '../view/season.js';
import type { ViewPolicy } from '../view/view-policy.js';
import { adviceRegister } from './advice.js';
import type { DueFrom } from './advice-definition.js';

/** The advice for what was found about one applicant, in display order; each piece once, with all that it answers. */
export type Adviser = (applicant: ApplicantView, findings: readonly Finding[], careGaps: readonly Finding[]) => readonly Advice[];

type Asks = (evidence: Evidence, applicant: ApplicantView, level: FindingLevel) => boolean;

interface Entry {
  /** Counts all entries. */
  readonly id: number;
  readonly index: number;
  readonly rule: string;
  /** Undefined where every finding of the rule asks for it. */
  readonly asks: Asks | undefined;
}

/** What one season makes of the advice. */
interface SeasonAdvice {
  readonly dues: readonly (Day | null)[];
  /** Advice that one rule alone asks for, by entry: most of it, and the same for everybody. */
  readonly alone: (Advice | undefined)[];
}

const none: readonly never[] = Object.freeze([]);

/** Resolves owners and due days once for a day's policy; each applicant then costs a look-up for each finding. */
export function compileAdvice(policy: ViewPolicy): Adviser {
  const owners = adviceRegister.map(({ code }) => ownerOf(policy.values, code));
  const offsets = adviceRegister.map(({ code }) => policy.values[`advice.${code}.days`]);
  const undatedDays = policy.values['advice.undated-days'];
  const entriesByRule = entriesOf();
  const bySeason = new Map<Season, SeasonAdvice>();

  function ofSeason(season: Season): SeasonAdvice {
    let known = bySeason.get(season);
    if (known === undefined) {
      known = { dues: adviceRegister.map(({ dueFrom }, index) => dueDay(dueFrom, season, offsets[index] as number)), alone: [] };
      bySeason.set(season, known);
    }
    return known;
  }

  function adviceOf(index: number, dueOn: Day | null, answers: readonly string[]): Advice {
    const { code, phase, dueFrom } = adviceRegister[index] as (typeof adviceRegister)[number];
    const withinDays = dueOn !== null ? null : dueFrom === 'finding' ? (offsets[index] as number) : undatedDays;
    return { code, phase, owner: owners[index] as AdviceOwner, dueOn, withinDays, answers };
  }

  // Filled anew for each applicant; what was touched is emptied again, and all of it after somebody whose assessment threw.
  const first: (Entry | undefined)[] = adviceRegister.map(() => undefined);
  const further: (string[] | undefined)[] = adviceRegister.map(() => undefined);
  const examDays: (Day | undefined)[] = adviceRegister.map(() => undefined);
  let count = 0;
  let isEmpty = true;

  function gather(applicant: ApplicantView, findings: readonly Finding[]): void {
    for (let i = 0; i < findings.length; i++) {
      const { code, area, evidence, level } = findings[i] as Finding;
      // Once the Match is over, only what follows from it can still be acted on.
      if (applicant.matchIsOver && area !== 'contingency' && area !== 'care' && area !== 'data') continue;
      const entries = entriesByRule.get(code);
      if (entries === undefined) continue;
      for (let e = 0; e < entries.length; e++) {
        const entry = entries[e] as Entry;
        const { index, asks } = entry;
        if (asks !== undefined && !asks(evidence, applicant, level)) continue;
        if (first[index] === undefined) {
          first[index] = entry;
          count++;
        } else further[index] = [...(further[index] ?? none), code];
        if (adviceRegister[index]?.dueFrom === 'exam')
          examDays[index] = earlier(examDays[index], evidence.bookedFor as Day | null | undefined);
      }
    }
  }

  return (applicant, findings, careGaps) => {
    if (findings.length === 0 && careGaps.length === 0) return none;
    if (!isEmpty) for (const gathered of [first, further, examDays]) gathered.fill(undefined);
    isEmpty = false;
    count = 0;
    gather(applicant, findings);
    gather(applicant, careGaps);
    if (count === 0) {
      isEmpty = true;
      return none;
    }
    const { dues, alone } = ofSeason(applicant.season);
    const advice: Advice[] = new Array<Advice>(count);
    let filled = 0;
    for (let index = 0; filled < count; index++) {
      const entry = first[index];
      if (entry === undefined) continue;
      const others = further[index];
      const examOn = examDays[index];
      if (others === undefined && examOn === undefined) {
        alone[entry.id] ??= adviceOf(index, dues[index] as Day | null, [entry.rule]);
        advice[filled++] = alone[entry.id] as Advice;
      } else {
        const dueOn = examOn === undefined ? (dues[index] as Day | null) : addDays(examOn, offsets[index] as number);
        advice[filled++] = adviceOf(index, dueOn, others === undefined ? [entry.rule] : [entry.rule, ...others]);
      }
      first[index] = undefined;
      further[index] = undefined;
      examDays[index] = undefined;
    }
    isEmpty = true;
    return advice;
  };
}

const earlier = (known: Day | undefined, day: Day | null | undefined): Day | undefined =>
  day == null || (known !== undefined && known <= day) ? known : day;

function entriesOf(): ReadonlyMap<string, readonly Entry[]> {
  const byRule = new Map<string, Entry[]>();
  let id = 0;
  for (const [index, { answers }] of adviceRegister.entries()) {
    for (const [rule, asks] of Object.entries(answers)) {
      const entry = { id: id++, index, rule, asks: asks === 'always' ? undefined : (asks as Asks) };
      byRule.set(rule, [...(byRule.get(rule) ?? []), entry]);
    }
  }
  return byRule;
}

function ownerOf(values: ResolvedValues, code: (typeof adviceRegister)[number]['code']): AdviceOwner {
  const owner = values[`advice.${code}.owner`];
  if (!adviceOwners.includes(owner)) throw new RangeError(`The owner of advice ${code} is none of ${adviceOwners.join(', ')}.`);
  return owner;
}

/** Null where the day counts from the finding or the exam, or the season has no calendar. */
function dueDay(from: DueFrom, season: Season, offset: number): Day | null {
  if (from === 'finding' || from === 'exam') return null;
  if (typeof from === 'object') return season.daysAfter(from, offset);
  return season.daysBefore(from, -offset) ?? null;
}
