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
  readonly index: number;
  /** Undefined where every finding of the rule asks for it. */
  readonly asks: Asks | undefined;
  /** The answered rules while no other rule asks for the same. */
  readonly alone: readonly string[];
}

const none: readonly never[] = Object.freeze([]);

/** Resolves owners and due days once for a day's policy; each applicant then costs a look-up for each finding. */
export function compileAdvice(policy: ViewPolicy): Adviser {
  const owners = adviceRegister.map(({ code }) => ownerOf(policy.values, code));
  const offsets = adviceRegister.map(({ code }) => policy.values[`advice.${code}.days`]);
  const undatedDays = policy.values['advice.undated-days'];
  const entriesByRule = entriesOf();
  const duesBySeason = new Map<Season, readonly (Day | null)[]>();

  function duesOf(season: Season): readonly (Day | null)[] {
    let dues = duesBySeason.get(season);
    if (dues === undefined) {
      dues = adviceRegister.map(({ dueFrom }, index) => dueDay(dueFrom, season, offsets[index] as number));
      duesBySeason.set(season, dues);
    }
    return dues;
  }

  // Filled anew for each applicant; only what was touched is emptied again.
  const answered: (readonly string[] | undefined)[] = adviceRegister.map(() => undefined);
  const examDays: (Day | undefined)[] = adviceRegister.map(() => undefined);
  let count = 0;

  function gather(applicant: ApplicantView, findings: readonly Finding[]): void {
    for (let i = 0; i < findings.length; i++) {
      const { code, area, evidence, level } = findings[i] as Finding;
      // Once the Match is over, only what follows from it can still be acted on.
      if (applicant.matchIsOver && area !== 'contingency' && area !== 'care' && area !== 'data') continue;
      const entries = entriesByRule.get(code);
      if (entries === undefined) continue;
      for (let e = 0; e < entries.length; e++) {
        const { index, asks, alone } = entries[e] as Entry;
        if (asks !== undefined && !asks(evidence, applicant, level)) continue;
        const before = answered[index];
        if (before === undefined) count++;
        answered[index] = before === undefined ? alone : [...before, code];
        const examOn = evidence.bookedFor as Day | null | undefined;
        const known = examDays[index];
        if (examOn != null && (known === undefined || examOn < known)) examDays[index] = examOn;
      }
    }
  }

  return (applicant, findings, careGaps) => {
    if (findings.length === 0 && careGaps.length === 0) return none;
    count = 0;
    gather(applicant, findings);
    gather(applicant, careGaps);
    if (count === 0) return none;
    const dues = duesOf(applicant.season);
    const advice: Advice[] = new Array<Advice>(count);
    let filled = 0;
    for (let index = 0; filled < count; index++) {
      const answers = answered[index];
      if (answers === undefined) continue;
      const { code, phase, dueFrom } = adviceRegister[index] as (typeof adviceRegister)[number];
      const offset = offsets[index] as number;
      const examOn = examDays[index];
      const dueOn = dueFrom === 'exam' && examOn !== undefined ? addDays(examOn, offset) : (dues[index] as Day | null);
      const withinDays = dueOn !== null ? null : dueFrom === 'finding' ? offset : undatedDays;
      advice[filled++] = { code, phase, owner: owners[index] as AdviceOwner, dueOn, withinDays, answers };
      answered[index] = undefined;
      examDays[index] = undefined;
    }
    return advice;
  };
}

function entriesOf(): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const [index, { answers }] of adviceRegister.entries()) {
    for (const [rule, asks] of Object.entries(answers)) {
      const entry = { index, asks: asks === 'always' ? undefined : (asks as Asks), alone: Object.freeze([rule]) };
      entries.set(rule, [...(entries.get(rule) ?? []), entry]);
    }
  }
  return entries;
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
