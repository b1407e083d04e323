import type { RunDetail, RunProgress } from '@matchwatch/contracts';
import { liveRunStates } from '@matchwatch/domain';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useDetail } from '../http/use-detail.js';
import { Failure } from '../surface/failure.js';
import { PageSkeleton } from '../surface/page-skeleton.js';
import { RunPage } from './run-page.js';
import { useRunStream } from './run-stream.js';

/** Should the live stream be silent, a run that moves is asked for this often. */
const askAgainAfter = 3000;

/** One run: its progress while it moves, its result afterwards. */
export function RunShow() {
  const { id } = useParams();
  const [progress, setProgress] = useState<RunProgress>();
  const { data, error, isPending, refetch } = useDetail<RunDetail>('runs', Number(id), {
    askAgain: ({ state }) => liveRunStates.has(state) && askAgainAfter,
  });
  useRunStream((next) => {
    if (String(next.id) !== id) return;
    setProgress(next);
    if (!liveRunStates.has(next.state)) void refetch();
  });
  if (data)
    return (
      <RunPage run={data} progress={progress && liveRunStates.has(data.state) ? progress : undefined} onChanged={() => void refetch()} />
    );
  if (isPending) return <PageSkeleton />;
  return <Failure error={error} onRetry={() => void refetch()} />;
}
