import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { FuzzCase } from './case.js';

/** What came back, and how long it took from the first byte sent, in milliseconds. */
export interface FuzzReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  took: number;
}

/** How somebody proves who they are. */
export interface Proof {
  cookie: string;
  csrfToken: string;
}

/** How long an endpoint may take. */
export const longest = 2_000;

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Who asks, and from where. */
export interface Sender {
  proof?: Proof | undefined;
  /** An address of this machine, 127.x.y.z. */
  from: string;
}

/** Sends a request just as it is. A stream that does not end by itself is left after its head; one that does not answer fails. */
export function send(
  url: string,
  { method, path, headers, body }: FuzzCase,
  { proof, from }: Sender,
  isStream: boolean,
): Promise<FuzzReply> {
  const startedAt = performance.now();
  const proven = proof && { cookie: proof.cookie, ...(method !== 'GET' && { 'x-csrf-token': proof.csrfToken }) };
  return new Promise((done, fail) => {
    const outgoing = request(url + path, {
      agent,
      localAddress: from,
      method,
      headers: { ...proven, ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) },
    });
    const end = (status: number, answered: IncomingHttpHeaders, text: string) =>
      done({ status, headers: answered, text, took: performance.now() - startedAt });
    const late = setTimeout(() => outgoing.destroy(new Error(`no answer within ${4 * longest} ms`)), 4 * longest);
    outgoing.on('close', () => clearTimeout(late));
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const { statusCode = 0, headers: answered } = incoming;
      if (isStream && statusCode === 200) {
        end(statusCode, answered, '');
        outgoing.destroy();
        return;
      }
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('error', fail);
      incoming.on('end', () => end(statusCode, answered, Buffer.concat(pieces).toString()));
    });
    outgoing.end(body);
  });
}
