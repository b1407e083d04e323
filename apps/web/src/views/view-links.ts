import type { CohortView } from '@matchwatch/contracts';

/** The list of applicants as a saved view shows it. */
export function listLink({ id, filter, sort: [sort, order] }: Pick<CohortView, 'id' | 'filter' | 'sort'>): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), sort, order, page: '1', view: String(id) });
  return `/applicants?${query}`;
}

/** A saved view itself: what it is, who is in it, who joined and left. */
export const viewLink = (id: number): string => `/views/${id}`;
