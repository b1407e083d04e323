import type { Config } from '@matchwatch/config';
import { ProblemError } from '../http/problem.js';

/** Refuses what has to do with passwords where single sign-on is the only way in. */
export function demandPasswords({ oidcRequired, oidcName }: Config): void {
  if (!oidcRequired) return;
  throw new ProblemError(409, `Passwords are off here: everybody signs in with ${oidcName}.`, {
    type: 'urn:matchwatch:problem:passwords-off',
  });
}
