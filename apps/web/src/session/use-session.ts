import type { Session } from '@matchwatch/contracts';
import { useGetIdentity } from 'react-admin';
import { currentSession } from './current-session.js';

/** The session, once react-admin has made sure that there is one. */
export function useSession(): Session | undefined {
  // Re-renders when the identity arrives, which is when the session is known.
  useGetIdentity();
  return currentSession();
}
