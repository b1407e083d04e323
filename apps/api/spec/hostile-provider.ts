import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** A provider that answers with whatever token it is told to, however wrong. */
export interface HostileProvider {
  issuer: string;
  client: { id: string; secret: string };
  /** The claims and the signing of a good token; each spec spoils one thing. */
  claims(nonce: string): JWTPayload;
  sign(claims: JWTPayload): Promise<string>;
  signByAnotherKey(claims: JWTPayload): Promise<string>;
  signByTheSecret(claims: JWTPayload): Promise<string>;
  leaveUnsigned(claims: JWTPayload): string;
  /** What the next exchange of a code is answered with. */
  idToken: string | undefined;
  /** What discovery says besides what is true. */
  metadata: Record<string, unknown>;
  /** Paths it was asked for. */
  asked: string[];
  stop(): Promise<void>;
}

const kid = 'one';
const client = { id: 'matchwatch', secret: 'a secret between the two of them' };
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function startHostileProvider(): Promise<HostileProvider> {
  const [{ privateKey, publicKey }, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] };
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    hostile.asked.push(path);
    const answer: Record<string, unknown> = {
      '/.well-known/openid-configuration': {
        issuer: hostile.issuer,
        authorization_endpoint: `${hostile.issuer}/auth`,
        token_endpoint: `${hostile.issuer}/token`,
        jwks_uri: `${hostile.issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...hostile.metadata,
      },
      '/jwks': jwks,
      '/token': { access_token: 'opaque', token_type: 'Bearer', expires_in: 60, id_token: hostile.idToken },
    };
    response.writeHead(path in answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer[path] ?? {}));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hostile: HostileProvider = {
    issuer,
    client,
    idToken: undefined,
    metadata: {},
    asked: [],
    claims: (nonce) => {
      const now = Math.floor(Date.now() / 1000);
      return { iss: issuer, aud: client.id, sub: 'u-1', nonce, iat: now, exp: now + 300, email: 'dean@example.edu', email_verified: true };
    },
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
    signByAnotherKey: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(other.privateKey),
    signByTheSecret: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(client.secret)),
    leaveUnsigned: (claims) => `${part({ alg: 'none' })}.${part(claims)}.`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return hostile;
}
