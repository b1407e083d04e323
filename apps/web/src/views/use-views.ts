import type { CohortViewDetail, ListedCohortView } from '@matchwatch/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';

/** The saved views of whoever is signed in, with their counts. */
export function useViews(enabled = true) {
  const api = useApi();
  return useQuery<ListedCohortView[]>({ queryKey: ['views'], queryFn: ({ signal }) => api.getViews(signal), staleTime: 15_000, enabled });
}

/** One saved view. */
export function useView(id: number) {
  const api = useApi();
  return useQuery<CohortViewDetail>({ queryKey: ['views', id], queryFn: ({ signal }) => api.getView(id, signal) });
}

/** Asks again for everything that saved views are shown in. */
export function useRefreshViews(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['views'] });
}
