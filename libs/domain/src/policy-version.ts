import { type RiskLevel, riskRank } from './level.js';

/**
 * The life of a school's policy version: `draft` (may be edited and tried) → `published` (in force from its day, content fixed for ever)
 * → `withdrawn` (the version before is in force again); or `draft` → `discarded`.
 */
export const policyVersionStates = ['draft', 'published', 'withdrawn', 'discarded'] as const;
export type PolicyVersionState = (typeof policyVersionStates)[number];

/** What a person may do to a policy version. */
export const policyActions = ['edit', 'shadow', 'publish', 'discard', 'withdraw'] as const;
export type PolicyAction = (typeof policyActions)[number];

/** From which state each action is possible, and what becomes of the version. */
export const policyTransitions = {
  edit: { from: 'draft', to: 'draft' },
  shadow: { from: 'draft', to: 'draft' },
  publish: { from: 'draft', to: 'published' },
  discard: { from: 'draft', to: 'discarded' },
  withdraw: { from: 'published', to: 'withdrawn' },
} as const satisfies Readonly<Record<PolicyAction, { readonly from: PolicyVersionState; readonly to: PolicyVersionState }>>;

/** What is written down for ever about a policy version. */
export const policyEventKinds = ['created', 'edited', 'shadowed', 'published', 'discarded', 'withdrawn'] as const;
export type PolicyEventKind = (typeof policyEventKinds)[number];

/**
 * Whether a draft has been tried: `none`, `running`, `failed` (ended without a result), `stale` (the draft, its day or the policy in
 * force is another one since) or `current`, which publishing asks for.
 */
export const shadowStates = ['none', 'running', 'failed', 'stale', 'current'] as const;
export type ShadowState = (typeof shadowStates)[number];

/** Where a policy would move an applicant's level, the one that needs people most first. */
export const shadowMoves = ['newly-flagged', 'up', 'unassessable', 'down', 'cleared', 'assessable'] as const;
export type ShadowMove = (typeof shadowMoves)[number];

/** How a level moves from one policy to another on the same day; undefined when it stays. Watch and above is flagged. */
export function shadowMove(before: RiskLevel, after: RiskLevel): ShadowMove | undefined {
  if (before === after) return undefined;
  if (after === 'not-assessable') return 'unassessable';
  if (after === 'on-track') return before === 'not-assessable' ? 'assessable' : 'cleared';
  if (before === 'on-track' || before === 'not-assessable') return 'newly-flagged';
  return riskRank[after] > riskRank[before] ? 'up' : 'down';
}
