import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** Whether a write comes from a page of this origin, by what the browser says; a client that is no browser says nothing. */
export function isSameOrigin(request: Request, publicUrl: string | undefined): boolean {
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (origin !== undefined) {
    if (!URL.canParse(origin)) return false;
    return publicUrl === undefined ? new URL(origin).host === host : new URL(origin).origin === new URL(publicUrl).origin;
  }
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Whether the token of a request is the session's, in a time that tells nothing. */
export function isToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
