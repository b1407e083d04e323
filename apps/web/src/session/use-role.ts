import { type Action, type Role, rolesFor } from '@matchwatch/domain';
import { currentSession } from './current-session.js';
import { useSession } from './use-session.js';

/** Whether a role does something by itself, for somebody or for everyone: what the authoriser's table says, without emergency access. */
export const roleDoes = (role: Role, action: Action): boolean => rolesFor(action).includes(role);

/** The same for whoever is signed in; false before that is known. */
export function useRoleDoes(): (action: Action) => boolean {
  const role = useSession()?.user.role;
  return (action) => role !== undefined && roleDoes(role, action);
}

/** The same outside of components. */
export const sessionDoes = (action: Action): boolean => {
  const role = currentSession()?.user.role;
  return role !== undefined && roleDoes(role, action);
};
