import type { ApplicantDetail } from '@matchwatch/contracts';
import { useParams } from 'react-router';
import { useDetail } from '../http/use-detail.js';
import { useRunStream } from '../runs/run-stream.js';
import { Failure } from '../surface/failure.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { ApplicantPage } from './applicant-page.js';

/** While a person waits for the new answer the page asks this often, should the live stream be silent. */
const askAgainAfter = 1500;

/** One applicant, in one request; refreshed by itself when a reassessment is through. */
export function ApplicantShow() {
  const { id } = useParams();
  const { data, error, isPending, refetch } = useDetail<ApplicantDetail>('applicants', Number(id), {
    askAgain: ({ reassessing }) => reassessing && askAgainAfter,
  });
  useRunStream(({ state }) => {
    if (state === 'published') void refetch();
  });
  if (data) return <ApplicantPage detail={data} />;
  if (isPending) return <PageSkeleton />;
  return <Failure error={error} onRetry={() => void refetch()} />;
}
