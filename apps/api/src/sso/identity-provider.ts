import type { Config } from '@matchwatch/config';
import type { SignInFlow } from '@matchwatch/store';
import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { notFound, ProblemError } from '../http/problem.js';
import { CONFIG, LOGGER } from '../tokens.js';
import { type ClaimedPerson, claimedPerson, isIncomplete } from './claimed-person.js';
import { type SsoSettings, ssoSettings } from './sso-settings.js';

const timeoutSeconds = 10;
/** How long what the provider says of itself is believed. */
const metadataMs = 3_600_000;

/** A sign-in to send a browser off with. */
export interface BegunSignIn extends Omit<SignInFlow, 'returnTo'> {
  url: string;
}

/** The provider of single sign-on: OpenID Connect by code flow with PKCE, state and nonce. Nothing but its own hosts is ever asked. */
@Injectable()
export class IdentityProvider {
  private readonly settings: SsoSettings | undefined;
  private known: { until: number; configuration: Promise<oidc.Configuration> } | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.settings = ssoSettings(config);
  }

  async begin(): Promise<BegunSignIn> {
    const { redirectUri: redirect_uri, scope } = this.demandSettings();
    const configuration = await this.reached(() => this.discover());
    const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
    const code_challenge = await oidc.calculatePKCECodeChallenge(verifier);
    const asked = { redirect_uri, scope, state, nonce, code_challenge, code_challenge_method: 'S256' };
    return { url: oidc.buildAuthorizationUrl(configuration, asked).href, state, nonce, verifier };
  }

  /** Who came back with an answer of the provider, if all of it is as it must be for this flow. */
  async finish(query: string, { state, nonce, verifier }: SignInFlow): Promise<ClaimedPerson> {
    const { redirectUri } = this.demandSettings();
    const answer = new URL(redirectUri);
    answer.search = query;
    return this.reached(async () => {
      const configuration = await this.discover();
      const tokens = await oidc.authorizationCodeGrant(configuration, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new oidc.ClientError('there is no ID token');
      const further =
        isIncomplete(claims, this.config, this.config.oidcRoles !== undefined) && configuration.serverMetadata().userinfo_endpoint
          ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
          : {};
      return claimedPerson({ ...further, ...claims }, this.config);
    });
  }

  private demandSettings(): SsoSettings {
    if (!this.settings) throw notFound('way to sign in');
    return this.settings;
  }

  private discover(): Promise<oidc.Configuration> {
    const now = Date.now();
    if (this.known && now < this.known.until) return this.known.configuration;
    const configuration = this.ask(this.demandSettings());
    this.known = { until: now + metadataMs, configuration };
    configuration.catch(() => {
      // Asked again the next time.
      if (this.known?.configuration === configuration) this.known = undefined;
    });
    return configuration;
  }

  private ask({ issuer, clientId, clientSecret, hosts }: SsoSettings): Promise<oidc.Configuration> {
    const basic = oidc.ClientSecretBasic(clientSecret);
    const post = oidc.ClientSecretPost(clientSecret);
    const authenticate: oidc.ClientAuth = (server, ...rest) => {
      const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
    };
    return oidc.discovery(issuer, clientId, undefined, authenticate, {
      timeout: timeoutSeconds,
      // A token is believed for its signature, not for the connection it came by.
      execute: [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
      [oidc.customFetch]: (url, options) => {
        const { host } = new URL(url);
        if (!hosts.has(host)) throw new oidc.ClientError(`the provider names ${host}, which is neither its own host nor in OIDC_HOSTS`);
        return fetch(url, options as RequestInit);
      },
    });
  }

  /** Turns what can go wrong at the provider into a sentence; the log is told which, without a token. */
  private async reached<T>(asking: () => Promise<T>): Promise<T> {
    try {
      return await asking();
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      const { code } = error as { code?: unknown };
      const why = { code, reason: (error as Error).message, cause: ((error as Error).cause as Error | undefined)?.message };
      if (error instanceof oidc.AuthorizationResponseError) {
        this.log.info({ error: error.error }, 'single sign-on ended at the provider');
        throw new ProblemError(403, 'The provider did not sign you in: it was cancelled there, or refused.', {
          type: 'urn:matchwatch:problem:sso-cancelled',
        });
      }
      this.log.warn(why, 'single sign-on failed');
      if (error instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') {
        throw new ProblemError(503, 'The provider of single sign-on does not answer just now. Try again in a moment.', { retryAfter: 15 });
      }
      throw new ProblemError(401, 'What the provider answered cannot be accepted. Sign in again; if it stays so, tell an administrator.', {
        type: 'urn:matchwatch:problem:sso-refused',
      });
    }
  }
}
