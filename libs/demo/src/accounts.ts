import type { RelationKind, Role } from '@matchwatch/domain';
import { advisors } from './advisors.js';

/** Somebody of the fictional school who signs in; the password is no secret. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

const password = 'matchwatch-demo';
const [advisor, ...otherAdvisors] = advisors;

/** Who may sign in to the demonstration. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'dean@example.edu', name: 'Margaret Whitfield', role: 'dean', password },
  ...(advisor ? [{ email: advisor.email, name: `${advisor.given} ${advisor.family}`, role: 'advisor' as const, password }] : []),
  { email: 'lead@example.edu', name: 'Theodora Lindqvist', role: 'lead-advisor', password },
  { email: 'assessor@example.edu', name: 'Gregory Bauer', role: 'assessor', password },
  { email: 'steward@example.edu', name: 'Naomi Castellano', role: 'data-steward', password },
  { email: 'admin@example.edu', name: 'Joel Ferreira', role: 'administrator', password },
  { email: 'auditor@example.edu', name: 'Victor Olsen', role: 'auditor', password },
];

/** The colleagues of the fictional school who have no password in the demonstration. */
export const demoColleagues: readonly Omit<DemoAccount, 'password'>[] = otherAdvisors.map(({ email, given, family }) => ({
  email,
  name: `${given} ${family}`,
  role: 'advisor',
}));

/** A relation of the demonstration: to an advisor's caseload, or to the season people work on. */
export interface DemoRelation {
  readonly email: string;
  readonly relation: RelationKind;
  readonly target: { readonly kind: 'caseload'; readonly advisor: string } | { readonly kind: 'current-season' };
  /** Days from the first day on; without end when absent. */
  readonly days?: number;
  readonly reason: string;
}

/** Who stands how to whom beyond what the records say: somebody who leads, somebody on leave who is covered, and a promotions committee. */
export const demoRelations: readonly DemoRelation[] = [
  ...advisors.slice(0, 4).map(
    ({ email }): DemoRelation => ({
      email: 'lead@example.edu',
      relation: 'leads',
      target: { kind: 'caseload', advisor: email },
      reason: 'Leads the advising of the east campus',
    }),
  ),
  {
    email: advisor?.email ?? '',
    relation: 'covers',
    target: { kind: 'caseload', advisor: 'ingrid.solberg@example.edu' },
    days: 21,
    reason: 'Ingrid Solberg is on parental leave',
  },
  {
    email: 'assessor@example.edu',
    relation: 'promotes',
    target: { kind: 'current-season' },
    reason: 'Sits on the promotions committee',
  },
];
