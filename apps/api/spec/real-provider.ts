import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What a provider says of an account. */
export interface ProviderAccount {
  email: string;
  email_verified?: boolean;
  groups?: string[];
}

/** A whole OpenID provider on a port of its own, as a school would run one. */
export interface RealProvider {
  issuer: string;
  accounts: Map<string, ProviderAccount>;
  /** Goes through its pages as a browser does and answers with the query it sends the browser back with. */
  visit(url: string, as: { login: string } | 'cancel'): Promise<string>;
  stop(): Promise<void>;
}

export const client = { id: 'matchwatch', secret: 'a secret between the two of them' };

export async function startRealProvider(redirectUri: string): Promise<RealProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, ProviderAccount>();
  const provider = new Provider(issuer, {
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
    scopes: ['openid', 'email', 'groups'],
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...accounts.get(sub) }) }),
    cookies: { keys: ['a key for this spec alone'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    accounts,
    visit: (url, as) => visit(issuer, redirectUri, url, as),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function visit(issuer: string, redirectUri: string, url: string, as: { login: string } | 'cancel'): Promise<string> {
  const jar = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url };
  for (let step = 0; step < 12; step++) {
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
    if (location) {
      const to = new URL(location, issuer);
      if (to.href.startsWith(`${redirectUri}?`)) return to.search.slice(1);
      next = { url: to.href };
      continue;
    }
    const page = await response.text();
    if (response.status !== 200) throw new Error(`The provider answered ${response.status}: ${page.slice(0, 300)}`);
    const here = next.url.replace(/\?.*$/, '');
    if (as === 'cancel') next = { url: `${here}/abort` };
    else if (page.includes('value="login"')) next = { url: here, form: { prompt: 'login', login: as.login, password: 'any' } };
    else next = { url: here, form: { prompt: 'consent' } };
  }
  throw new Error('The provider sends the browser around in circles');
}
