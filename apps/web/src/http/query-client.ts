import { QueryClient } from '@tanstack/react-query';
import { HttpError } from 'react-admin';

const refusals = (error: unknown): boolean => error instanceof HttpError && error.status < 500;

/** Reads are retried twice when the server stumbled, never when it refused; nothing is kept once the page is closed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !refusals(error),
      retryDelay: (attempt) => 600 * 2 ** attempt,
    },
    mutations: { retry: false },
  },
});
