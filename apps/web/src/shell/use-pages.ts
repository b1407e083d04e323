import { useRoleDoes } from '../session/use-role.js';
import { type Page, pages } from './pages.js';

/** The pages that are open to whoever is signed in. */
export function usePages(): readonly Page[] {
  const does = useRoleDoes();
  return pages.filter(({ needs }) => does(needs));
}
