import type { ReviewDecisionKind } from '@matchwatch/domain';

/** What a key does in the queue; `flag` takes a flag of the row in or out. */
export type QueueAct =
  | { kind: 'decide'; decision: Exclude<ReviewDecisionKind, 'reopen'> }
  | { kind: 'next' }
  | { kind: 'previous' }
  | { kind: 'open' }
  | { kind: 'help' }
  | { kind: 'flag'; at: number };

/** The keys of the queue as they are shown, in their order. */
export const decisionKeys = { a: 'agree', d: 'disagree', s: 'snooze', g: 'assign', e: 'escalate' } as const;

const keyByDecision = new Map<string, string>(Object.entries(decisionKeys).map(([key, decision]) => [decision, key]));
/** The key of a decision, as it is shown; undefined for one without. */
export const keyOf = (decision: ReviewDecisionKind): string | undefined => keyByDecision.get(decision)?.toUpperCase();

/** What a key that was pressed means to the queue; undefined for one that is none of its business. */
export function queueAct({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): QueueAct | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const pressed = key.toLowerCase();
  if (Object.hasOwn(decisionKeys, pressed)) return { kind: 'decide', decision: decisionKeys[pressed as keyof typeof decisionKeys] };
  if (pressed === 'j' || key === 'ArrowDown') return { kind: 'next' };
  if (pressed === 'k' || key === 'ArrowUp') return { kind: 'previous' };
  if (pressed === 'o') return { kind: 'open' };
  if (key === '?') return { kind: 'help' };
  return /^[1-9]$/.test(key) ? { kind: 'flag', at: Number(key) - 1 } : undefined;
}

/** Whether keys are somebody's own just now: they type, or something stands in front of the page. */
export function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="dialog"], [role="menu"], [role="listbox"], [role="presentation"]')) return true;
  return target.matches('textarea, select, [contenteditable="true"], [role="combobox"], input:not([type="checkbox"])');
}
