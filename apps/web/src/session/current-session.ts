import type { Session } from '@matchwatch/contracts';

// Kept in memory alone: a reload asks the server again, and closing the page forgets it.
let current: Session | undefined;

export const currentSession = (): Session | undefined => current;
export const csrfToken = (): string | undefined => current?.csrfToken;
export function setCurrentSession(session: Session | undefined): void {
  current = session;
}
