import type { Session } from '@matchwatch/contracts';

// Kept in memory alone: a reload asks the server again, and closing the page forgets it.
let current: Session | undefined;
let onEnd: (() => void) | undefined;

export const currentSession = (): Session | undefined => current;
export const csrfToken = (): string | undefined => current?.csrfToken;
export function setCurrentSession(session: Session | undefined): void {
  current = session;
}

/** Told by any call that the server refused for want of a session: the one that was is over. */
export function endCurrentSession(): void {
  if (!current) return;
  current = undefined;
  onEnd?.();
}

/** Calls back once the session of this page has ended on the server; answers how to stop listening. */
export function listenToSessionEnd(listener: () => void): () => void {
  onEnd = listener;
  return () => {
    if (onEnd === listener) onEnd = undefined;
  };
}
