import type { RunProgress, Shadow } from '@matchwatch/contracts';
import { liveRunStates } from '@matchwatch/domain';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';
import { useRunStream } from '../runs/run-stream.js';
import type { ShadowQuestion } from './shadow-question.js';

/** The cache's name of what a version's trial showed, whatever is asked of it. */
export const shadowKey = (versionId: number) => ['shadow', versionId] as const;

/** Should the live stream be silent, a trial that runs is asked for this often. */
const askAgainAfter = 3000;

/** What the last trial of a version showed; while it runs, how far the live stream says it is. */
export function useShadow(versionId: number, question: ShadowQuestion) {
  const api = useApi();
  const client = useQueryClient();
  const queryKey = [...shadowKey(versionId), question.season ?? null, question.move ?? null];
  const query = useQuery<Shadow>({
    queryKey,
    queryFn: ({ signal }) => api.getShadow(versionId, question, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askAgainAfter : false),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  useRunStream((progress) => {
    if (query.data?.state !== 'running' || progress.kind !== 'shadow') return;
    const isKnown = query.data.runs.some(({ id }) => id === progress.id);
    // One that is not known yet may be this trial's next season; at its end the result is there to be read.
    if (isKnown && liveRunStates.has(progress.state)) {
      client.setQueryData<Shadow>(queryKey, (shadow) => shadow && withProgress(shadow, progress));
    } else void client.invalidateQueries({ queryKey: shadowKey(versionId) });
  });
  return query;
}

const withProgress = (shadow: Shadow, { id, state, chunks, assessed, population }: RunProgress): Shadow => ({
  ...shadow,
  runs: shadow.runs.map((run) =>
    run.id === id ? { ...run, state, chunks: { ...run.chunks, ...chunks }, counts: { ...run.counts, assessed, population } } : run,
  ),
});
