import type { CookieOptions, Request, Response } from 'express';

const nameFor = (secure: boolean) => (secure ? '__Host-matchwatch-sso' : 'matchwatch-sso');
const optionsFor = (secure: boolean): CookieOptions => ({ httpOnly: true, secure, sameSite: 'strict', path: '/' });

/** The token of the flow this browser was sent off with: what comes back in another browser is nobody's. */
export function readFlowCookie(request: Request, secure: boolean): string | undefined {
  const name = `${nameFor(secure)}=`;
  const value = request.headers.cookie
    ?.split(/;\s*/)
    .find((each) => each.startsWith(name))
    ?.slice(name.length);
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

export const writeFlowCookie = (response: Response, secure: boolean, token: string): Response =>
  response.cookie(nameFor(secure), token, optionsFor(secure));

export const clearFlowCookie = (response: Response, secure: boolean): Response => response.clearCookie(nameFor(secure), optionsFor(secure));
