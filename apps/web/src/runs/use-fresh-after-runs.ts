import { liveRunStates } from '@matchwatch/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useRunStream } from './run-stream.js';

/** Reads again what a run may have changed, wherever the person is: that one is under way, how it ended, and what it published. */
export function useFreshAfterRuns(): void {
  const client = useQueryClient();
  const moving = useRef(new Set<number>());
  useRunStream(({ id, state }) => {
    const live = liveRunStates.has(state);
    if (live && moving.current.has(id)) return;
    if (live) moving.current.add(id);
    else moving.current.delete(id);
    for (const key of state === 'published' ? ['home', 'facets', 'applicants'] : ['home'])
      void client.invalidateQueries({ queryKey: [key] });
  });
}
