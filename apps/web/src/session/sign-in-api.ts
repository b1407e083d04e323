import type { FactorConfirmed, FactorOffer, Session, SsoDone, SsoStart, WaysIn } from '@matchwatch/contracts';
import type { SignInStep } from '@matchwatch/domain';
import { apiUrl, httpClient } from '../http/http-client.js';

async function post<T>(path: string, body: object = {}): Promise<T> {
  const { json } = await httpClient(`${apiUrl}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return json as T;
}

/** The password was right, and a second step is before the session. */
export class SecondStepNeeded extends Error {
  override readonly name = 'SecondStepNeeded';
  constructor(readonly next: SignInStep) {
    super('A second step is needed');
  }
}

/** What is asked of the API before anybody is signed in. */
export const signInApi = {
  getWaysIn: async (): Promise<WaysIn> => (await httpClient(`${apiUrl}/session/ways`)).json as WaysIn,
  giveCode: (code: string): Promise<Session> => post('/session/second-factor', { code }),
  offerFactor: (): Promise<FactorOffer> => post('/session/enrolment'),
  confirmFactor: (code: string): Promise<FactorConfirmed> => post('/session/enrolment/confirm', { code }),
  beginSso: (returnTo: string): Promise<SsoStart> => post('/sso/start', { returnTo }),
  finishSso: (query: string): Promise<SsoDone> => post('/sso/finish', { query }),
};
