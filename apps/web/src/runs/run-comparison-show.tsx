import type { RunComparison } from '@matchwatch/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useApi } from '../http/use-api.js';
import { PageFailure } from '../surface/page-failure.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { comparedPerPage, RunComparisonPage } from './run-comparison-page.js';

const whole = (text: string | null): number | undefined => (text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

/** A run beside another of its season: the published one before it, or that of the address. */
export function RunComparisonShow() {
  const { id } = useParams();
  const [params, setParams] = useSearchParams();
  const api = useApi();
  const against = whole(params.get('with'));
  const page = whole(params.get('page')) ?? 1;
  const from = (page - 1) * comparedPerPage;
  const { data, error, isPending, refetch } = useQuery<RunComparison>({
    queryKey: ['runs', 'comparison', Number(id), against ?? null, page],
    queryFn: ({ signal }) => api.compareRuns(Number(id), { against, range: [from, from + comparedPerPage - 1] }, signal),
    placeholderData: keepPreviousData,
  });
  const turnTo = (next: number) =>
    setParams((before) => {
      before.set('page', String(next));
      return before;
    });
  if (data && !error) return <RunComparisonPage id={Number(id)} comparison={data} page={page} onPage={turnTo} />;
  if (isPending) return <PageSkeleton />;
  return <PageFailure error={error} resetErrorBoundary={() => void refetch()} />;
}
