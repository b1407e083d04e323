import type { Config } from '@matchwatch/config';

/** What single sign-on is set to. */
export interface SsoSettings {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  scope: string;
  /** The page the provider sends the browser back to. */
  redirectUri: string;
  /** The hosts that may be asked: the issuer's and those that were named beside it. */
  hosts: ReadonlySet<string>;
}

/** The settings of single sign-on, or undefined where there is none; configuration has made sure that they are whole. */
export function ssoSettings(config: Config): SsoSettings | undefined {
  const { oidcIssuer, oidcClientId, oidcClientSecret, publicUrl, oidcScopes, oidcHosts } = config;
  if (!oidcIssuer || !oidcClientId || !oidcClientSecret || !publicUrl) return undefined;
  const issuer = new URL(oidcIssuer);
  return {
    issuer,
    clientId: oidcClientId,
    clientSecret: oidcClientSecret,
    scope: oidcScopes.join(' '),
    redirectUri: new URL('/sso', publicUrl).href,
    hosts: new Set([issuer.host, ...oidcHosts]),
  };
}
