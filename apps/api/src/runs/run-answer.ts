import type { Run } from '@matchwatch/contracts';
import type { RunRow } from '@matchwatch/store';

/** A run as it crosses HTTP. */
export const toRun = ({ queuedAt, startedAt, closedAt, publishedAt, levels, ...run }: RunRow): Run => ({
  ...run,
  queuedAt: queuedAt.toISOString(),
  startedAt: startedAt?.toISOString() ?? null,
  closedAt: closedAt?.toISOString() ?? null,
  publishedAt: publishedAt?.toISOString() ?? null,
  levels: levels as Run['levels'],
});
