import type { Day } from './day.js';

/**
 * What asked for a run. `reassess` follows an edit or an import and covers only the applicants it touched; `shadow` tries the draft of a
 * policy on a cohort and is never published.
 */
export const runKinds = ['nightly', 'weekly', 'manual', 'reassess', 'shadow'] as const;
export type RunKind = (typeof runKinds)[number];

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

/** The day from which a season is over, after its Match: its numbers stand, and only a weekly run still looks at them. */
export const seasonEndsOn = (season: number): Day => `${season}-06-01` as Day;
