import type { Config } from '@matchwatch/config';
import type { Role } from '@matchwatch/domain';

/** Who somebody is by the word of the provider. */
export interface ClaimedPerson {
  issuer: string;
  subject: string;
  /** Undefined when the provider names none or does not vouch for it. */
  email: string | undefined;
  groups: readonly string[];
}

type Claims = Readonly<Record<string, unknown>>;
type ClaimSettings = Pick<Config, 'oidcGroupClaim' | 'oidcTrustEmail'>;

const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** Whether something the settings ask for stands in none of these claims, so that it is worth asking further. */
export const isIncomplete = (claims: Claims, { oidcGroupClaim }: ClaimSettings, wantsGroups: boolean): boolean =>
  claims.email === undefined || (wantsGroups && claims[oidcGroupClaim] === undefined);

/** Reads claims that were proven before. */
export function claimedPerson(
  claims: Claims & { iss: string; sub: string },
  { oidcGroupClaim, oidcTrustEmail }: ClaimSettings,
): ClaimedPerson {
  const { iss, sub, email, email_verified: verified } = claims;
  const groups = claims[oidcGroupClaim];
  const vouched = verified === undefined ? oidcTrustEmail : isTrue(verified);
  return {
    issuer: iss,
    subject: sub,
    email: typeof email === 'string' && vouched ? email : undefined,
    groups: (Array.isArray(groups) ? groups : [groups]).filter((group) => typeof group === 'string'),
  };
}

/** The role that somebody's groups give; the map's own order says which counts. */
export const roleOfGroups = (map: readonly (readonly [string, Role])[], groups: readonly string[]): Role | undefined =>
  map.find(([group]) => groups.includes(group))?.[1];
