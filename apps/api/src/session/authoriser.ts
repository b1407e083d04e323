import { type PolicyAction, policyDrafters, policyPublishers, type Role } from '@matchwatch/domain';
import type { Person } from '@matchwatch/store';

/** Whether a person may do something, and why: the end of a sentence. */
export interface Decision {
  allowed: boolean;
  because: string;
}

/** What is done to a school's policy: an action on a version, or the beginning of one. */
type PolicyDeed = PolicyAction | 'draft';

const policyRights: Readonly<Record<PolicyDeed, { roles: readonly Role[]; what: string }>> = {
  draft: { roles: policyDrafters, what: 'drafting a policy' },
  edit: { roles: policyDrafters, what: 'editing a draft of the policy' },
  shadow: { roles: policyDrafters, what: 'trying a draft of the policy' },
  discard: { roles: policyDrafters, what: 'discarding a draft of the policy' },
  publish: { roles: policyPublishers, what: 'publishing a policy' },
  withdraw: { roles: policyPublishers, what: 'withdrawing a policy' },
};

/** Routes that are not for everybody who is signed in. */
const policyRoutes: Readonly<Record<string, PolicyDeed>> = {
  'POST /api/v1/policy-versions': 'draft',
  'PUT /api/v1/policy-versions/:id': 'edit',
  'POST /api/v1/policy-versions/:id/shadow': 'shadow',
  'POST /api/v1/policy-versions/:id/discard': 'discard',
  'POST /api/v1/policy-versions/:id/publish': 'publish',
  'POST /api/v1/policy-versions/:id/withdraw': 'withdraw',
};

/** The one place where permission is decided. But for the policy, everybody who is signed in sees and does everything in their own school. */
export function decide(person: Person, { method, path }: { method: string; path: string }): Decision {
  const deed = policyRoutes[`${method} ${path}`];
  return deed === undefined ? { allowed: true, because: `signed in as ${roleText(person.role)}` } : decideOnPolicy(person, deed);
}

/** Whether a person's role allows something to be done to the school's policy. */
export function decideOnPolicy({ role }: Person, deed: PolicyDeed): Decision {
  const { roles, what } = policyRights[deed];
  if (roles.includes(role)) return { allowed: true, because: `signed in as ${roleText(role)}` };
  return { allowed: false, because: `${what} is for ${oneOf(roles)}, and you are signed in as ${roleText(role)}` };
}

/** Whether a person may publish a version that others wrote: nobody puts their own numbers in force. */
export function decideOnPublishing(person: Person, authors: readonly Pick<Person, 'id'>[]): Decision {
  const decision = decideOnPolicy(person, 'publish');
  if (!decision.allowed || !authors.some(({ id }) => id === person.id)) return decision;
  return {
    allowed: false,
    because:
      'a policy is published by somebody who had no hand in writing it, and you wrote or edited this version; ask another dean or administrator',
  };
}

const roleText = (role: Role): string => role.replace('-', ' ');

const oneOf = (roles: readonly Role[]): string => `a ${new Intl.ListFormat('en', { type: 'disjunction' }).format(roles.map(roleText))}`;
