import { HttpError } from 'react-admin';
import { csrfToken, endCurrentSession } from '../session/current-session.js';
import { apiUrl } from './http-client.js';

/** A file that the API made. */
export interface Download {
  name: string;
  content: Blob;
}

/** Asks for a file; an unsuccessful answer is thrown as an `HttpError` whose `body` is the problem. A file that broke off is an error, too. */
export async function download(path: string, body: unknown): Promise<Download> {
  const response = await fetch(`${apiUrl}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken() ?? '' },
    credentials: 'same-origin',
  });
  if (!response.ok) {
    if (response.status === 401) endCurrentSession();
    const problem: unknown = await response.json().catch(() => undefined);
    throw new HttpError(response.statusText, response.status, problem);
  }
  const named = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return { name: named ?? 'export', content: await response.blob() };
}

/** Puts a file where the browser keeps its downloads; nothing of it stays with the page. */
export function saveFile({ name, content }: Download): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
