import { useQuery } from '@tanstack/react-query';
import type { RaRecord } from 'react-admin';
import { useApi } from './use-api.js';

/** The cache's name of one whole document, apart from react-admin's own: a list fills that one with its shorter rows. */
export const detailKey = (resource: string, id: number) => [resource, 'detail', id] as const;

interface DetailOptions<T> {
  /** Milliseconds until it is asked again while this is what is known; false when it rests. */
  askAgain?: (known: T) => number | false;
}

/** One document with everything its page shows, in one request. */
export function useDetail<T extends RaRecord>(resource: string, id: number, { askAgain }: DetailOptions<T> = {}) {
  const api = useApi();
  return useQuery<T>({
    queryKey: detailKey(resource, id),
    queryFn: async ({ signal }) => (await api.getOne<T>(resource, { id, signal })).data,
    refetchInterval: (query) => (askAgain && query.state.data ? askAgain(query.state.data) : false),
    staleTime: 0,
  });
}
