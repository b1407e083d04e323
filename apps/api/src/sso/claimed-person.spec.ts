import { describe, expect, it } from 'vitest';
import { claimedPerson, isIncomplete, roleOfGroups } from './claimed-person.js';

const settings = { oidcGroupClaim: 'groups', oidcTrustEmail: false };
const who = { iss: 'https://id.example.edu', sub: 'u-1' };

describe('what a provider says of a person', () => {
  it.each([
    [true, 'a@example.edu'],
    ['true', 'a@example.edu'],
    [false, undefined],
    ['false', undefined],
    [undefined, undefined],
    [1, undefined],
  ])('counts for an address that it calls verified: %j', (verified, email) => {
    expect(claimedPerson({ ...who, email: 'a@example.edu', email_verified: verified }, settings).email).toBe(email);
  });

  it('counts for an address it says nothing more of only where it is trusted, and never against its own word', () => {
    const trusting = { ...settings, oidcTrustEmail: true };
    expect(claimedPerson({ ...who, email: 'a@example.edu' }, trusting).email).toBe('a@example.edu');
    expect(claimedPerson({ ...who, email: 'a@example.edu', email_verified: false }, trusting).email).toBeUndefined();
  });

  it('holds groups as a list, whatever else it was', () => {
    const groups = (value: unknown) => claimedPerson({ ...who, groups: value }, settings).groups;
    expect([groups(['a', 1, 'b']), groups('a'), groups(undefined), groups({ a: 1 })]).toEqual([['a', 'b'], ['a'], [], []]);
  });

  it('is asked further for only when something is missing that is used', () => {
    expect(isIncomplete({ email: 'a@example.edu' }, settings, false)).toBe(false);
    expect(isIncomplete({ email: 'a@example.edu' }, settings, true)).toBe(true);
    expect(isIncomplete({ groups: [] }, settings, true)).toBe(true);
  });

  it('gives the role of the first group on the map, or none', () => {
    const map = [
      ['deans', 'dean'],
      ['staff', 'advisor'],
    ] as const;
    expect([roleOfGroups(map, ['staff', 'deans']), roleOfGroups(map, ['staff']), roleOfGroups(map, ['other'])]).toEqual([
      'dean',
      'advisor',
      undefined,
    ]);
  });
});
