import type { PolicyVersionDetail } from '@matchwatch/contracts';
import { useParams } from 'react-router';
import { useDetail } from '../http/use-detail.js';
import { useToday } from '../session/use-today.js';
import { Failure } from '../surface/failure.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { useShownPolicy } from './use-shown-policy.js';
import { VersionPage } from './version-page.js';

const askAgainAfter = 1200;

/** One version of the policy, in one request beside the policy in force. */
export function VersionShow() {
  const { id } = useParams();
  const today = useToday();
  const policy = useShownPolicy();
  const version = useDetail<PolicyVersionDetail>('policy-versions', Number(id), {
    askAgain: ({ shadow }) => shadow === 'running' && askAgainAfter,
  });
  const error = version.error ?? policy.error;
  if (version.data && policy.data && today)
    return <VersionPage key={version.data.id} detail={version.data} policy={policy.data} today={today} />;
  if (error)
    return (
      <Failure
        error={error}
        onRetry={() => {
          void version.refetch();
          void policy.refetch();
        }}
      />
    );
  return <PageSkeleton />;
}
