import type { Session, SignIn } from '@matchwatch/contracts';
import { type AuthProvider, HttpError } from 'react-admin';
import { apiUrl, httpClient } from '../http/http-client.js';
import { currentSession, setCurrentSession } from './current-session.js';

let asking: Promise<Session> | undefined;
// Once the server has said that nobody is signed in, only a sign-in changes that.
let refusal: HttpError | undefined;

/** The session of this page, asked of the server once; throws when nobody is signed in. */
export async function getSession(): Promise<Session> {
  const known = currentSession();
  if (known) return known;
  if (refusal) throw refusal;
  asking ??= httpClient(`${apiUrl}/session`)
    .then(({ json }) => {
      const session = json as Session;
      setCurrentSession(session);
      return session;
    })
    .catch((error: unknown) => {
      if (error instanceof HttpError && error.status === 401) refusal = error;
      throw error;
    })
    .finally(() => {
      asking = undefined;
    });
  return asking;
}

export const authProvider: AuthProvider = {
  login: async (signIn: SignIn) => {
    const { json } = await httpClient(`${apiUrl}/session`, { method: 'POST', body: JSON.stringify(signIn) });
    setCurrentSession(json as Session);
    refusal = undefined;
  },
  logout: async () => {
    if (currentSession()) await httpClient(`${apiUrl}/session`, { method: 'DELETE' }).catch(() => undefined);
    setCurrentSession(undefined);
  },
  checkAuth: async () => {
    await getSession().catch((error: unknown) => {
      // Only a clear "nobody is signed in" sends a person to the sign-in page; an API that cannot be reached is told on the page itself.
      if (error instanceof HttpError && error.status === 401) throw error;
    });
  },
  checkError: async (error: unknown) => {
    if (!(error instanceof HttpError) || error.status !== 401) return;
    setCurrentSession(undefined);
    throw error;
  },
  getIdentity: async () => {
    const { user } = await getSession();
    return { id: user.id, fullName: user.name };
  },
  getPermissions: async () => (await getSession()).user.role,
};
