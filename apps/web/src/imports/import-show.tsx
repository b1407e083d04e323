import type { ImportDetail } from '@matchwatch/contracts';
import { useParams } from 'react-router';
import { useDetail } from '../http/use-detail.js';
import { Failure } from '../surface/failure.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { ImportPage } from './import-page.js';

/** One import: its preview before, its result after. */
export function ImportShow() {
  const { id } = useParams();
  const { data, error, isPending, refetch } = useDetail<ImportDetail>('imports', Number(id));
  if (data) return <ImportPage detail={data} onChanged={() => void refetch()} />;
  if (isPending) return <PageSkeleton />;
  return <Failure error={error} onRetry={() => void refetch()} />;
}
