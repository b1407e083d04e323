import type { CookieOptions, Request, Response } from 'express';

/** What a browser holds of a session. */
export interface SessionCookie {
  schoolId: string;
  token: string;
}

// `__Host-` promises Secure, which browsers keep for https only (and, some of them, for localhost).
const nameFor = (secure: boolean) => (secure ? '__Host-matchwatch' : 'matchwatch');
const optionsFor = (secure: boolean): CookieOptions => ({ httpOnly: true, secure, sameSite: 'strict', path: '/' });
const shape = /^([a-z0-9][a-z0-9-]{0,39})\.([\w-]{43})$/;

/** The session cookie of a request, if it has the right shape. */
export function readCookie(request: Request, secure: boolean): SessionCookie | undefined {
  const name = `${nameFor(secure)}=`;
  const pair = request.headers.cookie?.split(/;\s*/).find((each) => each.startsWith(name));
  const [, schoolId, token] = shape.exec(pair?.slice(name.length) ?? '') ?? [];
  return schoolId && token ? { schoolId, token } : undefined;
}

/** Gives a browser its session, until it is closed; how long it lives is decided here, not there. */
export const writeCookie = (response: Response, secure: boolean, { schoolId, token }: SessionCookie): Response =>
  response.cookie(nameFor(secure), `${schoolId}.${token}`, optionsFor(secure));

export const clearCookie = (response: Response, secure: boolean): Response => response.clearCookie(nameFor(secure), optionsFor(secure));
