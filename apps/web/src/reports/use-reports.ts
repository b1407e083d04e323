import type { ReportEdition, ReportEditionDetail } from '@matchwatch/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../http/use-api.js';

/** The archive of reports that are open to whoever is signed in, of one season; the newest week first. */
export function useReports(season: number | undefined) {
  const api = useApi();
  return useQuery<ReportEdition[]>({
    queryKey: ['reports', season ?? 'all'],
    queryFn: ({ signal }) => api.getReports(season, signal),
    enabled: season !== undefined,
    staleTime: 15_000,
  });
}

/** One report with its document. What is frozen is not asked for again. */
export function useReport(id: number) {
  const api = useApi();
  return useQuery<ReportEditionDetail>({
    queryKey: ['reports', 'one', id],
    queryFn: ({ signal }) => api.getReport(id, signal),
    staleTime: 300_000,
  });
}

/** Asks again for everything that reports are shown in. */
export function useRefreshReports(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['reports'] });
}
