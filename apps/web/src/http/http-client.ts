import { fetchUtils, HttpError } from 'react-admin';
import { csrfToken, endCurrentSession } from '../session/current-session.js';

/** Where the API is: always the origin that served the page. */
export const apiUrl = '/api/v1';

interface HttpAnswer {
  status: number;
  headers: Headers;
  body: string;
  json: unknown;
}

const reads = new Set(['GET', 'HEAD']);

/** Calls the API with the session's cookie and, on writes, its CSRF token; an unsuccessful answer is thrown as an `HttpError` whose `body` is the problem. */
export async function httpClient(url: string, options: fetchUtils.Options = {}): Promise<HttpAnswer> {
  const asked = csrfToken();
  try {
    return await call(url, options);
  } catch (error) {
    // Not when the session went on under a new id while this was on its way.
    if (error instanceof HttpError && error.status === 401 && asked === csrfToken()) endCurrentSession();
    throw error;
  }
}

async function call(url: string, options: fetchUtils.Options): Promise<HttpAnswer> {
  const headers = new Headers(options.headers);
  headers.set('Accept', 'application/json');
  if (!reads.has(options.method ?? 'GET')) {
    const token = csrfToken();
    if (token !== undefined) headers.set('X-CSRF-Token', token);
  }
  // A FormData body names its own content type, with the boundary that only the browser knows.
  if (options.body instanceof FormData) return sendForm(url, options, headers);
  return fetchUtils.fetchJson(url, { ...options, credentials: 'same-origin', headers });
}

async function sendForm(url: string, options: fetchUtils.Options, headers: Headers): Promise<HttpAnswer> {
  const { method, body, signal } = options;
  const response = await fetch(url, {
    method: method ?? 'POST',
    body: body ?? null,
    signal: signal ?? null,
    headers,
    credentials: 'same-origin',
  });
  const text = await response.text();
  const json: unknown = text === '' ? undefined : safeJson(text);
  if (!response.ok) throw new HttpError(messageOf(json) ?? response.statusText, response.status, json);
  return { status: response.status, headers: response.headers, body: text, json };
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(json: unknown): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { detail, title } = json as { detail?: unknown; title?: unknown };
  return [detail, title].find((text) => typeof text === 'string') as string | undefined;
}
