import { apiUrl, httpClient } from '../http-client.js';

/** Reads what stands at a path of the API; throws an `HttpError` with the problem as its `body` when it is refused, as all of these do. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const { json } = await httpClient(`${apiUrl}${path}`, signal ? { signal } : {});
  return json as T;
}

/** Sends a body and answers what comes back. */
export async function send<T>(method: 'POST' | 'PUT', path: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const { json } = await httpClient(`${apiUrl}${path}`, { method, body: JSON.stringify(body), headers: new Headers(headers) });
  return json as T;
}

/** Deletes what stands at a path. */
export async function remove(path: string, headers: Record<string, string> = {}): Promise<void> {
  await httpClient(`${apiUrl}${path}`, { method: 'DELETE', headers: new Headers(headers) });
}

/** The header that lets a write through only if nobody was faster. */
export const ifMatch = (version: number): Record<string, string> => ({ 'If-Match': `"${version}"` });

/** What was told, as the query of an address; nothing when nothing was. */
export function query(asked: Record<string, string | number | undefined>): string {
  const told = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return told.length === 0 ? '' : `?${new URLSearchParams(told)}`;
}

/** A part of a list as the lists' dialect asks for it. */
export const listQuery = (filter: object, range?: readonly [from: number, to: number]): string =>
  query({ filter: JSON.stringify(filter), range: range && JSON.stringify(range) });
