import type { Shadow } from '@matchwatch/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import type { ShadowQuestion } from './shadow-question.js';

/** The cache's name of what a version's trial showed, whatever is asked of it. */
export const shadowKey = (versionId: number) => ['shadow', versionId] as const;

const askAgainAfter = 800;

/** What the last trial of a version showed; asked again while it runs. */
export function useShadow(versionId: number, question: ShadowQuestion) {
  const api = useApi();
  return useQuery<Shadow>({
    queryKey: [...shadowKey(versionId), question.season ?? null, question.move ?? null],
    queryFn: ({ signal }) => api.getShadow(versionId, question, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askAgainAfter : false),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
