import type { Day } from './day.js';

/** The decision tree of what follows the Match: questions and places, each once. */
export const decisionNodes = [
  'awaiting-match',
  'matched',
  'residency',
  'soap-spots',
  'backups-and-preliminary',
  'best-fit',
  'research-or-clinical',
  'research-group',
  'clinical-role',
  'reapply',
] as const;
export type DecisionNode = (typeof decisionNodes)[number];

/** Which place follows which, and after what answer; the source names the places, the ways between them are a reading of it. */
export const decisionEdges: readonly { readonly from: DecisionNode; readonly when: DecisionAnswer | null; readonly to: DecisionNode }[] = [
  { from: 'awaiting-match', when: null, to: 'matched' },
  { from: 'matched', when: 'yes', to: 'residency' },
  { from: 'matched', when: 'no', to: 'soap-spots' },
  { from: 'soap-spots', when: 'yes', to: 'backups-and-preliminary' },
  { from: 'backups-and-preliminary', when: null, to: 'best-fit' },
  { from: 'soap-spots', when: 'no', to: 'research-or-clinical' },
  { from: 'research-or-clinical', when: 'research', to: 'research-group' },
  { from: 'research-or-clinical', when: 'clinical', to: 'clinical-role' },
  { from: 'research-group', when: null, to: 'reapply' },
  { from: 'clinical-role', when: null, to: 'reapply' },
];
export type DecisionAnswer = 'yes' | 'no' | 'research' | 'clinical';

/** A fact that decides how it goes on, by its path in the record, and the day on which it is told or expected. */
export interface DecidingFact {
  readonly fact: string;
  readonly on: Day | null;
}

/** Where somebody stands in the tree. */
export interface TreeStanding {
  /** Null where the tree does not apply: the applicant withdrew. */
  readonly at: DecisionNode | null;
  /** The places passed on the way, in order. */
  readonly passed: readonly DecisionNode[];
  /** The places that the contingency plan leads through if there is no match, in order; empty without a plan. */
  readonly planned: readonly DecisionNode[];
  readonly decidedBy: readonly DecidingFact[];
}
