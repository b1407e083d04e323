import { useQueryClient } from '@tanstack/react-query';
import { useRunStream } from './run-stream.js';

/** Reads again what a published run may have changed, wherever the person is. */
export function useFreshAfterRuns(): void {
  const client = useQueryClient();
  useRunStream(({ state }) => {
    if (state !== 'published') return;
    for (const key of ['home', 'facets', 'applicants']) void client.invalidateQueries({ queryKey: [key] });
  });
}
