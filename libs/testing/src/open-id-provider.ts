import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';

/** What a provider says of an account, by its subject. */
export interface ProviderAccount {
  email: string;
  email_verified?: boolean;
  groups?: string[];
}

/** A whole OpenID provider (the package `oidc-provider`) on a port of its own, as a school would run one. */
export interface OpenIdProvider {
  /** Where it is: on `localhost`, which is another site than 127.0.0.1 to a browser. */
  issuer: string;
  /** What it knows the product by. */
  client: { id: string; secret: string };
  accounts: Map<string, ProviderAccount>;
  /** Goes through its page as a browser does and answers with the query it sends the browser back with. */
  visit(url: string, as: { login: string } | 'cancel'): Promise<string>;
  stop(): Promise<void>;
}

const client = { id: 'matchwatch', secret: 'a secret between the two of them' };
const minutes = (n: number) => n * 60;

/** Starts a provider that sends browsers back to one address; it asks everybody who they are and believes them. */
export async function startOpenIdProvider(redirectUri: string): Promise<OpenIdProvider> {
  // Not before it is wanted: it has much to say when it is loaded.
  const { default: OidcProvider } = await import('oidc-provider');
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve);
  });
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, ProviderAccount>();
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const provider: Provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    // As many do: address and groups are told at the endpoint for it, not in the token.
    claims: { openid: ['sub'], email: ['email', 'email_verified'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...accounts.get(sub) }) }),
    cookies: { keys: ['a key for tests alone'] },
    jwks: { keys: [{ ...key, kid: 'one', alg: 'RS256', use: 'sig' }] },
    pkce: { required: () => true },
    ttl: {
      AccessToken: minutes(5),
      AuthorizationCode: minutes(1),
      Grant: minutes(5),
      IdToken: minutes(5),
      Interaction: minutes(5),
      Session: minutes(5),
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/ask/${uid}` },
    // The school's own product: nobody is asked whether it may know who they are.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId: oidc.client?.clientId ?? '', accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/ask/')) void ask(provider, request, response);
    else void answer(request, response);
  });
  return {
    issuer,
    client,
    accounts,
    visit: (url, as) => visit(issuer, redirectUri, url, as),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const page = `<!doctype html><html lang="en"><title>Provider</title><link rel="icon" href="data:,"><form method="post"><label>Who are you? <input name="login"></label>
<button name="do" value="login">Log in</button><button name="do" value="cancel">Cancel</button></form></html>`;

/** The one page of the provider. */
async function ask(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return void response.setHeader('content-type', 'text/html').end(page);
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const form = new URLSearchParams(body);
  const result =
    form.get('do') === 'cancel'
      ? { error: 'access_denied', error_description: 'The person cancelled' }
      : { login: { accountId: form.get('login') ?? '' } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function visit(issuer: string, redirectUri: string, url: string, as: { login: string } | 'cancel'): Promise<string> {
  const jar = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url };
  for (let step = 0; step < 8; step++) {
    const response = await fetch(next.url, {
      method: next.form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form && { body: new URLSearchParams(next.form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) jar.set(name, value ?? '');
    }
    const location = response.headers.get('location');
    if (location === null && response.status !== 200) throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
    const to = new URL(location ?? next.url, issuer);
    if (to.href.startsWith(`${redirectUri}?`)) return to.search.slice(1);
    if (location !== null) next = { url: to.href };
    else next = { url: to.href, form: as === 'cancel' ? { do: 'cancel' } : { do: 'login', login: as.login } };
  }
  throw new Error('The provider sends the browser around in circles');
}
