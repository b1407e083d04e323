import { hideableColumns } from '@matchwatch/contracts';
import { useStore } from 'react-admin';

export type HideableColumn = (typeof hideableColumns)[number];

/** Which columns the list of applicants leaves out; kept while the page is open. */
export function useHiddenColumns() {
  const [hidden, setHidden] = useStore<readonly HideableColumn[]>('applicants.hidden', []);
  return { hidden: hideableColumns.filter((column) => hidden.includes(column)), setHidden };
}
