import type { Role } from '@matchwatch/domain';
import { advisors } from './advisors.js';

/** Somebody of the fictional school who signs in; the password is no secret. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

const password = 'matchwatch-demo';
const advisor = advisors[0];

/** Who may sign in to the demonstration. */
export const demoAccounts: readonly DemoAccount[] = [
  { email: 'dean@example.edu', name: 'Margaret Whitfield', role: 'dean', password },
  ...(advisor ? [{ email: advisor.email, name: `${advisor.given} ${advisor.family}`, role: 'lead-advisor' as const, password }] : []),
  { email: 'admin@example.edu', name: 'Joel Ferreira', role: 'administrator', password },
];
