import type { ApplicantReviews, QueueCounts, QueuedApplicant, QueueFilter } from '@matchwatch/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';

interface Page {
  rows: QueuedApplicant[];
  total: number;
}

/** A part of the review queue, with the way to put into it what a decision answered. */
export function useQueue(filter: QueueFilter, size: number) {
  const api = useApi();
  const client = useQueryClient();
  const queryKey = ['review-queue', filter, size];
  const query = useQuery<Page>({
    queryKey,
    queryFn: async ({ signal }) => {
      const { data, total = 0 } = await api.getList<QueuedApplicant>('review-queue', {
        filter,
        sort: { field: 'urgency', order: 'DESC' },
        pagination: { page: 1, perPage: size },
        signal,
      });
      return { rows: data, total };
    },
    // Whoever works through the queue is not to find it in another order under their hands.
    refetchOnWindowFocus: false,
    staleTime: 0,
  });
  /** Takes an applicant out of the part, or leaves them with what still waits. */
  const settle = ({ applicantId, revision, flags }: ApplicantReviews, stays: boolean) =>
    client.setQueryData<Page>(queryKey, (page) => {
      if (!page) return page;
      const waiting = flags.filter(({ since }) => since !== null);
      const gone = waiting.length === 0 || !stays;
      const rows = page.rows.flatMap((row) => (row.id !== applicantId ? [row] : gone ? [] : [{ ...row, revision, flags: waiting }]));
      return { rows, total: page.total - (page.rows.length - rows.length) };
    });
  return { ...query, settle };
}

/** How many applicants each view of the queue of a season shows. */
export function useQueueCounts(season: number | undefined) {
  const api = useApi();
  return useQuery<QueueCounts>({
    queryKey: ['review-counts', season ?? 'current'],
    queryFn: ({ signal }) => api.getQueueCounts(season, signal),
    staleTime: 15_000,
  });
}
