import type { ApplicantFacets, ApplicantFilter } from '@matchwatch/contracts';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';

/** How many would be listed by each value of a filter, all other filters applied; counted by the server. */
export function useFacets(filter: ApplicantFilter) {
  const api = useApi();
  return useQuery<ApplicantFacets>({
    queryKey: ['facets', filter],
    queryFn: ({ signal }) => api.getFacets(filter, signal),
    placeholderData: (previous) => previous,
    staleTime: 15_000,
  });
}
