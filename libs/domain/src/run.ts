import type { Day } from './day.js';

/**
 * What asked for a run. `reassess` follows an edit or an import and covers only the applicants it touched; `retry` covers those whom another
 * run could not assess; `shadow` tries the draft of a policy on a cohort and is never published.
 */
export const runKinds = ['nightly', 'weekly', 'manual', 'reassess', 'retry', 'shadow'] as const;
export type RunKind = (typeof runKinds)[number];

/** Runs whose answers become the picture of a whole cohort. */
export const cohortRunKinds = ['nightly', 'weekly', 'manual'] as const satisfies readonly RunKind[];

/**
 * A run's life: `queued` (row written, nothing read yet) → `assessing` (chunks in the ledger) → `closed` (counted) →
 * `published` (flags and events written) or `held` (waits for a person); or `cancelled`, or `failed`. A shadow run ends as `compared`,
 * which no other run does.
 */
export const runStates = ['queued', 'assessing', 'closed', 'published', 'held', 'compared', 'cancelled', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** Whether every applicant of the population was answered. */
export const runOutcomes = ['complete', 'partial'] as const;
export type RunOutcome = (typeof runOutcomes)[number];

export const flagEventKinds = ['opened', 'raised', 'lowered', 'closed'] as const;
export type FlagEventKind = (typeof flagEventKinds)[number];

/** States in which a run still moves by itself. */
export const liveRunStates: ReadonlySet<RunState> = new Set<RunState>(['queued', 'assessing', 'closed']);

/** Limits beyond which a run of a cohort waits for a person before anything of it is shown; shares from 0 to 1. */
export interface GuardRails {
  /** Share of the cohort that may be missing against the last published run. */
  populationDrop: number;
  /** Rise of the share of applicants without an answer. */
  unknownRise: number;
}

/** How many a run covered, and how many of them have no answer: what is known does not suffice, or the assessment failed. */
export interface RunSize {
  population: number;
  unanswered: number;
}

/** A limit that held a run, with the numbers on both sides. */
export interface HeldBy {
  rail: keyof GuardRails;
  limit: number;
  /** The last published run of the season, which it was compared with. */
  sinceRunId: number;
  before: RunSize;
  now: RunSize;
}

/** The limits that a run goes beyond against the last published one, both with somebody in them or none. */
export function heldBy(now: RunSize, before: RunSize & { id: number }, rails: GuardRails): HeldBy[] {
  const share = ({ population, unanswered }: RunSize) => (population === 0 ? 0 : unanswered / population);
  const beyond: Record<keyof GuardRails, boolean> = {
    populationDrop: now.population < before.population * (1 - rails.populationDrop),
    unknownRise: share(now) > share(before) + rails.unknownRise,
  };
  const { id: sinceRunId, ...size } = before;
  return (['populationDrop', 'unknownRise'] as const)
    .filter((rail) => beyond[rail])
    .map((rail) => ({ rail, limit: rails[rail], sinceRunId, before: size, now }));
}

/** The day from which a season is over, after its Match: its numbers stand, and only a weekly run still looks at them. */
export const seasonEndsOn = (season: number): Day => `${season}-06-01` as Day;
