import type { Session, SignIn, SignInAnswer } from '@matchwatch/contracts';
import { type AuthProvider, HttpError } from 'react-admin';
import { apiUrl, httpClient } from '../http/http-client.js';
import { currentSession, setCurrentSession } from './current-session.js';
import { actionOf } from './resource-actions.js';
import { SecondStepNeeded } from './sign-in-api.js';
import { roleDoes } from './use-role.js';

let asking: Promise<Session> | undefined;

/** The session of this page, asked of the server once; throws when nobody is signed in. */
export async function getSession(): Promise<Session> {
  const known = currentSession();
  if (known) return known;
  asking ??= httpClient(`${apiUrl}/session`)
    .then(({ json }) => {
      const session = json as Session;
      setCurrentSession(session);
      return session;
    })
    .finally(() => {
      asking = undefined;
    });
  return asking;
}

export const authProvider: AuthProvider = {
  /** Takes an address with a password, or a session that began in another way; throws `SecondStepNeeded` when a password is not all. */
  login: async (signIn: SignIn | { session: Session }) => {
    if ('session' in signIn) return setCurrentSession(signIn.session);
    const { json } = await httpClient(`${apiUrl}/session`, { method: 'POST', body: JSON.stringify(signIn) });
    const answer = json as SignInAnswer;
    if ('next' in answer) throw new SecondStepNeeded(answer.next);
    setCurrentSession(answer);
  },
  logout: async () => {
    const signedIn = currentSession() !== undefined;
    if (signedIn) await httpClient(`${apiUrl}/session`, { method: 'DELETE' }).catch(() => undefined);
    setCurrentSession(undefined);
  },
  checkAuth: async () => {
    await getSession().catch((error: unknown) => {
      // Only a clear "nobody is signed in" sends a person to the sign-in page; an API that cannot be reached is told on the page itself.
      if (error instanceof HttpError && error.status === 401) throw error;
    });
  },
  // The HTTP client itself notices a session that ended, whoever made the call.
  checkError: async () => undefined,
  canAccess: async ({ resource, action }) => {
    const needed = actionOf(resource, action);
    if (needed === undefined) return true;
    const { user } = await getSession();
    return roleDoes(user.role, needed);
  },
  getIdentity: async () => {
    const { user } = await getSession();
    return { id: user.id, fullName: user.name };
  },
};
